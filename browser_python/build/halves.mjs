// Halves compiled code into the functions that a start runs and all others. Where the first half may call
// a function of the second, the first half has a stub: the stub has the second half fetched, if that has
// not come, and calls the function through a table. The linker sees no difference, since imports,
// exports, data and the table of function pointers stay as they were.
// browser_python/boot/halves.mjs describes the format and joins the halves.
import binaryen from 'binaryen';
import { FETCH, FIRST, OWN, SECOND, TABLE, THERE, without } from '../boot/halves.mjs';
import { elementSegmentsOf, emitted, exportsOf, globalsOf, ownFunctions, tablesOf } from './wasm.mjs';
import { byteAt } from './words.mjs';

const RAN = 'ran.';
const SHARED = { function: `${OWN}function.`, global: `${OWN}global.`, table: `${OWN}table.` };
const PREAMBLE = 8; // bytes of a module before its sections
const SECTION = { custom: 0, start: 8, data: 11, dataCount: 12 };
const { i32, none } = binaryen;
// Binaryen's type declarations have `Function` on a module; in fact it is on `binaryen`.
const { Function: functions } = /** @type {typeof binaryen & Pick<binaryen.Module, 'Function'>} */ (binaryen);

/**
 * Add a global variable to code for each function, which is 1 once the function has run.
 * @param {Uint8Array} bytes
 * @returns {Uint8Array}
 */
export function marked(bytes) {
  const module = binaryen.readBinary(bytes);
  for (const { it, name, body, results } of ownFunctions(module)) {
    module.addGlobal(RAN + name, i32, true, module.i32.const(0));
    module.addGlobalExport(RAN + name, RAN + name);
    const mark = module.global.set(RAN + name, module.i32.const(1));
    functions.setBody(it, module.block(null, [mark, body], results));
  }
  return emitted(module);
}

/**
 * Make an instance of marked code.
 * @param {WebAssembly.Module} code
 * @param {WebAssembly.Imports} imports
 * @returns {{instance: {exports: WebAssembly.Exports}, ran: () => Set<string>}} the instance with the
 *   exports of unmarked code, and a function that returns the names of the functions that have run
 */
export function watched(code, imports) {
  const { exports } = new WebAssembly.Instance(code, imports);
  const marks = Object.entries(exports).filter(([name]) => name.startsWith(RAN));
  const set = () => marks.filter(([, mark]) => /** @type {WebAssembly.Global} */ (mark).value)
    .map(([name]) => name.slice(RAN.length));
  return { instance: { exports: without(exports, RAN) }, ran: () => new Set(set()) };
}

/**
 * Halve code.
 * @param {Uint8Array} bytes
 * @param {Set<string>} ran the functions of the first half
 * @returns {[Uint8Array, Uint8Array]}
 */
export function halved(bytes, ran) {
  const away = calledFromFirst(bytes, ran);
  const second = secondHalf(bytes, ran, away);
  const needs = WebAssembly.Module.imports(new WebAssembly.Module(new Uint8Array(second)))
    .filter(({ module }) => module === FIRST);
  return [firstHalf(bytes, ran, away, needs), second];
}

/**
 * Find the functions of the second half that the first half calls or points to.
 * @param {Uint8Array} bytes
 * @param {Set<string>} ran
 */
function calledFromFirst(bytes, ran) {
  const module = binaryen.readBinary(bytes);
  const others = ownFunctions(module).filter(({ name }) => !ran.has(name));
  for (const { name, params, results } of others) {
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
  }
  module.runPasses(['remove-unused-module-elements']);
  const left = new Set(ownFunctions(module).map(({ name }) => name));
  module.dispose();
  return others.map(({ name }) => name).filter((name) => left.has(name));
}

/**
 * @param {Uint8Array} bytes
 * @param {Set<string>} ran
 * @param {string[]} away the functions that the first half calls in the second
 * @param {{name: string}[]} needs what the second half imports from the first
 */
