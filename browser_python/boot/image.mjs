// Reads the memory image: Python's memory as it was at build, after the application's warm-up. The file
// consists of little-endian 32-bit numbers and then bytes:
//   MAGIC, layout, bytes of memory, number of runs;
//   for each run: address, number of bytes;
//   the bytes of all runs. Other memory is as in an engine that has just been linked.
// The code of functions that no start calls is in a second file of the same form. Until it is painted,
// these functions have the code of `browser_image.stand_in`.
//
// Pyodide needs the head of its snapshot (its build id, and the JavaScript objects that Python holds)
// before the file has come, so the head is in the manifest.
import { measure } from './times.mjs';

export const MAGIC = 0x33474d49; // IMG3
const NUMBERS = 4;

/**
 * @typedef {{layout: number, size: number, runs: Uint32Array, data: Uint8Array}} Image
 */

/**
 * Make Pyodide's `createPyodideModule` that starts an engine from an image.
 * @param {(settings: import('./engine.mjs').Settings) => Promise<import('./link.mjs').Linked>} link
 * @param {Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>} file the image; it may still be on its way
 * @param {(engine: import('./engine.mjs').Engine) => void} prepare called with the engine before Python runs in it
 * @returns {import('./engine.mjs').Factory}
 * @throws {Error} from the returned factory, when the engine has another layout than the image
 */
export function restoring(link, file, prepare) {
  return async (settings) => {
    settings.noInitialRun = true;
    const { engine, layout } = await link(settings);
    prepare(engine);
    const image = open(await file);
    if (image.layout !== layout) throw new Error('another layout');
    const start = performance.now();
    paint(engine, image);
    measure('boot:paint', start);
    return engine;
  };
}

/**
 * Take an image apart.
 * @param {Uint8Array<ArrayBuffer>} file its contents start at a multiple of 4
 * @returns {Image}
 * @throws {Error} not an image
 */
export function open(file) {
  const numbers = new Uint32Array(file.buffer, file.byteOffset, NUMBERS);
  const [magic, layout, size, count] = /** @type {[number, number, number, number]} */ (
    /** @type {unknown} */ (numbers));
  if (magic !== MAGIC) throw new Error('not an image');
  const runsAt = file.byteOffset + numbers.byteLength;
  const runs = new Uint32Array(file.buffer, runsAt, count * 2);
  const dataAt = numbers.byteLength + runs.byteLength;
  return { layout, size, runs, data: file.subarray(dataAt) };
}

/**
 * Return the head of a snapshot for Pyodide's `_loadSnapshot`, which restores no memory from a head alone.
 * @param {{head: string}} described as in the manifest, in base64
 * @returns {Uint8Array}
 */
export function headOf({ head }) {
  return Uint8Array.from(atob(head), (letter) => letter.charCodeAt(0));
}

/**
 * Paint the later part of an image.
 * @param {import('./engine.mjs').Engine} engine
 * @param {Uint8Array<ArrayBuffer>} file
 */
export function complete(engine, file) {
  paint(engine, open(file));
}

/**
 * Find where the engine keeps its trampoline. Every engine makes a trampoline from what the browser
 * offers, so the trampoline of another engine, in an image, must not replace it.
 * @param {import('./engine.mjs').Engine} engine
 * @returns {number} an index into `HEAP32`
 */
export function trampolineOf(engine) {
  const offset = /** @type {number} */ (engine.HEAP32[engine.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >>> 2]);
  return (engine.__PyRuntime + offset) >>> 2;
}

/**
 * @param {import('./engine.mjs').Engine} engine
 * @param {Image} image
 */
function paint(engine, { size, runs, data }) {
  if (engine.HEAPU8.length < size) engine.growMemory(size);
  if (engine.HEAPU8.length < size) throw new RangeError(`memory for ${size} bytes`);
  const slot = trampolineOf(engine);
  const trampoline = /** @type {number} */ (engine.HEAP32[slot]);
  let from = 0;
  for (let run = 0; run < runs.length; run += 2) {
    const [address, bytes] = /** @type {[number, number]} */ ([runs[run], runs[run + 1]]);
    engine.HEAPU8.set(data.subarray(from, from + bytes), address);
    from += bytes;
  }
  engine.HEAP32[slot] = trampoline;
}
