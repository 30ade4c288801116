// The runtime's large files, on their way: each is asked for once, counted, and checked.
import { open, readChecked } from './runtime-files.mjs';

export class Downloads {
  #described;
  #folder;
  #report;
  #underWay = new Map();
  #loaded = 0;
  #total = 0;

  /**
   * @param {Object<string, {sha256: string, bytes: number}>} described by file, as in the manifest
   * @param {URL} folder
   * @param {(stage: string, progress?: {loaded: number, total: number}) => void} report
   */
  constructor(described, folder, report) {
    this.#described = described;
    this.#folder = folder;
    this.#report = report;
  }

  /** @returns {URL} where a file lies */
  address(file) {
    return new URL(file, this.#folder);
  }

  /**
   * Give a file's contents, as published.
   * @param {string} file
   * @param {number} [patience] as of `open`
   * @returns {Promise<Uint8Array>}
   * @throws {Failure}
   */
  content(file, patience) {
    return this.#start(file, patience).content;
  }

  /**
   * Give a file compiled: the browser compiles while it comes. A copy of the same stream is
   * checked beside it, so a start must wait for `content` as well.
   * @param {string} file
   * @returns {Promise<WebAssembly.Module>}
   * @throws {Failure | WebAssembly.CompileError}
   */
  code(file) {
    const download = this.#start(file);
    download.code ??= WebAssembly.compileStreaming(download.response);
    return download.code;
  }

  /**
   * Fetch a file when the start is over: nothing is reported.
   * @param {string} file
   * @returns {Promise<Uint8Array>}
   * @throws {Failure}
   */
  async late(file) {
    return readChecked(await open(this.address(file)), file, this.#described[file]);
  }

  #start(file, patience) {
    if (this.#underWay.has(file)) return this.#underWay.get(file);
    const expected = this.#described[file];
    this.#total += expected.bytes;
    let missing = expected.bytes;
    const count = (bytes) => {
      missing -= bytes;
      this.#loaded += bytes;
      this.#report('download', { loaded: this.#loaded, total: this.#total });
      if (this.#loaded === this.#total) this.#report('start');
    };
    const response = open(this.address(file), patience);
    const copy = response.then((answer) => answer.clone());
    const content = copy.then((answer) => readChecked(answer, file, expected, count));
    content.catch(() => { this.#total -= missing; }); // Who goes on goes on without it.
    const download = { response: copy.then(() => response), content };
    this.#underWay.set(file, download);
    return download;
  }
}
