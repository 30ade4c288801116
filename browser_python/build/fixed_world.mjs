// Loaded before the image is made: a clock that stands still, and random numbers that are not, so
// that the same inputs give the same image on every machine.
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
// Python keeps the name of its host.
replace(globalThis, 'navigator', { userAgent: 'memory image' });
