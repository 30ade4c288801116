// The files that a start of Python needs, seen from the page: where they lie, and whether they come as
// published.
import { Files, orAnew, readChecked } from '../../../../browser_python/boot/index.mjs';
import { MANIFEST, WAY } from './runtime.mjs';

/** @import { Failure } from '../../../../browser_python/boot/index.mjs' */

/**
 * Where the packed folder of a call lies, and what comes if nothing on the way has changed it.
 * @typedef {{address: string, sha256: string, bytes: number}} Folder
 */

export const WORKER = new URL(`./worker.mjs${WAY ? `?runtime=${encodeURIComponent(WAY)}` : ''}`, import.meta.url);
export const FILES = new Files(MANIFEST);

/**
 * Find out whether the worker's script comes as published.
 * @param {number} patience milliseconds to wait for each piece
 * @returns {Promise<Failure | undefined>}
 */
export async function findBrokenWorker(patience) {
  /** @type {Failure | undefined} */
  let found;
  try {
    await orAnew(async (cache) => {
      const response = await FILES.open(WORKER, { patience, cache });
      const expected = await FILES.published(WORKER, patience);
      if (expected) await readChecked(response, 'worker.mjs', expected, undefined, patience);
    }, (failure) => { found = failure.mended; });
    return found;
  } catch (failure) {
    return /** @type {Failure} */ (failure); // The functions that read files throw nothing else.
  }
}

/**
 * Fetch the folder of a call, and compare it with the digest in the page.
 * @param {Folder} folder
 * @param {number} patience milliseconds to wait for each piece
 * @returns {Promise<Blob>}
 * @throws {Failure}
 */
export async function fetchFolder({ address, ...expected }, patience) {
  const url = new URL(address);
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  const content = await orAnew(async (cache) => (
    readChecked(await FILES.open(url, { patience, cache }), name, expected, undefined, patience)));
  return new Blob([content]);
}
