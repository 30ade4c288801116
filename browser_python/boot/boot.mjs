// Starts Python in a worker from the published runtime, by the best way that its level has.
//
// Measured at the level `image` in Chromium on two cores, medians, from navigation to the first
// finding: 0.5 s; at 50 Mbit/s 1.1 s; at 10 Mbit/s 3.9 s, where the bytes decide; a second time, from
// the service worker, 0.4 s. Nothing is preloaded, since the head of the page starts the worker: with
// 100 ms of round trip, `preload` fetched each file twice and gained nothing.
import { messageOf, renew } from './checked.mjs';
import { Downloads } from './downloads.mjs';
import { Ended, Failure } from './failure.mjs';
import { Files } from './files.mjs';
import { STUB } from './link.mjs';
import { measure, measured } from './times.mjs';
import { WAYS, planned } from './ways.mjs';

const PATIENCE = 60_000; // milliseconds

/** @type {Record<import('./manifest.mjs').Level, import('./manifest.mjs').Level[]>} in this order */
const WAYS_OF = { stock: ['stock'], archive: ['archive'], image: ['image', 'archive'] };

/**
 * @typedef {object} Ready
 * @property {Record<string, string>} versions by package
 * @property {import('./manifest.mjs').Level} way by which Python has started
 * @property {string} [refused] why Python did not start from the image, if there is an image
 * @property {ReturnType<typeof measured>} times
 *
 * @typedef {object} Booted
 * @property {import('pyodide').PyodideAPI} python
 * @property {Ready} ready for the page
 * @property {any} entry the function of the manifest's entry, to be called inside `run` alone
 * @property {<T>(work: () => T) => Promise<T>} run runs work with Python; if the work needs a file that
 *   has not come, fetches the file and runs the work again. Throws `Ended` when compiled code that
 *   Python called could not be fetched, `Failure` when another file could not, and what Python throws
 * @property {(...given: unknown[]) => Promise<any>} call calls the entry inside `run`
 * @property {() => Promise<void>} whole fetches all that comes later now, for work that needs it
 */

/**
 * Fetch, check and start Python.
 * @param {import('./manifest.mjs').Placed} manifest
 * @param {import('./downloads.mjs').OnStage} [onStage]
 * @param {string | null} [way] the only way to try, for diagnosis
 * @returns {Promise<Booted>}
 * @throws {Failure}
 */
export async function boot(manifest, onStage = () => {}, way = null) {
  const began = performance.now();
  const files = new Files(manifest);
  /** @type {Downloads | undefined} */
  let downloads;
  try {
    requireWasm();
    const ways = WAYS_OF[manifest.level].filter((it) => !way || it === way);
    const [first] = ways;
    if (!first) throw new Failure('no_way', { detail: `${way}` });
    onStage('download');
    downloads = new Downloads(files, planned(manifest, first), onStage);
    const started = await startPython({ manifest, files, downloads, began }, first, ways.slice(1));
    onStage('prepare');
    return booted(manifest, files, started);
  } catch (error) {
    if (error instanceof Failure && !error.file) throw error;
    downloads?.abandon();
    if (error instanceof Failure) throw (await files.findBroken(undefined, [error.file])) ?? error.mended;
    throw (await files.findBroken()) ?? nameOf(error);
  }
}

/**
 * @param {import('./ways.mjs').Start} start
 * @param {import('./manifest.mjs').Level} way
 * @param {import('./manifest.mjs').Level[]} others the ways to try if that one fails, in order
 * @returns {Promise<import('./ways.mjs').Started & {way: import('./manifest.mjs').Level, refused?: string}>}
 */
async function startPython(start, way, others) {
  try {
    return { ...await WAYS[way](start), way };
  } catch (error) {
    const [next, ...rest] = others;
    if (!next) throw error;
    const started = await startPython(start, next, rest);
    // A damaged file may lie in a cache: fetched past the caches, it is right for the next start.
    if (error instanceof Failure && error.isAnswer) renew(start.files.address(error.file), PATIENCE);
    return { ...started, refused: messageOf(error) };
  }
}

/**
 * @param {import('./manifest.mjs').Manifest} manifest
 * @param {Files} files
 * @param {Awaited<ReturnType<typeof startPython>>} started
 * @returns {Booted}
 */
function booted({ entry, versions }, files, { python, archive, halves, way, refused }) {
  const main = python.pyimport(entry.module)[entry.function]; // a proxy that lives as long as Python
  measure('boot:ready', 0);

  /** @type {Booted['run']} */
  async function run(work) {
    try {
      const result = await archive.run(work);
      if (halves?.failure) throw halves.failure;
      return result;
    } catch (error) {
      const failure = halves?.failure;
      throw failure ? new Ended(await lookedAt(failure, files)) : error;
    }
  }

  archive.fetchWhenIdle();
  const ready = { versions, way, ...(refused === undefined ? {} : { refused }), times: measured() };
  return {
    python, ready, entry: main, run,
    call: (...given) => run(() => main(...given)),
    whole: () => archive.whole(),
  };
}

/**
 * Say more exactly what was wrong with a file. A synchronous request failed, and such a request cannot
 * find out whether the site was published anew.
 * @param {unknown} failure
 * @param {Files} files
 */
async function lookedAt(failure, files) {
  const file = failure instanceof Failure && failure.file;
  return (file && await files.findBroken(undefined, [file])) || failure;
}

// Compiles an empty module. Pyodide would wait for ever if a policy refused WebAssembly.
function requireWasm() {
  if (!self.WebAssembly?.compileStreaming) throw new Failure('old_browser');
  try {
    new WebAssembly.Module(STUB);
  } catch (error) {
    throw new Failure('wasm_blocked', { detail: messageOf(error) });
  }
}

/**
 * Name what stopped a start. All files came as published, so the cause is in the browser.
 * @param {unknown} error
 */
function nameOf(error) {
  const detail = messageOf(error);
  if (error instanceof RangeError || /memory/i.test(detail)) return new Failure('memory', { detail });
  const incapable = [WebAssembly.CompileError, WebAssembly.LinkError, SyntaxError];
  const code = incapable.some((kind) => error instanceof kind) ? 'old_browser' : 'start_failed';
  return new Failure(code, { detail });
}
