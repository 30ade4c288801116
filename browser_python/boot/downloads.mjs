// Downloads the runtime's large files: each is requested once, counted for the progress, and checked.
import { orAnew, readChecked } from './checked.mjs';

const TOLD_MS = 100; // milliseconds between two reports of progress, so that they cost the page little

/**
 * @typedef {(stage: string, progress?: {loaded: number, total: number}) => void} OnStage called with
 *   `download` and bytes, `start`, and `prepare`
 * @typedef {object} Download
 * @property {AbortController} waiting ends the download
 * @property {Promise<Uint8Array<ArrayBuffer>>} content
 * @property {Promise<WebAssembly.Module>} [code]
 */

export class Downloads {
  #files;
  #planned;
  #onStage;
  #told = -Infinity;
  /** @type {Map<string, Download>} */
  #underWay = new Map();
  #loaded = 0;
  #total;

  /**
   * @param {import('./files.mjs').Files} files
   * @param {string[]} planned the files that will be requested if nothing fails
   * @param {OnStage} onStage
   */
  constructor(files, planned, onStage) {
    this.#files = files;
    this.#planned = new Set(planned);
    this.#total = planned.reduce((sum, file) => sum + files.expected(file).bytes, 0);
    this.#onStage = onStage;
  }

  /**
   * Return a file's contents, as published.
   * @param {string} file
   * @param {number} [patience] milliseconds without a byte after which the download is ended
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   * @throws {import('./failure.mjs').Failure}
   */
  content(file, patience) {
    const known = this.#underWay.get(file);
    if (known) return known.content;
    const waiting = new AbortController();
    return this.#follow(file, waiting, this.#open(file, waiting), patience).content;
  }

  /**
   * Return a file's compiled code. The browser compiles while the file comes, and a copy of the same
   * stream is checked meanwhile, so the code may be used only once `content` has succeeded as well.
   * @param {string} file for which `content` was not called before
   * @returns {Promise<WebAssembly.Module>}
   * @throws {import('./failure.mjs').Failure | WebAssembly.CompileError}
   */
  code(file) {
    const known = this.#underWay.get(file)?.code;
    if (known) return known;
    const waiting = new AbortController();
    const response = this.#open(file, waiting);
    const copy = response.then((answer) => answer.clone());
    const download = this.#follow(file, waiting, copy);
    const source = copy.then(() => response);
    source.catch(() => {}); // `content` reports the failure.
    download.code = WebAssembly.compileStreaming(source);
    return download.code;
  }

  /** End all downloads: a browser may hold back a new request for a file until the earlier one ends. */
  abandon() {
    for (const { waiting } of this.#underWay.values()) waiting.abort();
  }

  /**
   * @param {string} file
   * @param {AbortController} waiting
   */
  #open(file, waiting) {
    return orAnew((cache) => this.#files.open(this.#files.address(file), { waiting, cache }));
  }

  /**
   * @param {string} file
   * @param {AbortController} waiting
   * @param {Promise<Response>} response
   * @param {number} [patience]
   * @returns {Download}
   */
  #follow(file, waiting, response, patience) {
    const expected = this.#files.expected(file);
    if (!this.#planned.has(file)) this.#total += expected.bytes;
    let missing = expected.bytes;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const wait = () => {
      clearTimeout(timer);
      if (patience) timer = setTimeout(() => waiting.abort(), patience);
    };
    const count = (/** @type {number} */ bytes) => {
      wait();
      missing -= bytes;
      this.#loaded += bytes;
      this.#tell();
    };
    wait();
    const content = response
      .then((answer) => readChecked(answer, file, expected, count))
      .finally(() => clearTimeout(timer));
    content.catch(() => { this.#total -= missing; }); // A start by another way does not wait for this file.
    /** @type {Download} */
    const download = { waiting, content };
    this.#underWay.set(file, download);
    return download;
  }

  #tell() {
    const isWhole = this.#loaded === this.#total;
    if (!isWhole && performance.now() - this.#told < TOLD_MS) return;
    this.#told = performance.now();
    this.#onStage('download', { loaded: this.#loaded, total: this.#total });
    if (isWhole) this.#onStage('start');
  }
}
