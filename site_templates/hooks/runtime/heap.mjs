// The C library's heap (dlmalloc, as Emscripten builds it), walked chunk by chunk. Python was built
// without allocators of its own: every object, table and buffer is one chunk.

const IN_USE = 2;
const FLAGS = 7;
const HEAD = 8; // before what is handed out: the size of a free chunk before, the size and flags
// What a free chunk keeps of its own: links of a list, from this size on those of a tree.
const LARGE = 256;
const LINKS = 8;
const LINKS_OF_LARGE = 24;

/**
 * Say where the heap ends; before Python starts, where it will begin.
 * @param {object} engine
 * @returns {number}
 */
export function breakOf(engine) {
  return engine.HEAPU32[engine._emscripten_get_sbrk_ptr() >>> 2];
}

/**
 * Walk the heap.
 * @param {object} engine
 * @param {number} start where it begins
 * @yields {{at: number, end: number, used: boolean}} a chunk, from where it was handed out
 * @throws {RangeError} these are no chunks
 */
export function* chunks(engine, start) {
  const end = breakOf(engine);
  for (let at = start; at < end; ) {
    const size = engine.HEAPU32[(at + 4) >>> 2];
    const next = at + (size & ~FLAGS);
    if (next < at + 2 * HEAD || next > end) throw new RangeError(`no chunk at ${at}`);
    yield { at: at + HEAD, end: next, used: Boolean(size & IN_USE) };
    at = next;
  }
}

/**
 * Write zeros over memory that is free.
 * @param {object} engine
 * @param {number} start where the heap begins
 */
export function scour(engine, start) {
  for (const { at, end, used } of chunks(engine, start)) {
    if (used) continue;
    const links = end - at + HEAD < LARGE ? LINKS : LINKS_OF_LARGE;
    engine.HEAPU8.fill(0, Math.min(at + links, end), end);
  }
}
