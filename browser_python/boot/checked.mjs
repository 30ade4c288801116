// Checks the type, length and digest of a fetched file. The proxy of an office may answer with a page of
// its own, cut a file off, or alter it.
import { Failure } from './failure.mjs';

// The mode of `fetch` that asks the server past all caches, and replaces the copies in these caches, that
// of the service worker too.
const ANEW = 'reload';

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
 * @param {(bytes: number) => void} [onBytes] called for every piece that comes
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
 * Fetch and check a file. If the file does not come as published, fetch it once more past all caches:
 * a file that was altered once on its way may lie in a cache for ever.
 * @template T
 * @param {(cache?: RequestCache) => Promise<T>} get
 * @param {(failure: Failure) => void} [mended] called if only the second answer is as published
 * @returns {Promise<T>}
 * @throws {Failure} what was wrong with the first answer
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
 * Replace the copies of a file in all caches; if the file does not come, the copies stay.
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
 * @returns {string} the message of an error, or whatever else was thrown as text
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Return a digest in hexadecimal, or '' where the browser computes none: browsers do so only for pages
 * by https or from localhost, and elsewhere only the length can be checked.
 * @param {Uint8Array<ArrayBuffer>} content
 */
async function sha256(content) {
  if (!self.crypto.subtle) return '';
  const digest = new Uint8Array(await self.crypto.subtle.digest('SHA-256', content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
