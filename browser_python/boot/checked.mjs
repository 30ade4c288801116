// Checks an answer of the network against what was published: its type, its length, its digest.
// A proxy of an office may answer with a page of its own, cut a file off, or alter it.
import { Failure } from './failure.mjs';

const ANEW = 'reload'; // past all caches, and what lies in them is replaced: the service worker's too

/** @type {Record<string, RegExp>} content types that a browser runs, by the ending of a file's name */
const TYPES = {
  wasm: /^application\/wasm$/,
  mjs: /^(text|application)\/(x-)?javascript\b/,
  json: /^application\/json\b/,
};

/** @typedef {{sha256: string, bytes: number}} Published what a file's contents are */

/**
 * Read a response whole and compare it with what was published.
 * @param {Response} response
 * @param {string} file the name to put into a failure
 * @param {Published} expected
 * @param {(bytes: number) => void} [onBytes] told of every piece
 * @param {number} [patience] milliseconds to wait for each piece
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 * @throws {Failure} offline, file_blocked, file_hash
 */
export async function readChecked(response, file, expected, onBytes = () => {}, patience = 0) {
  const content = new Uint8Array(expected.bytes);
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  let length = 0;
  for (;;) {
    const { done, value } = await inTime(reader.read(), patience).catch((error) => {
      reader.cancel().catch(() => {});
      throw lost(file, error);
    });
    if (done) break;
    if (length + value.length > content.length) throw altered(file, 'longer than published');
    content.set(value, length);
    length += value.length;
    onBytes(value.length);
  }
  if (length < content.length) throw altered(file, `${length} of ${content.length} bytes`);
  const digest = await sha256(content);
  if (digest && digest !== expected.sha256) throw altered(file, digest);
  return content;
}

/**
 * Fetch a file and check it, and once more past all caches where it did not come as published: a
 * file that was altered once on its way may lie in a cache for ever.
 * @template T
 * @param {(cache?: RequestCache) => Promise<T>} get
 * @param {(failure: Failure) => void} [mended] told when only the second came as published
 * @returns {Promise<T>}
 * @throws {Failure} what was wrong with the first
 */
export async function orAnew(get, mended = () => {}) {
  try {
    return await get();
  } catch (failure) {
    if (!(failure instanceof Failure && failure.isAnswer)) throw failure;
    const content = await get(ANEW).catch(() => { throw failure; });
    mended(failure);
    return content;
  }
}

/**
 * Have what the caches keep of a file replaced; where it does not come, all stays as it is.
 * @param {URL} url
 * @param {number} patience milliseconds
 */
export async function renew(url, patience) {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patience);
  await fetch(url, { signal: waiting.signal, cache: ANEW }).then((it) => it.arrayBuffer()).catch(() => {});
  clearTimeout(timer);
}

/**
 * Wait for something, but not for ever.
 * @template T
 * @param {Promise<T>} coming
 * @param {number} patience milliseconds; 0: as long as it takes
 * @returns {Promise<T>}
 * @throws {Error} it did not come in time
 */
export function inTime(coming, patience) {
  if (!patience) return coming;
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('nothing more came')), patience);
  });
  return Promise.race([coming, late]).finally(() => clearTimeout(timer));
}

/**
 * Refuse a file of a content type that a browser does not run.
 * @param {string} file
 * @param {string | null} type
 * @throws {Failure} file_type
 */
export function requireType(file, type) {
  const wanted = TYPES[file.slice(file.lastIndexOf('.') + 1)];
  if (wanted && !wanted.test(type ?? '')) throw new Failure('file_type', { file, detail: type ?? '' });
}

/**
 * @param {string} file
 * @param {string} detail
 * @returns {Failure} the file was altered on its way
 */
export function altered(file, detail) {
  return new Failure('file_hash', { file, detail });
}

/**
 * @param {string} file
 * @param {unknown} error what the browser said
 * @returns {Failure} the file did not come
 */
export function lost(file, error) {
  const code = self.navigator.onLine ? 'file_blocked' : 'offline';
  return new Failure(code, { file, detail: messageOf(error) });
}

/**
 * @param {unknown} error
 * @returns {string} what an error says, whatever was thrown
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Browsers hash only for https and localhost; elsewhere the length has to do.
 * @param {Uint8Array<ArrayBuffer>} content
 */
async function sha256(content) {
  if (!self.crypto.subtle) return '';
  const digest = new Uint8Array(await self.crypto.subtle.digest('SHA-256', content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
