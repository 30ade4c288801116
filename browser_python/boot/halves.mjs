// Joins compiled code that browser_python/build/halves.mjs has halved: into the functions that a start
// runs, and all others. When a function of the second half is called before that half has come, a
// synchronous request fetches the half, and the caller waits.
//
// A first half imports `second.fetch`. It exports, for the second half alone: a table for the functions
// of the second half, whether the table is filled, and its own functions, globals and tables that the
// second half uses.

/** The beginning of the names of exports that are for the second half alone. */
export const OWN = 'second.';
export const SECOND = 'second';
export const FETCH = 'fetch';
export const FIRST = 'first';
export const TABLE = `${OWN}table`;
export const THERE = `${OWN}there`;

export class Halves {
  #find;
  /** @type {Map<string, {exports: WebAssembly.Exports, imports: WebAssembly.Imports}>} */
  #firsts = new Map();

  /**
   * Why a second half could not be fetched when a function of it was called. Python then stopped inside
   * that call.
   * @type {unknown}
   */
  failure;

  /**
   * @param {(file: string) => WebAssembly.Module} find returns the second half of a file, synchronously
   */
  constructor(find) {
    this.#find = find;
  }

  /**
   * Make an instance of a first half.
   * @param {string} file its name
   * @param {WebAssembly.Module} code
   * @param {WebAssembly.Imports} imports
   * @returns {{exports: WebAssembly.Exports}} the instance, as if it were whole
   * @throws {WebAssembly.LinkError}
   */
  make(file, code, imports) {
    const second = { [FETCH]: () => this.#fetch(file) };
    const { exports } = new WebAssembly.Instance(code, { ...imports, [SECOND]: second });
    this.#firsts.set(file, { exports, imports });
    return { exports: without(exports, OWN) };
  }

  /**
   * Join a second half to its first.
   * @param {string} file the first's name
   * @param {WebAssembly.Module} code of the second
   * @throws {WebAssembly.LinkError}
   */
  join(file, code) {
    if (this.isWhole(file)) return;
    const { exports, imports } = this.#first(file);
    new WebAssembly.Instance(code, { ...imports, [FIRST]: exports });
    there(exports).value = 1;
  }

  /**
   * @param {string} file the first's name
   * @returns {boolean} whether its second half has come
   */
  isWhole(file) {
    return there(this.#first(file).exports).value === 1;
  }

  /** @param {string} file */
  #first(file) {
    const first = this.#firsts.get(file);
    if (!first) throw new Error(`no instance of ${file} has been made`);
    return first;
  }

  /** @param {string} file */
  #fetch(file) {
    try {
      this.join(file, this.#find(file));
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}

/** @param {WebAssembly.Exports} exports of a first half */
function there(exports) {
  return /** @type {WebAssembly.Global} */ (exports[THERE]);
}

/**
 * Leave out the exports whose names begin with a prefix.
 * @param {WebAssembly.Exports} exports
 * @param {string} prefix
 * @returns {WebAssembly.Exports}
 */
export function without(exports, prefix) {
  return Object.fromEntries(Object.entries(exports).filter(([name]) => !name.startsWith(prefix)));
}

/**
 * Name the second half of a file.
 * @param {string} file `pyodide.asm.wasm`
 * @returns {string} `pyodide.asm.later.wasm`
 */
export function secondOf(file) {
  return file.replace(/(?=\.wasm$)/, '.later');
}
