// Compares what layout.mjs assumes with a running Python: with objects of known contents (probe.py), with
// the offsets that CPython publishes for debuggers (`_Py_DebugOffsets`,
// Include/internal/pycore_debug_offsets.h), and with what the C library writes when it frees memory.
import { readFile } from 'node:fs/promises';
import { messageOf } from '../boot/checked.mjs';
import { chunks, breakOf } from './heap.mjs';
import * as layout from './layout.mjs';
import { READ } from './names.mjs';
import { byteAt, wordAt } from './words.mjs';

/**
 * @typedef {import('./engine.mjs').Engine} Engine
 * @typedef {typeof layout} Layout
 * @typedef {'simple' | 'code of simple' | 'code of generating' | 'code' | 'first' | 'second' | 'interned' | 'plain'
 *   | 'static' | 'wide' | 'number' | 'immortal' | 'RESUME'} Asked by `addresses` of probe.py
 * @typedef {<Told>(call: string) => Told} Ask calls a function of probe.py: what it returns, without proxies
 */

const { PYTHON } = layout;
const REACH = 256; // bytes of an object that are searched for a word that is not at its assumed offset
const MOST = 100_000; // chunks allocated at most until one lies between two others
const BEFORE_IN_USE = 1; // dlmalloc's flag in a chunk's size: the chunk before is in use as well
const PATTERN = 0xa5;
const MANY = 4096; // small chunks to allocate, so that the lowest lies below most objects
/** `PyASCIIObject.state.interned` of strings that the probe knows. */
const INTERNED_AS = { plain: 0, wide: 0, interned: 1, immortal: 2, static: 3 };

// `_Py_DebugOffsets` of CPython 3.14: 64-bit numbers behind eight bytes, group by group.
const COOKIE = 'xdebugpy';
const DEBUG_OFFSETS = Object.entries({
  '': ['version', 'free_threaded'],
  runtime_state: ['size', 'finalizing', 'interpreters_head'],
  interpreter_state: [
    'size', 'id', 'next', 'threads_head', 'threads_main', 'gc', 'imports_modules', 'sysdict',
    'builtins', 'ceval_gil', 'gil_runtime_state', 'gil_runtime_state_enabled',
    'gil_runtime_state_locked', 'gil_runtime_state_holder', 'code_object_generation',
    'tlbc_generation',
  ],
  thread_state: [
    'size', 'prev', 'next', 'interp', 'current_frame', 'thread_id', 'native_thread_id',
    'datastack_chunk', 'status',
  ],
  interpreter_frame: [
    'size', 'previous', 'executable', 'instr_ptr', 'localsplus', 'owner', 'stackpointer',
    'tlbc_index',
  ],
  code_object: [
    'size', 'filename', 'name', 'qualname', 'linetable', 'firstlineno', 'argcount',
    'localsplusnames', 'localspluskinds', 'co_code_adaptive', 'co_tlbc',
  ],
  pyobject: ['size', 'ob_type'],
  type_object: ['size', 'tp_name', 'tp_repr', 'tp_flags'],
  tuple_object: ['size', 'ob_item', 'ob_size'],
  list_object: ['size', 'ob_item', 'ob_size'],
  set_object: ['size', 'used', 'table', 'mask'],
  dict_object: ['size', 'ma_keys', 'ma_values'],
  float_object: ['size', 'ob_fval'],
  long_object: ['size', 'lv_tag', 'ob_digit'],
  bytes_object: ['size', 'ob_size', 'ob_sval'],
  unicode_object: ['size', 'state', 'length', 'asciiobject_size'],
}).flatMap(([group, names]) => names.map((name) => `${group}.${name}`));
/** @type {Record<string, [string, string]>} */
const SAID_BY_PYTHON = {
  'pyobject.ob_type': ['PyObject', 'ob_type'],
  'tuple_object.ob_size': ['PyTupleObject', 'ob_size'],
  'tuple_object.ob_item': ['PyTupleObject', 'ob_item'],
  'unicode_object.length': ['PyASCIIObject', 'length'],
  'unicode_object.state': ['PyASCIIObject', 'state'],
  'unicode_object.asciiobject_size': ['PyASCIIObject', 'data'],
  'code_object.filename': ['PyCodeObject', 'co_filename'],
  'code_object.name': ['PyCodeObject', 'co_name'],
  'code_object.qualname': ['PyCodeObject', 'co_qualname'],
  'code_object.linetable': ['PyCodeObject', 'co_linetable'],
  'code_object.localsplusnames': ['PyCodeObject', 'co_localsplusnames'],
  'code_object.localspluskinds': ['PyCodeObject', 'co_localspluskinds'],
  'code_object.co_code_adaptive': ['PyCodeObject', 'co_code_adaptive'],
};

