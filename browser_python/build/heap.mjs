// Walks the C library's heap (dlmalloc, as Emscripten builds it) chunk by chunk. Pyodide's Python has no
// allocator of its own: every object, table and buffer is one chunk.

import { Chunk, PRE_HEADERS } from './layout.mjs';
import { wordAt } from './words.mjs';

/**
 * Return the address where the heap ends; before Python starts, the address where the heap will begin.
 * @param {import('../boot/engine.mjs').Engine} engine
 * @returns {number}
 */
export function breakOf(engine) {
  return wordAt(engine.HEAPU32, engine._emscripten_get_sbrk_ptr());
}

/**
 * Walk the heap.
 * @param {Uint32Array} words the memory
 * @param {import('./engine.mjs').Heap} heap
 * @param {typeof Chunk} [assumed]
 * @yields {{at: number, end: number, used: boolean}} a chunk without its head, and whether it is in use
 * @throws {RangeError} the memory does not hold one chunk after another
 */
export function* chunks(words, { start, end }, assumed = Chunk) {
  for (let at = start; at < end; ) {
    const size = wordAt(words, at + assumed.size);
    const next = at + (size & ~assumed.flags);
    if (next < at + 2 * assumed.head || next > end) throw new RangeError(`no chunk at ${at}`);
    const used = Boolean(size & assumed.inUse);
    // A chunk in use extends into the head of the next chunk, up to the size that stands there.
    yield { at: at + assumed.head, end: used ? next + assumed.size : next, used };
    at = next;
  }
}

/**
 * Write zeros over memory that is free.
 * @param {Uint32Array} words the memory
 * @param {import('./engine.mjs').Heap} heap
 */
export function scour(words, heap) {
  for (const { at, end, used } of chunks(words, heap)) {
    if (used) continue;
    const links = end - at + Chunk.head < Chunk.large ? Chunk.linksOfSmall : Chunk.linksOfLarge;
    words.fill(0, Math.min(at + links, end) >>> 2, end >>> 2);
  }
}

/** Finds the chunk in use that an object lies in. */
export class Chunks {
  /** @type {Map<number, number>} */
  #ends = new Map();

  /**
   * @param {Uint32Array} words the memory
   * @param {import('./engine.mjs').Heap} heap
   */
  constructor(words, heap) {
    for (const { at, end, used } of chunks(words, heap)) if (used) this.#ends.set(at, end);
  }

  /**
   * @param {number} address of an object
   * @returns {[number, number] | undefined} where its chunk begins and ends
   */
  of(address) {
    for (const bytes of PRE_HEADERS) {
      const end = this.#ends.get(address - bytes);
      if (end !== undefined) return [address - bytes, end];
    }
    return undefined;
  }
}
