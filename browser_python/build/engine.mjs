// The types of a Python that runs at build: the engine of `boot/engine.mjs`, with the names that only the
// build uses.

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
