// Numbers in a memory, by the address that C code gives them.

/**
 * @param {Uint32Array} words the memory
 * @param {number} address
 * @returns {number} the 32-bit word there
 * @throws {RangeError} no word begins there, or the memory ends before it
 */
export function wordAt(words, address) {
  if (address % 4 !== 0) throw new RangeError(`no word begins at ${address}`);
  return there(words[address >>> 2], address);
}

/**
 * @param {Uint8Array} bytes the memory
 * @param {number} address
 * @returns {number} the byte there
 * @throws {RangeError} the memory ends before it
 */
export function byteAt(bytes, address) {
  return there(bytes[address], address);
}

/**
 * @param {number | undefined} number
 * @param {number} address
 */
function there(number, address) {
  if (number === undefined) throw new RangeError(`the memory ends before ${address}`);
  return number;
}
