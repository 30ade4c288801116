// Halves a small module and runs it in both halves: tells what was fetched, and what came of it.
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
const whole = binaryen.parseText(WHOLE).emitBinary();
const imports = () => ({ env: { add: (one, other) => one + other } });

const { instance, ran } = watched(new WebAssembly.Module(marked(whole)), imports());
instance.exports.hot(0);
const [first, second] = halved(whole, ran());

// The same calls, by name and by pointer.
const calls = ({ hot, cold, table }) => [
  hot(0), table.get(1)(1, 4n), hot(7), table.get(2)(0), cold(0, 0n),
];
const told = { ran: ran().size, whole: calls(plain(whole)) };

const fetched = [];
const halves = new Halves((file) => {
  fetched.push(file);
  return new WebAssembly.Module(second);
});
const { exports } = halves.make('it', new WebAssembly.Module(first), imports());
told.exports = Object.keys(exports);
told.before = [exports.hot(0), [...fetched], halves.isWhole('it')];
told.after = [exports.cold(0, 0n), [...fetched], halves.isWhole('it')];
const other = new Halves(() => new WebAssembly.Module(second));
told.halved = calls(other.make('it', new WebAssembly.Module(first), imports()).exports);

const offline = new Halves(() => { throw new Error('offline'); });
const alone = offline.make('it', new WebAssembly.Module(first), imports()).exports;
try {
  alone.cold(0, 0n);
} catch (error) {
  told.offline = [error.message, offline.failure === error, alone.hot(0)];
}

const early = new Halves();
const joined = early.make('it', new WebAssembly.Module(first), imports()).exports;
early.join('it', new WebAssembly.Module(second));
early.join('it', new WebAssembly.Module(second));
told.early = calls(joined);
console.log(JSON.stringify(told));

function plain(code) {
  return new WebAssembly.Instance(new WebAssembly.Module(code), imports()).exports;
}
