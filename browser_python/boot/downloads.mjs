// The runtime's large files, on their way: each is asked for once, counted, and checked.
import { orAnew, readChecked } from './checked.mjs';

const TOLD_MS = 100; // how often progress is told: what else the page has to do comes first

/**
 * @typedef {(stage: string, progress?: {loaded: number, total: number}) => void} OnStage told of
 *   `download` with bytes, `start` and `prepare`
 * @typedef {object} Download
 * @property {AbortController} waiting ends it
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
   * @param {string[]} planned the files that will be asked for, if all goes well
   * @param {OnStage} onStage
   */
  constructor(files, planned, onStage) {
    this.#files = files;
    this.#planned = new Set(planned);
    this.#total = planned.reduce((sum, file) => sum + files.expected(file).bytes, 0);
    this.#onStage = onStage;
  }

  /**
   * Give a file's contents, as published.
   * @param {string} file
   * @param {number} [patience] milliseconds without a byte until it is given up
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
   * Give a file compiled: the browser compiles while it comes, and a copy of the same stream is
   * checked beside it. So a start must wait for `content` as well.
   * @param {string} file not asked for by `content` before
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
    source.catch(() => {}); // `content` tells.
    download.code = WebAssembly.compileStreaming(source);
    return download.code;
  }

  /** Let go of what has not come: a browser may hold a second request back for the first. */
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
    content.catch(() => { this.#total -= missing; }); // Who goes on goes on without it.
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
