// Makes the objects of an image immortal. Counts of references are noise to whoever compresses it;
// the count of an immortal object is always the same and nobody writes it. Python's collector
// takes immortal containers out of its lists, whose links are noise too, and visits them no more.
import { chunks } from './heap.mjs';

// `_Py_IMMORTAL_INITIAL_REFCNT` where an address has 32 bits.
const IMMORTAL = 5 << 28;
// Before an object: what the collector keeps, and the dictionary and weak references of most.
const BEFORE = [0, 8, 16];

/**
 * Make objects immortal.
 * @param {object} engine
 * @param {number} start where the heap begins
 * @param {Uint32Array} addresses where Python said that objects are; some may be gone
 */
export function immortalise(engine, start, addresses) {
  const used = new Set();
  for (const chunk of chunks(engine, start)) if (chunk.used) used.add(chunk.at);
  for (const address of addresses) {
    const held = address < start || BEFORE.some((bytes) => used.has(address - bytes));
    // An object in one of Python's free lists has a link there, or nothing.
    const count = engine.HEAPU32[address >>> 2];
    if (held && count > 0 && count < start) engine.HEAPU32[address >>> 2] = IMMORTAL;
  }
}
