// The C library's heap (dlmalloc, as Emscripten builds it), walked chunk by chunk. Python was built
// without allocators of its own: every object, table and buffer is one chunk.

const IN_USE = 2;
const FLAGS = 7;
const HEAD = 8; // before what is handed out: the size of a free chunk before, the size and flags
// What a free chunk keeps of its own: links of a list, from this size on those of a tree.
const LARGE = 256;
const LINKS = 8;
const LINKS_OF_LARGE = 24;
// Before an object: what the collector keeps, and the dictionary and weak references of most.
const BEFORE = [0, 8, 16];

/**
 * Say where the heap ends; before Python starts, where it will begin.
 * @param {object} engine
 * @returns {number}
 */
export function breakOf(engine) {
  return engine.HEAPU32[engine._emscripten_get_sbrk_ptr() >>> 2];
}

/**
 * Walk the heap.
 * @param {Uint32Array} words the memory
 * @param {{start: number, end: number}} heap where it begins, and where it ends
 * @yields {{at: number, end: number, used: boolean}} a chunk: what was handed out
 * @throws {RangeError} these are no chunks
 */
export function* chunks(words, { start, end }) {
  for (let at = start; at < end; ) {
    const size = words[(at + 4) >>> 2];
    const next = at + (size & ~FLAGS);
    if (next < at + 2 * HEAD || next > end) throw new RangeError(`no chunk at ${at}`);
    const used = Boolean(size & IN_USE);
    // A chunk in use goes on into the next one's head, up to its size.
    yield { at: at + HEAD, end: used ? next + 4 : next, used };
    at = next;
  }
}

/**
 * Write zeros over memory that is free.
 * @param {Uint32Array} words the memory
 * @param {{start: number, end: number}} heap
 */
export function scour(words, heap) {
  for (const { at, end, used } of chunks(words, heap)) {
    if (used) continue;
    const links = end - at + HEAD < LARGE ? LINKS : LINKS_OF_LARGE;
    words.fill(0, Math.min(at + links, end) >>> 2, end >>> 2);
  }
}

/** Finds the chunk in use that an object lies in. */
export class Chunks {
  #ends = new Map();

  /**
   * @param {Uint32Array} words the memory
   * @param {{start: number, end: number}} heap
   */
  constructor(words, heap) {
    for (const { at, end, used } of chunks(words, heap)) if (used) this.#ends.set(at, end);
  }

  /**
   * @param {number} address of an object
   * @returns {[number, number] | undefined} where its chunk begins and ends
   */
  of(address) {
    const before = BEFORE.find((bytes) => this.#ends.has(address - bytes));
    if (before === undefined) return undefined;
    return [address - before, this.#ends.get(address - before)];
  }
}