/**
 * Stop where the memory of a running Python is not laid out as assumed.
 * @param {import('pyodide').PyodideAPI} python started with `_makeSnapshot`
 * @throws {Error} a sentence for each number that is wrong: what was assumed and what was found
 */
export async function requireLayout(python) {
  const wrong = await mismatches(python);
  if (wrong.length > 0) throw new Error([...wrong, READ].join('\n'));
}

/**
 * Find what is not laid out as assumed.
 * @param {import('pyodide').PyodideAPI} python started with `_makeSnapshot`; objects are made in it and freed again
 * @param {Layout} [assumed]
 * @returns {Promise<string[]>} a sentence for each number: what was assumed and what was found
 */
export async function mismatches(python, assumed = layout) {
  const scope = python.runPython('dict(__name__="probe")');
  const script = await readFile(new URL('./inside/probe.py', import.meta.url), 'utf8');
  python.runPython(script, { globals: scope, filename: 'probe.py' });
  /** @type {Ask} */
  const ask = (call) => {
    const told = python.runPython(call, { globals: scope });
    const plain = told?.toJs?.({ create_proxies: false, dict_converter: Object.fromEntries }) ?? told;
    told?.destroy?.();
    return plain;
  };
  const running = /** @type {import('./engine.mjs').Python} */ (python);
  const engine = running._module;
  const looks = {
    'its version': () => ofVersion(engine),
    'its offsets for debuggers': () => ofDebugOffsets(engine, assumed),
    'the fields of its objects': () => ofWords(engine, ask, assumed),
    'its objects': () => ofObjects(engine, ask, assumed),
    'where its objects begin': () => ofBeginnings(engine, ask, assumed),
    'the chunks of its heap': () => ofChunks(engine, assumed.Chunk),
    'its snapshot': () => ofSnapshot(running, assumed.HEAD_BYTES_AT),
  };
  const wrong = Object.entries(looks).flatMap(([what, look]) => {
    try {
      return look();
    } catch (error) {
      return [`${what} could not be looked at: ${messageOf(error)}`];
    }
  });
  ask('globals().clear()');
  scope.destroy();
  return wrong.map((it) => `This assumes CPython ${PYTHON}: ${it}.`);
}

/** @param {Engine} engine */
function ofVersion(engine) {
  const [major, minor] = engine.API.pyVersionTuple;
  return PYTHON === `${major}.${minor}` ? [] : [`this Pyodide has CPython ${major}.${minor}`];
}

/**
 * @param {Engine} engine
 * @param {Layout} assumed
 */
function ofDebugOffsets(engine, assumed) {
  const at = engine.__PyRuntime;
  const memory = engine.HEAPU8;
  const view = new DataView(memory.buffer, at);
  const cookie = Buffer.from(memory.subarray(at, at + COOKIE.length)).toString('latin1');
  if (cookie !== COOKIE) return [`_PyRuntime begins with ${COOKIE}, but here with ${JSON.stringify(cookie)}`];
  const told = new Map(DEBUG_OFFSETS.map((name, index) => (
    [name, Number(view.getBigUint64(COOKIE.length + 8 * index, true))])));
  const version = told.get('.version') ?? 0;
  const found = `${version >>> 24}.${(version >>> 16) & 255}`;
  // In another version of CPython even the order of these numbers may differ.
  if (found !== PYTHON) return [`_Py_DebugOffsets is of CPython ${found}, and was not read`];
  return Object.entries(SAID_BY_PYTHON).flatMap(([name, [structure, field]]) => {
    const offset = structuresOf(assumed)[structure]?.[field];
    if (told.get(name) === offset) return [];
    return [`${structure}.${field} is not at ${offset}: _Py_DebugOffsets says ${told.get(name)}`];
  });
}

/**
 * @param {Layout} assumed
 * @returns {Record<string, Record<string, number>>} offsets by structure and field
 */
function structuresOf({ PyObject, PyTupleObject, PyASCIIObject, PyFunctionObject, PyCodeObject }) {
  return { PyObject, PyTupleObject, PyASCIIObject, PyFunctionObject, PyCodeObject };
}

/**
 * @param {Engine} engine
 * @param {Ask} ask
 * @param {Layout} assumed
 */
