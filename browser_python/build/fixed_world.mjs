// Loaded into Node before the image is made: replaces the clock by one that stands still and the random
// numbers by a fixed sequence, so that the same inputs give the same image on every machine.
import crypto from 'node:crypto';

let state = 0x12345678;

/**
 * @template {ArrayBufferView} View
 * @param {View} view
 */
function fill(view) {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let at = 0; at < bytes.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[at] = state & 255;
  }
  return view;
}

/**
 * @param {object} object
 * @param {string} name
 * @param {unknown} value
 */
const replace = (object, name, value) => Object.defineProperty(object, name, { value });

crypto.randomFillSync = fill;
replace(globalThis.crypto, 'getRandomValues', fill);
replace(Math, 'random', () => 0.5);
replace(Date, 'now', () => 315_532_800_000);
replace(performance, 'now', () => 1000);
// `sys._emscripten_info` keeps the user agent, and that of Node names Node's version.
replace(globalThis, 'navigator', { userAgent: 'memory image' });
