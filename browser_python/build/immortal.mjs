// Makes the objects of an image immortal. Counts of references are noise to whoever compresses it;
// the count of an immortal object is always the same and nobody writes it. Python's collector
// takes immortal containers out of its lists, whose links are noise too, and visits them no more.
import { Chunks } from './heap.mjs';
import { PyObject, _Py_IMMORTAL_INITIAL_REFCNT } from './layout.mjs';
import { wordAt } from './words.mjs';

/**
 * Make objects immortal.
 * @param {Uint32Array} words the memory
 * @param {import('./engine.mjs').Heap} heap
 * @param {Uint32Array} addresses where Python said that objects are; some may be gone
 * @returns {Map<number, number>} those that were not yet, with the references there are to each
 */
export function immortalise(words, heap, addresses) {
  const chunks = new Chunks(words, heap);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const address of addresses) {
    // An object in one of Python's free lists has a link there, or nothing.
    const count = wordAt(words, address + PyObject.ob_refcnt);
    const held = address < heap.start || chunks.of(address);
    if (held && count > 0 && count < heap.start) counts.set(address, count);
  }
  for (const address of counts.keys()) words[(address + PyObject.ob_refcnt) >>> 2] = _Py_IMMORTAL_INITIAL_REFCNT;
  return counts;
}