function ofWords(engine, ask, assumed) {
  const words = engine.HEAPU32;
  /** @type {[string, string, number, number][]} */
  const looked = ask('words()');
  return looked.flatMap(([structure, field, address, expected]) => {
    const offset = structuresOf(assumed)[structure]?.[field];
    if (offset !== undefined && wordAt(words, address + offset) === expected >>> 0) return [];
    const found = words.subarray(address >>> 2, (address + REACH) >>> 2).indexOf(expected >>> 0);
    const where = found < 0 ? `is not in its first ${REACH} bytes` : `is at ${4 * found}`;
    return [`${structure}.${field} is not at ${offset}: what the probe object holds there ${where}`];
  });
}

/**
 * @param {Engine} engine
 * @param {Ask} ask
 * @param {Layout} assumed
 */
function ofObjects(engine, ask, assumed) {
  /** @type {Record<Asked, number>} */
  const at = ask('addresses()');
  /** @type {string[]} */
  const wrong = [];
  const expect = (/** @type {boolean} */ isSo, /** @type {string} */ told) => { if (!isSo) wrong.push(told); };
  const byte = (/** @type {number} */ address) => byteAt(engine.HEAPU8, address);
  const word = (/** @type {number} */ address) => wordAt(engine.HEAPU32, address);

  const { co_code_adaptive: adaptive } = assumed.PyCodeObject;
  const from = at['code of simple'] + adaptive;
  /** @type {Uint8Array} */
  const written = ask('instructions()');
  const found = engine.HEAPU8.slice(from, from + written.length);
  expect(written.every((it, index) => it === found[index]),
    `PyCodeObject.co_code_adaptive is not at ${adaptive}: the instructions of the probe are not there`);
  const { ob_item: item } = assumed.PyTupleObject;
  const variables = word(at.code + assumed.PyCodeObject.co_localsplusnames);
  expect(word(variables + item) === at.first && word(variables + item + 4) === at.second,
    `PyCodeObject.co_localsplusnames is not at ${assumed.PyCodeObject.co_localsplusnames}: `
    + 'the names of the variables of the probe are not there');
  const first = at['code of generating'] + assumed.PyCodeObject._co_firsttraceable;
  const mark = at['code of generating'] + adaptive + assumed.INSTRUCTION * word(first);
  const before = byte(mark);
  ask('run_generating()');
  expect(before === at.RESUME && byte(mark) !== before,
    `Python marks the first RESUME of code that runs, ${assumed.INSTRUCTION} bytes for each instruction `
    + `before it: found ${before} there, and ${byte(mark)} once it had run`);

  const version = at.simple + assumed.PyFunctionObject.func_version;
  const valid = word(version) > assumed.FUNC_VERSION_CLEARED;
  ask('exchange_code()');
  expect(valid && word(version) === assumed.FUNC_VERSION_CLEARED,
    `PyFunctionObject.func_version is not at ${assumed.PyFunctionObject.func_version}, or is not `
    + `${assumed.FUNC_VERSION_CLEARED} where no call may be specialised: found ${word(version)}`);

  const interned = Object.fromEntries(Object.entries(INTERNED_AS).map(([name]) => (
    [name, byte(at[/** @type {Asked} */ (name)] + assumed.PyASCIIObject.state) & assumed.INTERNED])));
  expect(Object.entries(INTERNED_AS).every(([name, as]) => interned[name] === as),
    `the bits ${assumed.INTERNED} at ${assumed.PyASCIIObject.state} of a string tell how it is `
    + `interned, ${JSON.stringify(INTERNED_AS)}: found ${JSON.stringify(interned)}`);

  const count = (at.number + assumed.PyObject.ob_refcnt) >>> 2;
  const references = word(at.number + assumed.PyObject.ob_refcnt);
  engine.HEAPU32[count] = assumed._Py_IMMORTAL_INITIAL_REFCNT;
  ask('hold_number()');
  expect(engine.HEAPU32[count] === assumed._Py_IMMORTAL_INITIAL_REFCNT,
    `an object with the count ${assumed._Py_IMMORTAL_INITIAL_REFCNT} is immortal: Python counts on, `
    + `found ${engine.HEAPU32[count]}`);
  ask('held.clear()');
  engine.HEAPU32[count] = references;
  const made = word(at.immortal + assumed.PyObject.ob_refcnt);
  expect(made === assumed._Py_IMMORTAL_INITIAL_REFCNT,
    `Python gives the count ${assumed._Py_IMMORTAL_INITIAL_REFCNT} to an object that it makes immortal: found ${made}`);
  return wrong;
}

