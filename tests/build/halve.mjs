// Halves a small WebAssembly module and calls its functions, whole and halved. Prints the results, and
// when the second half was fetched.
import binaryen from 'binaryen';
import { Halves } from '../../browser_python/boot/halves.mjs';
import { halved, marked, watched } from '../../browser_python/build/halves.mjs';

const WHOLE = `(module
  (import "env" "add" (func $add (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 8) "\\2a")
  (global $calls (mut i32) (i32.const 0))
  (table $pointers (export "table") 3 funcref)
  (elem (i32.const 0) $hot $cold $deep)
  (func $hot (export "hot") (param i32) (result i32)
    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
    (if (result i32) (i32.eqz (local.get 0))
      (then (i32.load (i32.const 8)))
      (else (call $cold (local.get 0) (i64.const 3)))))
  (func $cold (export "cold") (param i32 i64) (result i32)
    (call $add (call $deep (local.get 0)) (i32.wrap_i64 (local.get 1))))
  (func $deep (param i32) (result i32)
    (call $add (global.get $calls) (call $hot (i32.const 0))))
  (func $nobody (param i32) (result i32) (call $deep (local.get 0)))
  (func $throws (export "throws") (unreachable))
)`;
const whole = new Uint8Array(binaryen.parseText(WHOLE).emitBinary());
/** @returns {WebAssembly.Imports} */
const imports = () => ({
  env: { add: (/** @type {number} */ one, /** @type {number} */ other) => one + other },
});

/** @typedef {(...given: (number | bigint)[]) => number} Called */
/** @typedef {{hot: Called, cold: Called, table: {get: (at: number) => Called}}} Whole what WHOLE exports */

/** @param {unknown} exports @returns {Whole} */
const own = (exports) => /** @type {Whole} */ (exports);

const { instance, ran } = watched(compiled(marked(whole)), imports());
own(instance.exports).hot(0);
const [first, second] = halved(whole, ran());

/** The same calls, by name and by pointer. @param {Whole} exports */
const calls = ({ hot, cold, table }) => [
  hot(0), table.get(1)(1, 4n), hot(7), table.get(2)(0), cold(0, 0n),
];
/** @type {Record<string, unknown>} */
const told = { ran: ran().size, whole: calls(own(plain(whole))) };

/** @type {string[]} */
const fetched = [];
const halves = new Halves((file) => {
  fetched.push(file);
  return compiled(second);
});
const { exports } = halves.make('it', compiled(first), imports());
told.exports = Object.keys(exports);
const { hot, cold } = own(exports);
told.before = [hot(0), [...fetched], halves.isWhole('it')];
told.after = [cold(0, 0n), [...fetched], halves.isWhole('it')];
const other = new Halves(() => compiled(second));
told.halved = calls(own(other.make('it', compiled(first), imports()).exports));

const offline = new Halves(() => { throw new Error('offline'); });
const alone = own(offline.make('it', compiled(first), imports()).exports);
try {
  alone.cold(0, 0n);
} catch (error) {
  told.offline = [error instanceof Error && error.message, offline.failure === error, alone.hot(0)];
}

const early = new Halves(() => compiled(second));
const joined = early.make('it', compiled(first), imports()).exports;
early.join('it', compiled(second));
early.join('it', compiled(second));
told.early = calls(own(joined));
console.log(JSON.stringify(told));

/** @param {Uint8Array} code */
function plain(code) {
  return new WebAssembly.Instance(compiled(code), imports()).exports;
}

/** @param {Uint8Array} code */
function compiled(code) {
  return new WebAssembly.Module(new Uint8Array(code));
}
