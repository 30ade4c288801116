// How CPython 3.14 and its C library lay out memory in Pyodide, where an address has 32 bits. Everything
// that the build of the memory image assumes about bytes is in this file, under CPython's own names.
// probe.mjs compares each number with the running engine: without that, a wrong number would give an
// image that starts, and in which some function does something else.

/** The version of CPython whose layout this file describes. */
export const PYTHON = '3.14';

// Offsets in bytes, from the address that `id` tells.
export const PyObject = { ob_refcnt: 0, ob_type: 4 };
export const PyTupleObject = { ob_size: 8, ob_item: 16 };
export const PyASCIIObject = { length: 8, state: 16, data: 20 };
export const PyFunctionObject = { func_code: 24, func_version: 72 };
export const PyCodeObject = {
  co_consts: 12,
  co_names: 16,
  co_exceptiontable: 20,
  co_localsplusnames: 72,
  co_localspluskinds: 76,
  co_filename: 80,
  co_name: 84,
  co_qualname: 88,
  co_linetable: 92,
  _co_firsttraceable: 120,
  co_code_adaptive: 128,
};

/** Bytes of an instruction: `_co_firsttraceable` counts instructions. */
export const INSTRUCTION = 2;
/** `PyASCIIObject.state.interned`: its bits in the first byte of the state; 0 means not interned. */
export const INTERNED = 3;
/** The `func_version` of a function for which Python must not specialise calls. */
export const FUNC_VERSION_CLEARED = 1;
/** The count of references of an object that is never freed. Python never changes such a count. */
export const _Py_IMMORTAL_INITIAL_REFCNT = 5 << 28;
/**
 * How many bytes before its address the memory of an object may begin: for plain objects; for objects
 * that the garbage collector tracks; for instances that also have a dictionary and weak references.
 */
export const PRE_HEADERS = [0, 8, 16];

/** A chunk of dlmalloc, which Emscripten links as `malloc`. Pyodide's CPython has no allocator above it. */
export const Chunk = {
  head: 8, // bytes before what `malloc` returned: the size of a free chunk before it, size and flags
  size: 4, // where in the head the size stands
  flags: 7, // bits of the size that are flags
  inUse: 2, // the flag of a chunk that was handed out
  large: 256, // bytes from which on a free chunk is a node of a tree, and below, of a list
  linksOfSmall: 8, // bytes of a small free chunk that hold the links of its list
  linksOfLarge: 24, // bytes of a large free chunk that hold the links of its tree
};

/** The word of a snapshot by Pyodide that says how many bytes stand before the memory. */
export const HEAD_BYTES_AT = 1;
