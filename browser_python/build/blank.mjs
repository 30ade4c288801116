// Leaves blank, in an image, the indexes of dictionaries: they can be written again.
import { FREE, INDEX, hashOf, slotOf, tableAt } from '../boot/tables.mjs';
import { chunks } from './heap.mjs';

const SHARED = 2; // the last kind: by the objects of a class, which fill it up to a limit
const SLOTS_MIN = 5; // log2: a smaller index is not worth its address
const SLOTS_MAX = 20;
const ENTRY = [12, 8, 8]; // bytes, by kind
const SLACK = 16; // what the C library adds to a chunk

/**
 * Blank indexes. A table whose index, written again, differs from what it was (keys had been
 * deleted) gets the new one all the same: the same keys are found by it.
 * @param {Uint8Array} bytes the memory
 * @param {{start: number, end: number}} heap
 * @returns {number[]} the addresses of the tables
 */
export function blankIndexes(bytes, heap) {
  const memory = { HEAPU8: bytes, HEAPU32: new Uint32Array(bytes.buffer) };
  const tables = [...chunks(memory.HEAPU32, heap)]
    .filter((it) => it.used && looksLikeTable(memory, it))
    .map(({ at }) => at)
    .filter((at) => leadsToItsKeys(memory.HEAPU32, tableAt(memory, at)));
  for (const at of tables) tableAt(memory, at).index.fill(FREE);
  return tables;
}

function looksLikeTable({ HEAPU8: bytes, HEAPU32: words }, { at, end }) {
  const [slots, size, kind] = bytes.subarray(at + 4, at + 7);
  const width = slots < 8 ? 0 : slots < 16 ? 1 : 2;
  if (slots < SLOTS_MIN || slots > SLOTS_MAX || size !== slots + width || kind > SHARED) return false;
  const room = Math.floor((2 << slots) / 3);
  const [usable, entries] = words.subarray((at + 12) >>> 2, (at + 20) >>> 2);
  if (kind === SHARED ? usable + entries > room : usable + entries !== room) return false;
  const spare = end - at - INDEX - (1 << size) - room * ENTRY[kind];
  return spare >= 0 && spare < SLACK;
}

// Looks every key up as Python does, and finds nothing else.
function leadsToItsKeys(words, { index, first, count, step }) {
  const found = (hash, number) => index[slotOf(index, hash, number)] === number;
  const hashes = Array.from({ length: count }, (_, it) => hashOf(words, first + it * step, step));
  const led = index.filter((number) => number >= 0).length;
  return led === hashes.filter((hash) => hash !== undefined).length
    && hashes.every((hash, number) => hash === undefined || found(hash, number));
}
