// The engine's worker: boots Python and carries calls to `validator.worker.call`.
import { Failure } from './failure.mjs';
import { boot } from './runtime-boot.mjs';
import { measure, measured } from './runtime-times.mjs';

let python;
let archive;
let call;

self.addEventListener('message', ({ data }) => answer(data));
run();

async function run() {
  const report = (stage, progress) => self.postMessage({ stage, progress });
  try {
    const booted = await boot(report);
    ({ python, archive } = booted);
    call = python.pyimport('validator.worker').call;
    measure('boot:ready', 0);
    self.postMessage({ ready: { ...booted.told, times: measured() } });
    archive.fetchWhenIdle();
  } catch (error) {
    const failure = error instanceof Failure
      ? error
      : new Failure('start_failed', { detail: String(error?.message ?? error) });
    self.postMessage({ failure: failure.plain });
  }
}

async function answer({ id, name, payload }) {
  try {
    const result = await archive.run(() => call(name, payload));
    if (typeof result === 'string') return self.postMessage({ id, json: result });
    const bytes = result.toJs();
    result.destroy();
    return self.postMessage({ id, bytes }, [bytes.buffer]);
  } catch (error) {
    return self.postMessage({ id, error: failureOf(error).plain });
  }
}

function failureOf(error) {
  if (error instanceof Failure) return error;
  if (!(error instanceof python.ffi.PythonError)) {
    return new Failure('crashed', { detail: String(error?.message ?? error) });
  }
  const traceback = error.message.trimEnd();
  return new Failure('python', { type: error.type, detail: traceback.split('\n').pop() });
}