function firstHalf(bytes, ran, away, needs) {
  const module = binaryen.readBinary(bytes);
  module.addFunctionImport(FETCH, SECOND, FETCH, none, none);
  module.addGlobal(THERE, i32, true, module.i32.const(0));
  module.addGlobalExport(THERE, THERE);
  module.addTable(TABLE, away.length, away.length);
  module.addTableExport(TABLE, TABLE);
  const places = new Map(away.map((name, place) => [name, place]));
  for (const { name, params, results } of ownFunctions(module)) {
    if (ran.has(name)) continue;
    module.removeFunction(name);
    const place = places.get(name);
    if (place === undefined) continue;
    const given = binaryen.expandType(params).map((type, index) => module.local.get(index, type));
    const isMissing = module.i32.eqz(module.global.get(THERE, i32));
    module.addFunction(name, params, results, [], module.block(null, [
      module.if(isMissing, module.call(FETCH, [], none)),
      module.call_indirect(TABLE, module.i32.const(place), given, params, results),
    ], results));
  }
  for (const { name } of needs) {
    const inside = (/** @type {string} */ prefix) => name.slice(prefix.length);
    if (name.startsWith(SHARED.function)) module.addFunctionExport(inside(SHARED.function), name);
    if (name.startsWith(SHARED.global)) module.addGlobalExport(inside(SHARED.global), name);
    if (name.startsWith(SHARED.table)) module.addTableExport(inside(SHARED.table), name);
  }
  return emitted(module);
}

/**
 * @param {Uint8Array} bytes
 * @param {Set<string>} ran
 * @param {string[]} away the functions that the first half calls in the second
 */
function secondHalf(bytes, ran, away) {
  const module = binaryen.readBinary(bytes);
  for (const { kind, name, value } of exportsOf(module)) {
    if (kind === binaryen.ExternalMemory) module.addMemoryImport(value, FIRST, name);
    if (kind === binaryen.ExternalTag) {
      const { params, results } = binaryen.getTagInfo(module.getTag(value));
      module.removeTag(value);
      module.addTagImport(value, FIRST, name, params, results);
    }
    module.removeExport(name);
  }
  for (const { name, params, results } of ownFunctions(module)) {
    if (!ran.has(name)) continue;
    module.removeFunction(name);
    module.addFunctionImport(name, FIRST, SHARED.function + name, params, results);
  }
  for (const { name, module: from, type, mutable } of globalsOf(module)) {
    if (from) continue;
    module.removeGlobal(name);
    module.addGlobalImport(name, FIRST, SHARED.global + name, type, mutable);
  }
  for (const { name, module: from } of tablesOf(module)) {
    if (!from) module.addTableImport(name, FIRST, SHARED.table + name);
  }
  for (const { name } of elementSegmentsOf(module)) module.removeElementSegment(name);
  module.addTable(TABLE, away.length, away.length);
  module.addTableImport(TABLE, FIRST, TABLE);
  module.addActiveElementSegment(TABLE, TABLE, away, module.i32.const(0));
  module.runPasses(['remove-unused-module-elements']);
  return withoutSections(emitted(module), Object.values(SECTION));
}

/**
 * Leave sections out of a module.
 * @param {Uint8Array} bytes
 * @param {number[]} sections
 */
function withoutSections(bytes, sections) {
  const kept = [bytes.subarray(0, PREAMBLE)];
  for (let at = PREAMBLE; at < bytes.length;) {
    const [size, from] = number(bytes, at + 1);
    if (!sections.includes(byteAt(bytes, at))) kept.push(bytes.subarray(at, from + size));
    at = from + size;
  }
  return Buffer.concat(kept);
}

/**
 * Read a number in LEB128.
 * @param {Uint8Array} bytes
 * @param {number} at
 * @returns {[number, number]} the number, and where it ends
 */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = byteAt(bytes, at++);
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}
