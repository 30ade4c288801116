// What of an image may come later: the code of functions that no visitor's first calls run, and
// all that nothing else uses. Until it comes, such a function has the code of a stand-in.
// Leans on how CPython 3.14 lays out its objects where an address has 32 bits.

const TYPE = 4;
const CODE = { constants: 12, flags: 24, filename: 80, resume: 120, instructions: 128 };
// Constants, names, exception table; names and kinds of locals; file, name, qualified name, lines.
const HELD_BY_CODE = [12, 16, 20, 72, 76, 80, 84, 88, 92];
const FUNCTION = { code: 24, version: 72 };
const TUPLE = { length: 8, items: 16 };
const STRING = { length: 8, state: 16, ascii: 20 };
const INTERNED = 3;
// `FUNC_VERSION_CLEARED`: no call is specialised for the stand-in.
const NO_VERSION = 1;
// Never cold: how to ask for what is missing, and what other answers than those at build may need.
const NEVER = new RegExp(`^(${[
  '<frozen (importlib|zipimport)', 'validator/', '<template>', 'copy', 'enum',
  'jinja2/(async_utils|environment|filters|runtime|tests|utils)', 'markupsafe/', 'pydantic/main',
].join('|')})`);

/** The code objects and functions in a memory, by address. */
export class Code {
  #bytes;
  #words;
  #types;
  #resume;

  /**
   * @param {ArrayBuffer} memory
   * @param {Uint32Array} addresses of objects
   * @param {number} standIn the address of the function whose code stands in; it has not run
   */
  constructor(memory, addresses, standIn) {
    this.see(memory);
    this.standIn = this.#word(standIn + FUNCTION.code);
    this.#types = {
      function: this.#word(standIn + TYPE),
      code: this.#word(this.standIn + TYPE),
      tuple: this.#type(this.standIn + CODE.constants),
      string: this.#type(this.standIn + CODE.filename),
    };
    const all = [...addresses];
    this.codes = all.filter((at) => this.#word(at + TYPE) === this.#types.code);
    this.functions = all.filter((at) => this.#word(at + TYPE) === this.#types.function);
    this.#resume = this.#bytes[this.#resumeOf(this.standIn)];
  }

  /** Look at another memory that has the same objects at the same places. */
  see(memory) {
    this.#bytes = new Uint8Array(memory);
    this.#words = new Uint32Array(memory);
  }

  /** Forget what has run: Python marks a code object as it starts. */
  forget() {
    for (const code of this.codes) this.#bytes[this.#resumeOf(code)] = this.#resume;
  }

  /** Tell what has run since, and what the site's own calls may always need. */
  warm() {
    return this.codes.filter((code) => this.#bytes[this.#resumeOf(code)] !== this.#resume
      || NEVER.test(this.#text(this.#word(code + CODE.filename))));
  }

  /**
   * Find what only cold functions use, by taking away the references between cold objects: who
   * has others left is used elsewhere, and so is all that it holds.
   * @param {Iterable<number>} warm addresses of code objects
   * @param {(address: number) => number} references how many there are to an object
   * @returns {{objects: Set<number>, functions: number[]}}
   */
  cold(warm, references) {
    const kept = this.#closure(warm, (at) => this.#constants(at).filter((it) => this.#isCode(it)));
    const objects = this.#closure(
      this.codes.filter((code) => !kept.has(code) && code !== this.standIn),
      (at) => this.#holds(at).filter((it) => !kept.has(it) && !this.#isInterned(it)),
    );
    const inner = new Map();
    const count = (at, by) => { if (objects.has(at)) inner.set(at, (inner.get(at) ?? 0) + by); };
    for (const at of this.functions) count(this.#word(at + FUNCTION.code), 1);
    for (const at of objects) for (const held of this.#holds(at)) count(held, 1);
    const used = (at) => objects.has(at) && references(at) !== inner.get(at);
    const todo = [...objects].filter(used);
    while (todo.length > 0) {
      const at = todo.pop();
      if (!objects.delete(at)) continue;
      for (const held of this.#holds(at)) {
        count(held, -1);
        if (used(held)) todo.push(held);
      }
    }
    const functions = this.functions.filter((at) => objects.has(this.#word(at + FUNCTION.code)));
    return { objects, functions };
  }

  /**
   * Give functions the stand-in's code.
   * @param {number[]} functions their addresses
   * @returns {[number, number][]} what was written over: addresses and bytes
   */
  standFor(functions) {
    return functions.flatMap((at) => {
      this.#words[(at + FUNCTION.code) >>> 2] = this.standIn;
      this.#words[(at + FUNCTION.version) >>> 2] = NO_VERSION;
      return [[at + FUNCTION.code, 4], [at + FUNCTION.version, 4]];
    });
  }

  #closure(start, next) {
    const found = new Set();
    const todo = [...start];
    while (todo.length > 0) {
      const at = todo.pop();
      if (found.has(at)) continue;
      found.add(at);
      todo.push(...next(at));
    }
    return found;
  }

  #holds(at) {
    if (this.#isCode(at)) return HELD_BY_CODE.map((offset) => this.#word(at + offset));
    return this.#isTuple(at) ? this.#items(at) : [];
  }

  #constants(code) {
    return this.#items(this.#word(code + CODE.constants));
  }

  #items(tuple) {
    const from = (tuple + TUPLE.items) >>> 2;
    return [...this.#words.subarray(from, from + this.#word(tuple + TUPLE.length))];
  }

  #resumeOf(code) {
    return code + CODE.instructions + 2 * this.#word(code + CODE.resume);
  }

  #isCode(at) {
    return this.#word(at + TYPE) === this.#types.code;
  }

  #isTuple(at) {
    return this.#word(at + TYPE) === this.#types.tuple;
  }

  #isInterned(at) {
    return this.#word(at + TYPE) === this.#types.string
      && (this.#bytes[at + STRING.state] & INTERNED) !== 0;
  }

  #text(at) {
    const from = at + STRING.ascii;
    return Buffer.from(this.#bytes.subarray(from, from + this.#word(at + STRING.length))).toString('latin1');
  }

  #type(slot) {
    return this.#word(this.#word(slot) + TYPE);
  }

  #word(at) {
    return this.#words[at >>> 2];
  }
}
