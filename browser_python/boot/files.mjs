// Fetches the runtime's files and finds out what a network did to them.
import manifest from 'runtime-manifest'; // what was built; the bundler puts it here
import { Failure } from './failure.mjs';

export const MANIFEST = manifest;
/** Where all editions of the site keep their Pythons: each in a folder named by its contents. */
export const FOLDER = new URL(`../../../runtime/${manifest.build}/`, import.meta.url);

const NEEDED = Object.keys(manifest.files).filter((file) => file !== manifest.image.file);
const SITE = new URL('../../../', import.meta.url);
const LIST_PATIENCE = 2000; // milliseconds
const ANEW = 'reload'; // past all caches, and what lies in them is replaced: the service worker's too

const TYPES = {
  wasm: /^application\/wasm$/,
  mjs: /^(text|application)\/(x-)?javascript\b/,
  json: /^application\/json\b/,
};

/**
 * Fetch a file whose type must be right.
 * @param {URL} url
 * @param {object} [options]
 * @param {number} [options.patience] milliseconds to wait for an answer's beginning
 * @param {AbortController} [options.waiting] ends the request
 * @param {RequestCache} [options.cache]
 * @returns {Promise<Response>}
 * @throws {Failure} offline, file_blocked, file_type, replaced
 */
export async function open(url, { patience, waiting = new AbortController(), cache } = {}) {
  const file = url.pathname.split('/').pop();
  const timer = patience && setTimeout(() => waiting.abort(), patience);
  const response = await fetch(url, { signal: waiting.signal, cache }).catch((error) => {
    throw lost(file, error);
  });
  clearTimeout(timer);
  if (!response.ok) {
    // Published anew, the site no longer has the files of this edition: a page loaded anew has others.
    const isReplaced = await published(url, LIST_PATIENCE) === null;
    const code = isReplaced ? 'replaced' : 'file_blocked';
    throw new Failure(code, { file, detail: `HTTP ${response.status}` });
  }
  requireType(file, response.headers.get('content-type'));
  return response;
}

/**
 * Read a response whole and compare it with what the manifest says of it.
 * @param {Response} response
 * @param {string} file the name to put into a failure
 * @param {{sha256: string, bytes: number}} expected
 * @param {(bytes: number) => void} onBytes told of every piece
 * @param {number} [patience] milliseconds to wait for each piece
 * @returns {Promise<Uint8Array>}
 * @throws {Failure} offline, file_blocked, file_hash
 */
export async function readChecked(response, file, expected, onBytes = () => {}, patience = 0) {
  const content = new Uint8Array(expected.bytes);
  const reader = response.body.getReader();
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
    if (!failure.isAnswer) throw failure;
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
 * Fetch compiled code while all else in this worker waits. Browsers hash only meanwhile: here the
 * length has to do, and that it can be compiled.
 * @param {string} file
 * @returns {WebAssembly.Module}
 * @throws {Failure} offline, file_blocked, file_type, file_hash
 */
export function fetchNow(file) {
  try {
    return askNow(file, '');
  } catch (failure) {
    if (!failure.isAnswer) throw failure;
    return askNow(file, `?retry=${Date.now()}`); // A request that waits knows no other way past the caches.
  }
}

function askNow(file, search) {
  const request = new XMLHttpRequest();
  request.open('GET', new URL(file + search, FOLDER), false);
  request.responseType = 'arraybuffer';
  try {
    request.send();
  } catch (error) {
    throw lost(file, error);
  }
  const { status, response } = request;
  if (status !== 200) throw new Failure('file_blocked', { file, detail: `HTTP ${status}` });
  requireType(file, request.getResponseHeader('content-type'));
  const { bytes } = manifest.files[file];
  if (response.byteLength !== bytes) throw altered(file, `${response.byteLength} of ${bytes} bytes`);
  try {
    return new WebAssembly.Module(response);
  } catch (error) {
    throw altered(file, error.message);
  }
}

/**
 * Fetch files again and name the first that does not arrive as published, or that did so only
 * past the caches: that one is mended.
 * @param {number} [patience] milliseconds to wait for each piece of a file
 * @param {string[]} [files] else all that Python does not start without
 * @returns {Promise<Failure | undefined>}
 */
export async function findBroken(patience = 15_000, files = NEEDED) {
  let found;
  try {
    for (const file of files) {
      const expected = manifest.files[file];
      await orAnew(async (cache) => {
        const response = await open(new URL(file, FOLDER), { patience, cache });
        await readChecked(response, file, expected, undefined, patience);
      }, (failure) => { found ??= failure.mended; });
    }
    return found;
  } catch (failure) {
    return failure;
  }
}

/**
 * Say what a file of the site is by the list of what is published now.
 * @param {URL} url
 * @param {number} patience milliseconds
 * @returns {Promise<{sha256: string, bytes: number} | null | undefined>} null when the site no
 *   longer has the file; undefined when the list does not come
 */
export async function published(url, patience) {
  try {
    const { files } = await inTime(list(), patience);
    return files[(url.origin + url.pathname).slice(SITE.href.length)] ?? null;
  } catch {
    return undefined;
  }
}

async function list() {
  return (await fetch(new URL('edition.json', SITE), { cache: 'no-store' })).json();
}

function inTime(coming, patience) {
  if (!patience) return coming;
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('nothing more came')), patience);
  });
  return Promise.race([coming, late]).finally(() => clearTimeout(timer));
}

function requireType(file, type) {
  const wanted = TYPES[file.split('.').pop()];
  if (wanted && !wanted.test(type ?? '')) throw new Failure('file_type', { file, detail: type ?? '' });
}

function altered(file, detail) {
  return new Failure('file_hash', { file, detail });
}

function lost(file, error) {
  const code = self.navigator.onLine ? 'file_blocked' : 'offline';
  return new Failure(code, { file, detail: error.message });
}

// Browsers hash only for https and localhost; elsewhere the length has to do.
async function sha256(content) {
  if (!self.crypto.subtle) return '';
  const digest = new Uint8Array(await self.crypto.subtle.digest('SHA-256', content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
