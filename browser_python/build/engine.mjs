// A Python that runs while the image is made: what `boot/engine.mjs` says of the engine, and what only
// the build calls.

/**
 * @typedef {object} Allocator
 * @property {(bytes: number) => number} _malloc
 * @property {(address: number) => void} _free
 *
 * @typedef {import('../boot/engine.mjs').Engine & Allocator} Engine
 * @typedef {import('pyodide').PyodideAPI & {_module: Engine}} Python
 * @typedef {{start: number, end: number}} Heap addresses: where it begins, and where it ends
 */

export {};
