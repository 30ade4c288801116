// Makes the browser's memory image: boots the runtime, lets Python do once what visitors do
// first, and writes the memory that differs from a freshly linked engine's: what a start needs as
// one image, what may come later as another, and Pyodide's own head apart. Compiled code is halved
// alike, into `<name>.wasm` and `<name>.later.wasm`.
// usage: node --import ./fixed_world.mjs make_image.mjs <manifest.json> <whole> <inside>
//   <parts> <head>
// Format and reader: browser_python/boot/image.mjs.
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadPyodide } from 'pyodide';
import { Archive } from '../boot/archive.mjs';
import { MAGIC, restoring, trampolineOf } from '../boot/image.mjs';
import { secondOf } from '../boot/halves.mjs';
import { linking, placeOf, prelink, stubs } from '../boot/link.mjs';
import { Code } from './cold.mjs';
import { halved, marked, watched } from './halves.mjs';
import { breakOf, Chunks, scour } from './heap.mjs';
import { immortalise } from './immortal.mjs';
import { HEAD_BYTES_AT } from './layout.mjs';
import { requireLayout } from './probe.mjs';

// On the wire 64 bytes save 0.3 % and 4096 cost 0.8 %; runs to paint are 4,223, 490 and 24.
const BLOCK = 256;
const PAGE = 65_536; // WebAssembly's

const ENGINE = { file: 'pyodide.asm.wasm' };

const [manifestPath, whole, inside, parts, headPath] = process.argv.slice(2);
const manifest = JSON.parse(await readFile(manifestPath, 'utf8'));
const { default: createEngine } = await import(pathToFileURL(resolve(whole, 'pyodide.asm.mjs')));
const extensions = await Promise.all(manifest.extensions.map(async (it) => (
  { ...it, code: await WebAssembly.compile(await readFile(join(whole, it.file))) })));
const options = () => ({
  indexURL: resolve(whole),
  stdLibURL: resolve(whole, manifest.archive),
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
  let start;
  const linked = (settings) => {
    settings.preRun.push((engine) => {
      layout = prelink(engine, extensions);
      start = breakOf(engine);
    });
    return createEngine(settings);
  };
  const python = await loadPyodide({ ...options(), createPyodideModule: linked, _makeSnapshot: true });
  await requireLayout(python);
  const engine = python._module;
  python.runPython('import browser_image; import browser_extensions as finder');
  for (const { module, path } of manifest.extensions) {
    python.runPython(`finder.place(${JSON.stringify(module)}, ${JSON.stringify(placeOf(engine, path))})`);
  }
  const scope = python.runPython('dict(__name__="visit")');
  await run(python, manifest.warmup.visit, scope);
  await run(python, join(inside, 'settle.py'), scope);
  await run(python, join(inside, 'reachable.py'), scope);
  const reachable = scope.get('reachable');
  scope.destroy();
  python.runPython('del browser_image, finder; import gc; gc.collect()');
  const found = reachable();
  const addresses = found.getBuffer('u8');
  const heap = () => ({ start, end: breakOf(engine) });
  const counts = immortalise(
    engine.HEAPU32, heap(), new Uint32Array(addresses.data.slice().buffer),
  );
  addresses.release();
  found.destroy();
  reachable.destroy();
  const standIn = python.runPython('import browser_image, gc; gc.collect(); id(browser_image.stand_in)');
  python.runPython('import gc; gc.collect()');
  const code = new Code(engine.HEAPU8.buffer, counts.keys(), standIn, manifest.atStart);
  code.forget();
  engine.HEAP32[trampolineOf(engine)] = 0;
  scour(engine.HEAPU32, heap());
  engine._malloc_trim(0);
  const snapshot = python.makeMemorySnapshot();
  const headBytes = new Uint32Array(snapshot.buffer)[HEAD_BYTES_AT];
  const pages = Math.ceil(breakOf(engine) / PAGE) * PAGE;
  const [head, memory] = [snapshot.slice(0, headBytes), snapshot.slice(headBytes, headBytes + pages)];
  return { layout, head, memory, heap: heap(), code, counts };
}

async function run(python, path, globals) {
  const script = await readFile(path, 'utf8');
  python.runPython(script, { globals, filename: basename(path) });
}

// Starts from an image and does what visitors do first: the memory then, and by file the compiled
// code's functions that have run.
async function visited(file, head) {
  const archive = new Archive();
  const [engine, ...others] = await Promise.all([ENGINE, ...extensions].map(async (it) => (
    { ...it, code: await WebAssembly.compile(marked(await readFile(join(whole, it.file)))) })));
  const ran = new Map();
  const instantiate = (name, code, imports) => {
    const made = watched(code, imports);
    ran.set(name, made.ran);
    return made.instance;
  };
  const createPyodideModule = restoring(
    linking(createEngine, engine, others, instantiate), file, (it) => archive.trap(it),
  );
  const python = await loadPyodide({ ...options(), _loadSnapshot: head, createPyodideModule });
  // As the page calls: by a proxy of the module.
  for (const [module, name, ...given] of [['browser_image', 'wake'], manifest.probe]) {
    const proxy = python.pyimport(module);
    proxy[name](...given);
    proxy.destroy();
  }
  const scope = python.runPython('dict(__name__="visit")');
  await run(python, manifest.warmup.visit, scope);
  await run(python, manifest.warmup.wander, scope);
  scope.destroy();
  if (archive.wanted) throw new Error('the image lacks what visitors do first');
  python.runPython('try:\n  import browser_later\nexcept OSError: pass');
  if (!archive.wanted) throw new Error('nobody would hear that code is missing');
  return { memory: python._module.HEAPU8.buffer, ran };
}

async function writeHalves(file, ran) {
  const [first, second] = halved(await readFile(join(whole, file)), ran);
  await writeFile(join(parts, file), first);
  await writeFile(join(parts, secondOf(file)), second);
}

// Take out of an image what may come later: [address, bytes] of it, and the memory without it.
function parted({ memory, heap, code, counts }) {
  const words = new Uint32Array(memory.buffer);
  const warm = code.warm();
  code.see(memory.buffer);
  const cold = code.cold(warm, (at) => counts.get(at) ?? words[at >>> 2]);
  const chunks = new Chunks(words, heap);
  const later = [...cold.objects].map((at) => chunks.of(at));
  for (const [at, end] of later) words.fill(0, at >>> 2, end >>> 2);
  const runs = later.map(([at, end]) => [at, end - at]);
  return [...runs, ...code.standFor(cold.functions)].sort(([one], [other]) => one - other);
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

function packed({ layout, memory }, runs) {
  const numbers = [MAGIC, layout, memory.length, runs.length];
  return Buffer.concat([
    new Uint8Array(Uint32Array.from([...numbers, ...runs.flat()]).buffer),
    ...runs.map(([address, bytes]) => memory.subarray(address, address + bytes)),
  ]);
}

async function make() {
  const blanks = [await fresh(), await fresh()];
  const image = await taken();
  const all = { ...image, memory: image.memory.slice() };
  const packedAll = new Uint8Array(packed(all, differences(all.memory, ...blanks)));
  const { memory, ran } = await visited(packedAll, image.head);
  image.code.see(memory);
  const later = parted(image);
  const first = packed(image, differences(image.memory, ...blanks));
  await writeFile(join(parts, manifest.image.file), first);
  await writeFile(join(parts, manifest.image.later), packed(all, later));
  await writeFile(headPath, image.head);
  for (const [file, those] of ran) await writeHalves(file, those());
}

await make().catch((error) => {
  console.error(error.message); // its stack would quote the engine whole
  process.exitCode = 1;
});
