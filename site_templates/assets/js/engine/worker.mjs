// The engine's worker: boots Python and carries calls to `validator.worker.call`.
import { Failure } from '../../../../browser_python/boot/failure.mjs';
import { boot } from '../../../../browser_python/boot/boot.mjs';
import { findBroken } from '../../../../browser_python/boot/files.mjs';
import { measure, measured } from '../../../../browser_python/boot/times.mjs';

let python;
let archive;
let halves;
let call;

self.addEventListener('message', ({ data }) => {
  if (data.ping) self.postMessage({ pong: true });
  else answer(data).catch((error) => self.postMessage({ id: data.id, error: plain(error, 'died') }));
});
run();

async function run() {
  const report = (stage, progress) => self.postMessage({ stage, progress });
  try {
    const booted = await boot(report);
    ({ python, archive, halves } = booted);
    call = python.pyimport('validator.worker').call;
    measure('boot:ready', 0);
    self.postMessage({ ready: { ...booted.told, times: measured() } });
    archive.fetchWhenIdle();
  } catch (error) {
    self.postMessage({ failure: plain(error, 'start_failed') });
  }
}

async function answer({ id, name, payload }) {
  try {
    const result = await archive.run(() => work(id, name, payload));
    if (halves.failure) throw halves.failure;
    if (typeof result === 'string') return self.postMessage({ id, json: result });
    const bytes = result.toJs();
    result.destroy();
    return self.postMessage({ id, bytes }, [bytes.buffer]);
  } catch (error) {
    const { failure } = halves; // Python stands still where it called what did not come.
    if (failure) return self.postMessage({ failure: plain(await lookedAt(failure), 'crashed') });
    return self.postMessage({ id, error: failureOf(error) });
  }
}

// Who waits while the file comes cannot ask whether the site was published anew.
async function lookedAt(failure) {
  return (failure.file && await findBroken(undefined, [failure.file])) || failure;
}

// The page cannot see what a busy worker is at.
function work(id, name, payload) {
  self.postMessage({ id, runs: true });
  try {
    return call(name, payload);
  } finally {
    self.postMessage({ id, runs: false });
  }
}

// What is no exception of Python's own has ended it. Memory that is full stays full.
function failureOf(error) {
  if (!(error instanceof python.ffi.PythonError)) return plain(error, 'died');
  const [detail] = error.message.trimEnd().split('\n').slice(-1);
  const code = error.type === 'MemoryError' ? 'died' : 'python';
  return new Failure(code, { type: error.type, detail }).plain;
}

function plain(error, code) {
  const isTold = error instanceof Failure;
  return (isTold ? error : new Failure(code, { detail: String(error?.message ?? error) })).plain;
}
