// Makes the browser's memory image: starts Python, runs the warm-up, and writes the memory that differs
// from that of a freshly linked engine. What a start needs is one image, what may come later another,
// and Pyodide's head a third file. Compiled code is halved in the same way, into `<name>.wasm` and
// `<name>.later.wasm`.
// usage: node --import ./fixed_world.mjs make_image.mjs <manifest.json> <whole> <inside>
//   <parts> <head>
// browser_python/boot/image.mjs describes the format and reads it.
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
import { wordAt } from './words.mjs';

// Bytes that are compared at once. With 64, the image is 0.3 % smaller on the wire and has 4,223 runs to
// paint in place of 490; with 4096, it is 0.8 % larger and has 24.
const BLOCK = 256;
const PAGE = 65_536; // WebAssembly's

const ENGINE = { file: 'pyodide.asm.wasm' };

/**
 * @typedef {import('./engine.mjs').Engine} Engine
 * @typedef {import('./engine.mjs').Python} Python
 * @typedef {import('../boot/engine.mjs').Factory} Factory
 * @typedef {[address: number, bytes: number]} Run
 * @typedef {Awaited<ReturnType<typeof taken>>} Taken
 *
 * @typedef {object} Wanted what `image.py` adds to a manifest
 * @property {{file: string, later: string}} image the files to write
 * @property {{visit: string, wander: string}} warmup paths of scripts
 * @property {string[]} atStart how the names of files begin whose code comes with the image
 * @property {[string, string, ...string[]]} probe a module, a function of it, and what it is given
 */

const [manifestPath = '', whole = '', inside = '', parts = '', headPath = ''] = process.argv.slice(2);
/** @type {import('../boot/manifest.mjs').Manifest & Wanted} */
const manifest = JSON.parse(await readFile(manifestPath, 'utf8'));
/** @type {{default: Factory}} */
const { default: createEngine } = await import(pathToFileURL(resolve(whole, 'pyodide.asm.mjs')).href);
const extensions = await Promise.all(manifest.extensions.map(async (it) => (
  { ...it, code: await WebAssembly.compile(await readFile(join(whole, it.file))) })));
const options = () => ({
  indexURL: resolve(whole),
  stdLibURL: resolve(whole, manifest.archive),
  lockFileContents: manifest.lock,
  packageBaseUrl: './',
  env: { ...manifest.env, PYTHONHASHSEED: '0' },
  fsInit: stubs(extensions),
  _sysExecutable: 'python', // By default the path of this script would be in the image.
});

/**
 * Start Python by a factory that takes the place of Emscripten's.
 * @param {Factory} createPyodideModule
 * @param {object} [others] Pyodide's private options
 */
async function start(createPyodideModule, others) {
  const python = await loadPyodide(/** @type {object} */ ({ ...options(), createPyodideModule, ...others }));
  return /** @type {Python} */ (python);
}

/** Return the memory of an engine that is linked as in the browser and in which Python has not started. */
async function fresh() {
  /** @type {import('../boot/engine.mjs').Engine | undefined} */
  let engine;
  /** @type {Factory} */
  const linked = async (settings) => {
    settings.noInitialRun = true;
    settings.preRun.push((it) => prelink(it, extensions));
    engine = await createEngine(settings);
    throw new Error('far enough');
  };
  const failure = await start(linked).catch((error) => error);
  if (!engine) throw failure;
  return engine.HEAPU8;
}

async function taken() {
  let layout = 0;
  let begin = 0;
  /** @type {Factory} */
  const linked = (settings) => {
    settings.preRun.push((engine) => {
      layout = prelink(engine, extensions);
      begin = breakOf(engine);
    });
    return createEngine(settings);
  };
  const python = await start(linked, { _makeSnapshot: true });
  await requireLayout(python);
  const engine = python._module;
  python.runPython('import browser_image; import browser_extensions as finder');
  for (const { module, path } of manifest.extensions) {
    python.runPython(`finder.place(${JSON.stringify(module)}, ${JSON.stringify(placeOf(engine, path))})`);
  }
  const scope = python.runPython('dict(__name__="visit")');
  await run(python, manifest.warmup.visit, scope);
  // The script's objects have to be freed before `reachable` looks for objects: those it finds are made
  // immortal, and would be in the image for nothing.
  scope.destroy();
  const settling = python.runPython('dict(__name__="settle")');
  await run(python, join(inside, 'settle.py'), settling);
  await run(python, join(inside, 'reachable.py'), settling);
  const reachable = settling.get('reachable');
  settling.destroy();
  python.runPython('del browser_image, finder; import gc; gc.collect()');
  const found = reachable();
  const addresses = found.getBuffer('u8');
  const heap = () => ({ start: begin, end: breakOf(engine) });
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
  const headBytes = wordAt(new Uint32Array(snapshot.buffer), 4 * HEAD_BYTES_AT);
  const pages = Math.ceil(breakOf(engine) / PAGE) * PAGE;
  const [head, memory] = [snapshot.slice(0, headBytes), snapshot.slice(headBytes, headBytes + pages)];
  return { layout, head, memory, heap: heap(), code, counts };
}

