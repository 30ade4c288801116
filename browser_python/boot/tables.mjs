// The index of a dictionary's table: which slot a key's hash leads to. It is noise on the wire and
// follows from the keys, so an image leaves it blank.
// Leans on how CPython 3.14 lays out `PyDictKeysObject` where an address has 32 bits.

const SIZE = 4; // log2 of the slots, of the bytes of the index, kind of the entries
const COUNT = 16; // of entries
/** Where in a table its index begins. */
export const INDEX = 20;
const GENERAL = 0; // entries of hash, key, value; in other tables of a string, value
const HASH_OF_STRING = 12;
export const FREE = -1;
const WIDTHS = [Int8Array, Int16Array, Int32Array];

/**
 * Look at a place in memory as at a dictionary's table.
 * @param {{HEAPU8: Uint8Array, HEAPU32: Uint32Array}} memory
 * @param {number} at its address
 * @returns {{index: Int8Array | Int16Array | Int32Array, first: number, count: number,
 *   step: number}} the word of the first entry, how many there are, how many words each has
 */
export function tableAt({ HEAPU8: bytes, HEAPU32: words }, at) {
  const [slots, size, kind] = [bytes[at + SIZE], bytes[at + SIZE + 1], bytes[at + SIZE + 2]];
  const Index = WIDTHS[size - slots];
  return {
    index: new Index(bytes.buffer, bytes.byteOffset + at + INDEX, 1 << slots),
    first: (at + INDEX + (1 << size)) >>> 2,
    count: words[(at + COUNT) >>> 2],
    step: kind === GENERAL ? 3 : 2,
  };
}

/**
 * Tell the hash of an entry's key.
 * @param {Uint32Array} words the memory
 * @param {number} entry its first word
 * @param {number} step how many it has
 * @returns {number | undefined} nothing where the key was deleted
 */
export function hashOf(words, entry, step) {
  const key = words[entry + step - 2];
  if (key === 0) return undefined;
  return step === 3 ? words[entry] : words[(key + HASH_OF_STRING) >>> 2];
}

/**
 * Look for an entry as Python does.
 * @param {Int8Array | Int16Array | Int32Array} index
 * @param {number} hash of its key
 * @param {number} number of the entry, or `FREE`
 * @returns {number} the slot that holds the number, or the free one that ends the way; where there
 *   is neither, any
 */
export function slotOf(index, hash, number) {
  const mask = index.length - 1;
  let slot = hash & mask;
  let rest = hash;
  for (let tries = 0; tries <= index.length; tries++) {
    if (index[slot] === number || index[slot] === FREE) break;
    rest >>>= 5;
    slot = (Math.imul(slot, 5) + rest + 1) & mask;
  }
  return slot;
}

/**
 * Write the index of a table, as Python does when it makes a table larger.
 * @param {{HEAPU8: Uint8Array, HEAPU32: Uint32Array}} memory
 * @param {number} at the table's address
 */
export function writeIndex(memory, at) {
  const { index, first, count, step } = tableAt(memory, at);
  const words = memory.HEAPU32;
  index.fill(FREE);
  for (let number = 0; number < count; number++) {
    const hash = hashOf(words, first + number * step, step);
    if (hash !== undefined) index[slotOf(index, hash, FREE)] = number;
  }
}
