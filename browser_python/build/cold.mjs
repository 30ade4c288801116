// Finds what of an image may come later: the code of functions that no first call of a visitor runs, and
// the objects that only this code uses. Until its code comes, such a function has that of a stand-in.
import {
  FUNC_VERSION_CLEARED, INSTRUCTION, INTERNED, PyASCIIObject, PyCodeObject, PyFunctionObject,
  PyObject, PyTupleObject,
} from './layout.mjs';
import { byteAt, wordAt } from './words.mjs';

/** @type {(keyof typeof PyCodeObject)[]} */
const HELD_BY_CODE = [
  'co_consts', 'co_names', 'co_exceptiontable', 'co_localsplusnames', 'co_localspluskinds',
  'co_filename', 'co_name', 'co_qualname', 'co_linetable',
];
// A stand-in asks for missing code by an import, so the code of imports must never come later itself.
const IMPORTING = ['<frozen importlib', '<frozen zipimport'];

/** The code objects and functions in a memory, by address. */
export class Code {
  #bytes = new Uint8Array();
  #words = new Uint32Array();
  #types;
  #resume;
  #atStart;

  /**
   * @param {ArrayBuffer} memory
   * @param {Iterable<number>} addresses of objects
   * @param {number} standIn the address of the function whose code stands in, and which has not run
   * @param {string[]} atStart the beginnings of the names of other files whose code never comes later
   */
  constructor(memory, addresses, standIn, atStart) {
    this.#atStart = [...IMPORTING, ...atStart];
    this.see(memory);
    this.standIn = this.#word(standIn + PyFunctionObject.func_code);
    this.#types = {
      function: this.#word(standIn + PyObject.ob_type),
      code: this.#word(this.standIn + PyObject.ob_type),
      tuple: this.#type(this.standIn + PyCodeObject.co_consts),
      string: this.#type(this.standIn + PyCodeObject.co_filename),
    };
    const all = [...addresses];
    this.codes = all.filter((at) => this.#word(at + PyObject.ob_type) === this.#types.code);
    this.functions = all.filter((at) => this.#word(at + PyObject.ob_type) === this.#types.function);
    this.#resume = byteAt(this.#bytes, this.#resumeOf(this.standIn));
  }

  /**
   * Look at another memory that has the same objects at the same places.
   * @param {ArrayBuffer} memory
   */
  see(memory) {
    this.#bytes = new Uint8Array(memory);
    this.#words = new Uint32Array(memory);
  }

  /** Remove the marks of what has run: Python marks a code object when it runs for the first time. */
  forget() {
    for (const code of this.codes) this.#bytes[this.#resumeOf(code)] = this.#resume;
  }

  /** Return the code objects that have run since, and those of the files whose code never comes later. */
  warm() {
    return this.codes.filter((code) => this.#bytes[this.#resumeOf(code)] !== this.#resume
      || this.#isAtStart(this.#text(this.#word(code + PyCodeObject.co_filename))));
  }

  /**
   * Find the code objects that are not warm, and what only they use. An object that has more references
   * than those from cold objects is used elsewhere, and so is everything that this object holds.
   * @param {Iterable<number>} warm addresses of code objects
   * @param {(address: number) => number} references how many references there are to an object
   * @returns {{objects: Set<number>, functions: number[]}}
   */
  cold(warm, references) {
    const kept = this.#closure(warm, (at) => this.#constants(at).filter((it) => this.#isCode(it)));
    const objects = this.#closure(
      this.codes.filter((code) => !kept.has(code) && code !== this.standIn),
      (at) => this.#holds(at).filter((it) => !kept.has(it) && !this.#isInterned(it)),
    );
    /** @type {Map<number, number>} */
    const inner = new Map();
    const count = (/** @type {number} */ at, /** @type {number} */ by) => {
      if (objects.has(at)) inner.set(at, (inner.get(at) ?? 0) + by);
    };
    for (const at of this.functions) count(this.#word(at + PyFunctionObject.func_code), 1);
    for (const at of objects) for (const held of this.#holds(at)) count(held, 1);
    const used = (/** @type {number} */ at) => objects.has(at) && references(at) !== inner.get(at);
    const todo = [...objects].filter(used);
    for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
      if (!objects.delete(at)) continue;
      for (const held of this.#holds(at)) {
        count(held, -1);
        if (used(held)) todo.push(held);
      }
    }
    const functions = this.functions.filter((at) => objects.has(this.#word(at + PyFunctionObject.func_code)));
    return { objects, functions };
  }

  /**
   * Give functions the stand-in's code.
   * @param {number[]} functions their addresses
   * @returns {[number, number][]} address and length of each place that was overwritten
   */
  standFor(functions) {
    return functions.flatMap((at) => {
      this.#words[(at + PyFunctionObject.func_code) >>> 2] = this.standIn;
      this.#words[(at + PyFunctionObject.func_version) >>> 2] = FUNC_VERSION_CLEARED;
      return [[at + PyFunctionObject.func_code, 4], [at + PyFunctionObject.func_version, 4]];
    });
  }

  /** @param {string} file */
  #isAtStart(file) {
    return this.#atStart.some((prefix) => file.startsWith(prefix));
  }

  /**
   * @param {Iterable<number>} start
   * @param {(address: number) => number[]} next
   */
  #closure(start, next) {
    /** @type {Set<number>} */
    const found = new Set();
    const todo = [...start];
    for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
      if (found.has(at)) continue;
      found.add(at);
      todo.push(...next(at));
    }
    return found;
  }

  /** @param {number} at */
  #holds(at) {
    if (this.#isCode(at)) return HELD_BY_CODE.map((it) => this.#word(at + PyCodeObject[it]));
    return this.#isTuple(at) ? this.#items(at) : [];
  }

  /** @param {number} code */
  #constants(code) {
    return this.#items(this.#word(code + PyCodeObject.co_consts));
  }

  /** @param {number} tuple */
  #items(tuple) {
    const from = (tuple + PyTupleObject.ob_item) >>> 2;
    return [...this.#words.subarray(from, from + this.#word(tuple + PyTupleObject.ob_size))];
  }

  /** @param {number} code */
  #resumeOf(code) {
    return code + PyCodeObject.co_code_adaptive + INSTRUCTION * this.#word(code + PyCodeObject._co_firsttraceable);
  }

  /** @param {number} at */
  #isCode(at) {
    return this.#word(at + PyObject.ob_type) === this.#types.code;
  }

  /** @param {number} at */
  #isTuple(at) {
    return this.#word(at + PyObject.ob_type) === this.#types.tuple;
  }

  /** @param {number} at */
  #isInterned(at) {
    return this.#word(at + PyObject.ob_type) === this.#types.string
      && (byteAt(this.#bytes, at + PyASCIIObject.state) & INTERNED) !== 0;
  }

  /** @param {number} at */
  #text(at) {
    const from = at + PyASCIIObject.data;
    return Buffer.from(this.#bytes.subarray(from, from + this.#word(at + PyASCIIObject.length))).toString('latin1');
  }

  /** @param {number} slot */
  #type(slot) {
    return this.#word(this.#word(slot) + PyObject.ob_type);
  }

  /** @param {number} at */
  #word(at) {
    return wordAt(this.#words, at);
  }
}