/**
 * @param {Python} python
 * @param {string} path of a script
 * @param {import('pyodide/ffi').PyProxy} globals
 */
async function run(python, path, globals) {
  const script = await readFile(path, 'utf8');
  python.runPython(script, { globals, filename: basename(path) });
}

/**
 * Start from an image and run the warm-up.
 * @param {Uint8Array<ArrayBuffer>} file the image
 * @param {Uint8Array} head
 * @returns {Promise<{memory: ArrayBuffer, ran: Map<string, () => Set<string>>}>} the memory after the
 *   warm-up, and by file of compiled code, the functions that have run
 */
async function visited(file, head) {
  const archive = new Archive();
  const [engine, ...others] = await Promise.all([markedCode(ENGINE), ...extensions.map(markedCode)]);
  const ran = new Map();
  /** @type {import('../boot/link.mjs').Make} */
  const instantiate = (name, code, imports) => {
    const made = watched(code, imports);
    ran.set(name, made.ran);
    return made.instance;
  };
  const createPyodideModule = restoring(
    linking(createEngine, engine, others, instantiate), file, (it) => archive.trap(it),
  );
  const python = await start(createPyodideModule, { _loadSnapshot: head });
  // A page calls Python by the proxy of a module, and the code of such a call has to come with the start.
  /** @type {[string, string, ...string[]][]} */
  const calls = [['browser_image', 'wake'], manifest.probe];
  for (const [module, name, ...given] of calls) {
    const proxy = python.pyimport(module);
    proxy[name](...given);
    proxy.destroy();
  }
  const scope = python.runPython('dict(__name__="visit")');
  await run(python, manifest.warmup.visit, scope);
  await run(python, manifest.warmup.wander, scope);
  scope.destroy();
  if (archive.wanted) throw new Error('the image lacks what visitors do first');
  python.runPython('try:\n  import browser_later\nexcept ImportError: pass');
  if (!archive.wanted) throw new Error('nobody would hear that code is missing');
  return { memory: python._module.HEAPU8.buffer, ran };
}

/**
 * @template {{file: string}} Described
 * @param {Described} it
 */
async function markedCode(it) {
  const code = marked(await readFile(join(whole, it.file)));
  return { ...it, code: await WebAssembly.compile(new Uint8Array(code)) };
}

/**
 * @param {string} file
 * @param {Set<string>} ran
 */
async function writeHalves(file, ran) {
  const [first, second] = halved(await readFile(join(whole, file)), ran);
  await writeFile(join(parts, file), first);
  await writeFile(join(parts, secondOf(file)), second);
}

/**
 * Take out of the memory of an image what may come later.
 * @param {Taken} image
 * @returns {Run[]} the places of what was taken out
 */
function parted({ memory, heap, code, counts }) {
  const words = new Uint32Array(memory.buffer);
  const warm = code.warm();
  code.see(memory.buffer);
  const cold = code.cold(warm, (at) => counts.get(at) ?? wordAt(words, at));
  const chunks = new Chunks(words, heap);
  /** @type {Run[]} */
  const runs = [...cold.objects].map((object) => {
    const chunk = chunks.of(object);
    if (!chunk) throw new RangeError(`no chunk holds the object at ${object}`);
    const [at, end] = chunk;
    return [at, end - at];
  });
  for (const [at, bytes] of runs) words.fill(0, at >>> 2, (at + bytes) >>> 2);
  return [...runs, ...code.standFor(cold.functions)].sort(([one], [other]) => one - other);
}

/**
 * Find the blocks in which a memory differs from that of a fresh engine. Bytes that differ between two
 * fresh engines are there by chance, so the image has to hold them.
 * @param {Uint8Array} memory
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 */
function differences(memory, one, other) {
  const same = (/** @type {number} */ at) => (at < one.length ? memory[at] === one[at] && one[at] === other[at] : !memory[at]);
  /** @type {Run[]} */
  const runs = [];
  for (let from = 0; from < memory.length; from += BLOCK) {
    const end = Math.min(from + BLOCK, memory.length);
    let at = from;
    while (at < end && same(at)) at++;
    if (at === end) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === from) last[1] += end - from;
    else runs.push([from, end - from]);
  }
  return runs;
}

/**
 * @param {{layout: number, memory: Uint8Array}} image
 * @param {Run[]} runs
 */
function packed({ layout, memory }, runs) {
  const numbers = [MAGIC, layout, memory.length, runs.length];
  return Buffer.concat([
    new Uint8Array(Uint32Array.from([...numbers, ...runs.flat()]).buffer),
    ...runs.map(([address, bytes]) => memory.subarray(address, address + bytes)),
  ]);
}

async function make() {
  /** @type {[Uint8Array, Uint8Array]} */
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
  console.error(error.message); // The stack would print the line of the error: the whole glue.
  process.exitCode = 1;
});
