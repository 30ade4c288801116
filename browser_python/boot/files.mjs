// Fetches the runtime's files, and finds out which of them the network withholds or alters.
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
      // A site that was published anew no longer has the files of this edition; a page that is loaded
      // again requests the new ones.
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
   * Fetch compiled code by a synchronous request, for a function that is being called. Browsers compute
   * digests only asynchronously, so only the length is checked here, and that the code compiles.
   * @param {string} file
   * @returns {WebAssembly.Module}
   * @throws {Failure} offline, file_blocked, file_type, file_hash
   */
  codeNow(file) {
    try {
      return this.#askNow(file, '');
    } catch (failure) {
      if (!(failure instanceof Failure && failure.isAnswer)) throw failure;
      // A synchronous request has no mode that passes the caches; another address does.
      return this.#askNow(file, `?retry=${Date.now()}`);
    }
  }

  /**
   * Fetch files again, and find the first that does not come as published.
   * @param {number} [patience] milliseconds to wait for each piece of a file
   * @param {string[]} [files] by default all without which Python does not start
   * @returns {Promise<Failure | undefined>} what is wrong with that file; if every file comes, what was
   *   wrong with the first that came as published only past the caches: this failure is mended
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
   * Look a file up in the list of the files that the site publishes now.
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

  // All files but the image: without the image, Python starts from the archive.
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
