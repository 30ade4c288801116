// Makes the browser's memory image: boots the runtime, lets Python do once what visitors do
// first, and writes the memory that differs from a freshly linked engine's.
// usage: node --import ./fixed_world.mjs make_image.mjs <manifest.json> <parts> <inside> <image>
// Format and reader: site_templates/assets/js/runtime-image.mjs.
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadPyodide } from 'pyodide';
import createEngine from 'pyodide/pyodide.asm.mjs';
import { MAGIC, trampolineOf } from '../../assets/js/runtime-image.mjs';
import { placeOf, prelink, stubs } from '../../assets/js/runtime-link.mjs';
import { breakOf, scour } from './heap.mjs';
import { immortalise } from './immortal.mjs';

// On the wire 64 bytes save 0.3 % and 4096 cost 0.8 %; runs to paint are 4,223, 490 and 24.
const BLOCK = 256;
const HEAD_BYTES_AT = 1; // a number of Pyodide's own head

const [manifestPath, parts, inside, out] = process.argv.slice(2);
const manifest = JSON.parse(await readFile(manifestPath, 'utf8'));
const extensions = await Promise.all(manifest.extensions.map(async ({ file, path }) => (
  { path, code: await WebAssembly.compile(await readFile(join(parts, file))) })));
const options = () => ({
  stdLibURL: resolve(parts, manifest.archive),
  lockFileContents: manifest.lock,
  packageBaseUrl: './',
  env: { ...manifest.env, PYTHONHASHSEED: '0' },
  fsInit: stubs(extensions),
  _sysExecutable: 'python', // else the path of this script
});

// An engine linked as in the browser, with Python not started.
async function fresh() {
  let engine;
  const linked = async (settings) => {
    settings.noInitialRun = true;
    settings.preRun.push((it) => prelink(it, extensions));
    engine = await createEngine(settings);
    throw new Error('far enough');
  };
  await loadPyodide({ ...options(), createPyodideModule: linked }).catch((error) => {
    if (!engine) throw error;
  });
  return engine.HEAPU8;
}

async function taken() {
  let layout;
  let heap;
  const linked = (settings) => {
    settings.preRun.push((engine) => {
      layout = prelink(engine, extensions);
      heap = breakOf(engine);
    });
    return createEngine(settings);
  };
  const python = await loadPyodide({ ...options(), createPyodideModule: linked, _makeSnapshot: true });
  const engine = python._module;
  python.runPython('import browser_extensions as finder');
  for (const { module, path } of manifest.extensions) {
    python.runPython(`finder.place(${JSON.stringify(module)}, ${JSON.stringify(placeOf(engine, path))})`);
  }
  const scope = python.runPython('dict(__name__="warm")');
  const run = async (name) => python.runPython(
    await readFile(join(inside, name), 'utf8'), { globals: scope, filename: name },
  );
  await run('warm.py');
  await run('reachable.py');
  const reachable = scope.get('reachable');
  scope.destroy();
  python.runPython('del finder; import gc; gc.collect()');
  const found = reachable();
  const addresses = found.getBuffer('u8');
  immortalise(engine, heap, new Uint32Array(addresses.data.slice().buffer));
  addresses.release();
  found.destroy();
  reachable.destroy();
  python.runPython('import gc; gc.collect(); gc.collect()');
  engine.HEAP32[trampolineOf(engine)] = 0;
  scour(engine, heap);
  const whole = python.makeMemorySnapshot();
  const headBytes = new Uint32Array(whole.buffer)[HEAD_BYTES_AT];
  return { layout, head: whole.slice(0, headBytes), memory: whole.subarray(headBytes) };
}

// Runs of blocks that differ: [address, bytes]. Two fresh engines tell what is fresh by chance.
function differences(memory, one, other) {
  const same = (at) => (at < one.length ? memory[at] === one[at] && one[at] === other[at] : !memory[at]);
  const runs = [];
  for (let start = 0; start < memory.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, memory.length);
    let at = start;
    while (at < end && same(at)) at++;
    if (at === end) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === start) last[1] += end - start;
    else runs.push([start, end - start]);
  }
  return runs;
}

async function make() {
  const blanks = [await fresh(), await fresh()];
  const { layout, head, memory } = await taken();
  const runs = differences(memory, ...blanks);
  const numbers = [MAGIC, layout, memory.length, head.length, runs.length];
  await writeFile(out, Buffer.concat([
    new Uint8Array(Uint32Array.from([...numbers, ...runs.flat()]).buffer),
    head,
    ...runs.map(([address, bytes]) => memory.subarray(address, address + bytes)),
  ]));
}

await make().catch((error) => {
  console.error(error.message); // its stack would quote the engine whole
  process.exitCode = 1;
});
