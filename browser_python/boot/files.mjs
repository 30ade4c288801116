// Fetches the runtime's files and finds out what a network did to them.
import { altered, inTime, lost, messageOf, orAnew, readChecked, requireType } from './checked.mjs';
import { Failure } from './failure.mjs';

const LIST_PATIENCE = 2000; // milliseconds

export class Files {
  #manifest;

  /** @param {import('./manifest.mjs').Placed} manifest */
  constructor(manifest) {
    this.#manifest = manifest;
  }

  /**
   * @param {string} file its name in the manifest
   * @returns {URL} where it lies
   */
  address(file) {
    return new URL(file, this.#manifest.folder);
  }

  /**
   * @param {string} file
   * @returns {import('./checked.mjs').Published}
   * @throws {Error} the manifest names no such file
   */
  expected(file) {
    const found = this.#manifest.files[file];
    if (!found) throw new Error(`the manifest names no file ${file}`);
    return found;
  }

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
  async open(url, { patience, waiting = new AbortController(), cache } = {}) {
    const file = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
    const timer = patience && setTimeout(() => waiting.abort(), patience);
    const response = await fetch(url, { signal: waiting.signal, cache }).catch((error) => {
      throw lost(file, error);
    });
    clearTimeout(timer);
    if (!response.ok) {
      // Published anew, the site no longer has the files of this edition: a page loaded anew has others.
      const isReplaced = await this.published(url, LIST_PATIENCE) === null;
      const code = isReplaced ? 'replaced' : 'file_blocked';
      throw new Failure(code, { file, detail: `HTTP ${response.status}` });
    }
    requireType(file, response.headers.get('content-type'));
    return response;
  }

  /**
   * Fetch a file of the runtime, checked.
   * @param {string} file
   * @param {RequestCache} [cache]
   * @param {number} [patience] milliseconds to wait for each piece
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   * @throws {Failure}
   */
  async read(file, cache, patience) {
    const response = await this.open(this.address(file), { patience, cache });
    return readChecked(response, file, this.expected(file), undefined, patience);
  }

  /**
   * Fetch compiled code while all else in this worker waits. Browsers hash only meanwhile: here the
   * length has to do, and that it can be compiled.
   * @param {string} file
   * @returns {WebAssembly.Module}
   * @throws {Failure} offline, file_blocked, file_type, file_hash
   */
  codeNow(file) {
    try {
      return this.#askNow(file, '');
    } catch (failure) {
      if (!(failure instanceof Failure && failure.isAnswer)) throw failure;
      return this.#askNow(file, `?retry=${Date.now()}`); // A request that waits knows no other way past the caches.
    }
  }

  /**
   * Fetch files again and name the first that does not arrive as published, or that did so only
   * past the caches: that one is mended.
   * @param {number} [patience] milliseconds to wait for each piece of a file
   * @param {string[]} [files] else all that Python does not start without
   * @returns {Promise<Failure | undefined>}
   */
  async findBroken(patience = 15_000, files = this.#needed()) {
    /** @type {Failure | undefined} */
    let found;
    try {
      for (const file of files) {
        await orAnew((cache) => this.read(file, cache, patience), (failure) => {
          found ??= failure.mended;
        });
      }
      return found;
    } catch (failure) {
      return /** @type {Failure} */ (failure);
    }
  }

  /**
   * Say what a file of the site is by the list of what is published now.
   * @param {URL} url
   * @param {number} patience milliseconds
   * @returns {Promise<import('./checked.mjs').Published | null | undefined>} null when the site no
   *   longer has the file; undefined when the list does not come
   */
  async published(url, patience) {
    try {
      const { files } = await inTime(this.#list(), patience);
      const root = new URL('.', this.#manifest.list).href;
      return files[(url.origin + url.pathname).slice(root.length)] ?? null;
    } catch {
      return undefined;
    }
  }

  /** @returns {Promise<{files: Record<string, import('./checked.mjs').Published>}>} */
  async #list() {
    return (await fetch(this.#manifest.list, { cache: 'no-store' })).json();
  }

  // Without the image Python starts by the archive.
  #needed() {
    const { files, image } = this.#manifest;
    return Object.keys(files).filter((file) => file !== image?.file);
  }

  /**
   * @param {string} file
   * @param {string} search
   */
  #askNow(file, search) {
    const request = new XMLHttpRequest();
    request.open('GET', this.address(file + search), false);
    request.responseType = 'arraybuffer';
    try {
      request.send();
    } catch (error) {
      throw lost(file, error);
    }
    const { status, response } = request;
    if (status !== 200) throw new Failure('file_blocked', { file, detail: `HTTP ${status}` });
    requireType(file, request.getResponseHeader('content-type'));
    const { bytes } = this.expected(file);
    if (response.byteLength !== bytes) throw altered(file, `${response.byteLength} of ${bytes} bytes`);
    try {
      return new WebAssembly.Module(response);
    } catch (error) {
      throw altered(file, messageOf(error));
    }
  }
}
