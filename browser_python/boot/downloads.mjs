// The runtime's large files, on their way: each is asked for once, counted, and checked.
import { FOLDER, MANIFEST, open, orAnew, readChecked } from './files.mjs';

const TOLD_MS = 100; // how often progress is told: what else the page has to do comes first

export class Downloads {
  #planned;
  #report;
  #told = -Infinity;
  #underWay = new Map();
  #loaded = 0;
  #total;

  /**
   * @param {string[]} planned the files that will be asked for, if all goes well
   * @param {(stage: string, progress?: {loaded: number, total: number}) => void} report
   */
  constructor(planned, report) {
    this.#planned = new Set(planned);
    this.#total = planned.reduce((sum, file) => sum + MANIFEST.files[file].bytes, 0);
    this.#report = report;
  }

  /** @returns {URL} where a file lies */
  address(file) {
    return new URL(file, FOLDER);
  }

  /**
   * Give a file's contents, as published.
   * @param {string} file
   * @param {number} [patience] milliseconds without a byte until it is given up
   * @returns {Promise<Uint8Array>}
   * @throws {Failure}
   */
  content(file, patience) {
    if (!this.#underWay.has(file)) this.#read(this.#open(file), file, patience);
    return this.#underWay.get(file).content;
  }

  /**
   * Give a file compiled: the browser compiles while it comes, and a copy of the same stream is
   * checked beside it. So a start must wait for `content` as well.
   * @param {string} file not asked for by `content` before
   * @returns {Promise<WebAssembly.Module>}
   * @throws {Failure | WebAssembly.CompileError}
   */
  code(file) {
    if (!this.#underWay.has(file)) {
      const response = this.#open(file);
      const copy = response.then((answer) => answer.clone());
      this.#read(copy, file);
      const source = copy.then(() => response);
      source.catch(() => {}); // `content` tells.
      this.#underWay.get(file).code = WebAssembly.compileStreaming(source);
    }
    return this.#underWay.get(file).code;
  }

  /**
   * Fetch a file when the start is over: nothing is reported.
   * @param {string} file
   * @returns {Promise<Uint8Array>}
   * @throws {Failure}
   */
  async late(file) {
    return orAnew(async (cache) => (
      readChecked(await open(this.address(file), { cache }), file, MANIFEST.files[file])));
  }

  /** Let go of what has not come: a browser may hold a second request back for the first. */
  abandon() {
    for (const { waiting } of this.#underWay.values()) waiting.abort();
  }

  #open(file) {
    const waiting = new AbortController();
    this.#underWay.set(file, { waiting });
    return orAnew((cache) => open(this.address(file), { waiting, cache }));
  }

  #read(response, file, patience) {
    const expected = MANIFEST.files[file];
    const download = this.#underWay.get(file);
    if (!this.#planned.has(file)) this.#total += expected.bytes;
    let missing = expected.bytes;
    let timer;
    const wait = () => {
      clearTimeout(timer);
      if (patience) timer = setTimeout(() => download.waiting.abort(), patience);
    };
    const count = (bytes) => {
      wait();
      missing -= bytes;
      this.#loaded += bytes;
      this.#tell();
    };
    wait();
    download.content = response
      .then((answer) => readChecked(answer, file, expected, count))
      .finally(() => clearTimeout(timer));
    download.content.catch(() => { this.#total -= missing; }); // Who goes on goes on without it.
  }

  #tell() {
    const isWhole = this.#loaded === this.#total;
    if (!isWhole && performance.now() - this.#told < TOLD_MS) return;
    this.#told = performance.now();
    this.#report('download', { loaded: this.#loaded, total: this.#total });
    if (isWhole) this.#report('start');
  }
}
