// Makes the objects of an image immortal. Counts of references differ from object to object and compress
// badly; all immortal objects have the same count, which Python never changes. Python's garbage collector
// takes immortal containers out of its lists, whose links compress badly too, and never visits them again.
import { Chunks } from './heap.mjs';
import { PyObject, _Py_IMMORTAL_INITIAL_REFCNT } from './layout.mjs';
import { wordAt } from './words.mjs';

/**
 * Make objects immortal.
 * @param {Uint32Array} words the memory
 * @param {import('./engine.mjs').Heap} heap
 * @param {Uint32Array} addresses of objects by `reachable.py`; some of the objects may have been freed
 * @returns {Map<number, number>} by address, the count of references that each object had, for those
 *   that were not immortal before
 */
export function immortalise(words, heap, addresses) {
  const chunks = new Chunks(words, heap);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const address of addresses) {
    // A freed object in one of Python's free lists has an address or 0 in place of the count.
    const count = wordAt(words, address + PyObject.ob_refcnt);
    const held = address < heap.start || chunks.of(address);
    if (held && count > 0 && count < heap.start) counts.set(address, count);
  }
  for (const address of counts.keys()) words[(address + PyObject.ob_refcnt) >>> 2] = _Py_IMMORTAL_INITIAL_REFCNT;
  return counts;
}