/**
 * Look where the memory of objects begins. The heap is walked from a chunk that `malloc` has returned,
 * so that bytes that only look like the head of a chunk are not taken for one.
 * @param {Engine} engine
 * @param {Ask} ask
 * @param {Layout} assumed
 */
function ofBeginnings(engine, ask, assumed) {
  const taken = Array.from({ length: MANY }, () => engine._malloc(16));
  const lowest = Math.min(...taken);
  /** @type {[kind: string, addresses: number[]][]} */
  const objects = ask('many()');
  const heap = { start: lowest - assumed.Chunk.head, end: breakOf(engine) };
  const used = [...chunks(engine.HEAPU32, heap, assumed.Chunk)].filter((it) => it.used);
  for (const it of taken) engine._free(it);
  ask('held_by_many.clear()');
  const begun = new Set(used.map(({ at }) => at));
  return objects.flatMap(([kind, addresses], index) => {
    const bytes = assumed.PRE_HEADERS[index] ?? 0;
    const seen = addresses.filter((it) => it - REACH > lowest);
    if (seen.length > 0 && seen.every((it) => begun.has(it - bytes))) return [];
    return [`the memory of ${kind} begins ${bytes} bytes before it: of ${seen.length}, a chunk begins `
      + `there for ${seen.filter((it) => begun.has(it - bytes)).length}`];
  });
}

/**
 * Fill memory with a pattern, free it, and look how much of it the C library has overwritten.
 * @param {Engine} engine
 * @param {Layout['Chunk']} assumed
 */
function ofChunks(engine, assumed) {
  /** @type {string[]} */
  const wrong = [];
  const headOf = (/** @type {number} */ at) => wordAt(engine.HEAPU32, at - assumed.head + assumed.size);
  for (const { size, links } of [
    { size: assumed.large - 8, links: assumed.linksOfSmall },
    { size: assumed.large, links: assumed.linksOfLarge },
  ]) {
    /** @type {number[]} */
    const taken = [];
    // The pattern also removes old bytes that might look like the head of a chunk.
    const take = () => {
      const given = engine._malloc(size - 4);
      engine.HEAPU8.fill(PATTERN, given, given + size - 4);
      taken.push(given);
    };
    take();
    // Look for a chunk between two others in use, since a chunk that is freed beside free memory is
    // merged with it. Once all holes of the heap are filled, chunks lie side by side.
    const lies = (/** @type {number} */ at) => (headOf(at) & ~assumed.flags) === size
      && (headOf(at) & BEFORE_IN_USE) !== 0 && (headOf(at + size) & assumed.inUse) !== 0;
    /** @type {number | undefined} */
    let at;
    while (at === undefined && taken.length < MOST) {
      take();
      at = taken.slice(-2).find(lies);
    }
    const used = headOf(at ?? Math.min(...taken));
    if (at === undefined) {
      wrong.push(`malloc(${size - 4}) gives chunks of ${size} bytes, with the size ${assumed.head} bytes `
        + `before it: found ${(used & ~assumed.flags) >>> 0}`);
    } else {
      const kept = size - assumed.head;
      engine._free(at);
      const freed = headOf(at);
      if ((used & assumed.inUse) !== assumed.inUse || freed & assumed.inUse) {
        wrong.push(`the flag ${assumed.inUse} tells a chunk in use: found the flags `
          + `${used & assumed.flags}, and ${freed & assumed.flags} once it was free`);
      }
      const written = engine.HEAPU8.subarray(at, at + kept).findLastIndex((it) => it !== PATTERN) + 1;
      if (written !== links) {
        wrong.push(`a free chunk of ${size} bytes keeps ${links} of them for itself: found ${written}`);
      }
    }
    for (const it of taken) if (it !== at) engine._free(it);
  }
  const first = engine._malloc(1);
  try {
    Array.from(chunks(engine.HEAPU32, { start: first - assumed.head, end: breakOf(engine) }, assumed));
  } catch (error) {
    wrong.push(`the heap is one chunk after another up to its end: ${messageOf(error)}`);
  }
  engine._free(first);
  return wrong;
}

/**
 * Look whether a snapshot by Pyodide is a head of the announced length, and the memory after it.
 * @param {import('./engine.mjs').Python} python
 * @param {number} at
 */
function ofSnapshot(python, at) {
  const snapshot = python.makeMemorySnapshot();
  const head = new Uint32Array(snapshot.buffer)[at] ?? 0;
  const found = snapshot.length - python._module.HEAPU8.length;
  return head === found ? [] : [`word ${at} of a snapshot is the length of its head: found ${head}, not ${found}`];
}
