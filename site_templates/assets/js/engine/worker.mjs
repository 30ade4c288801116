// The engine's worker: starts Python and carries requests to the runtime's entry, `validator.worker.answer`.
import { Ended, Failure, boot } from '../../../../browser_python/boot/index.mjs';
import { MANIFEST, WAY } from './runtime.mjs';

/** @import { Begin } from './wire.d.ts' */
/** @import { FromWorker, PlainFailure, Request, ToWorker } from './messages.d.ts' */

/** @type {(said: Begin) => void} */
let begin;
/** @type {Promise<Begin>} */
const begun = new Promise((resolve) => { begin = resolve; });
/** @type {Awaited<ReturnType<typeof boot>>} */
let started;

self.addEventListener('message', hear);
run();

/** @param {MessageEvent<ToWorker>} event */
function hear({ data }) {
  if ('ping' in data) tell({ pong: true });
  else if ('begin' in data) begin(data.begin);
  else answer(data).catch((error) => tell({ id: data.id, error: plain(error, 'died') }));
}

async function run() {
  try {
    started = await boot(MANIFEST, (stage, progress) => tell({ stage, progress }), WAY);
    const said = await begun;
    if (said.folder) await started.whole(); // reading a folder takes code that the image leaves for later
    const refused = JSON.parse(/** @type {string} */ (await ask('begin', await withBytes(said))));
    if (refused) throw new Failure('start_failed', { detail: refused.error });
    tell({ ready: started.ready });
  } catch (error) {
    tell({ failure: plain(error, 'start_failed') });
  }
}

/** @param {Request} message */
async function answer({ id, name, request }) {
  try {
    const found = await ask(name, await withBytes(request), (runs) => tell({ id, runs }));
    if (typeof found === 'string') tell({ id, answer: JSON.parse(found) });
    else tell({ id, answer: { name: found[0], content: found[1] } }, [found[1].buffer]);
  } catch (error) {
    if (error instanceof Ended) tell({ failure: plain(error.cause, 'crashed') });
    else tell({ id, error: failureOf(error) });
  }
}

/**
 * Make a request to Python; if Python needs code or a module that has not come, make the request again
 * once that has been fetched.
 * @param {string} name
 * @param {object} request with bytes in place of files
 * @param {(runs: boolean) => void} [sayRuns] called with true when Python begins to work, and with false
 *   when Python has finished. The page measures by these calls how long Python works, for it cannot ask:
 *   a worker whose Python works takes no message
 * @returns {Promise<string | [string, Uint8Array<ArrayBuffer>]>} JSON, or a file's name and bytes
 */
async function ask(name, request, sayRuns = () => {}) {
  return started.run(() => {
    /** @type {import('pyodide/ffi').PyProxy | undefined} */
    let given;
    sayRuns(true);
    try {
      // Inside `run`, since the conversion may need code that has to be fetched as well.
      given = started.python.toPy(request);
      return unpacked(started.entry(name, given));
    } finally {
      sayRuns(false);
      given?.destroy();
    }
  });
}

/**
 * @param {string | import('pyodide/ffi').PyProxy} result
 * @returns {string | [string, Uint8Array<ArrayBuffer>]}
 */
function unpacked(result) {
  if (typeof result === 'string') return result;
  const file = result.toJs();
  result.destroy();
  return file;
}

/**
 * Return the fields of a request, with the bytes of each file in place of the file. The page sends only a
 * reference to the file, so it never has to hold the bytes.
 * @param {object} request
 * @returns {Promise<object>}
 * @throws {Failure}
 */
async function withBytes(request) {
  const fields = Object.entries(request).map(async ([name, value]) => (
    [name, value instanceof Blob ? await bytesOf(value) : value]));
  return Object.fromEntries(await Promise.all(fields));
}

/** @param {Blob} file */
async function bytesOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new Failure('unreadable', { detail: String(error) });
  }
}

/**
 * Return the failure for an error of a request. An error that is no exception of Python has ended
 * Python; so has a MemoryError, since full memory stays full.
 * @param {unknown} error
 * @returns {PlainFailure}
 */
function failureOf(error) {
  if (!(error instanceof started.python.ffi.PythonError)) {
    if (error instanceof SyntaxError) return new Failure('python', { type: 'JSON' }).plain;
    return plain(error, 'died');
  }
  const [detail] = error.message.trimEnd().split('\n').slice(-1);
  const code = error.type === 'MemoryError' ? 'died' : 'python';
  return new Failure(code, { type: error.type, detail }).plain;
}

/**
 * @param {unknown} error
 * @param {string} code the failure's code, unless the error has one
 * @returns {PlainFailure}
 */
function plain(error, code) {
  if (error instanceof Failure) return error.plain;
  return new Failure(code, { detail: error instanceof Error ? error.message : String(error) }).plain;
}

/**
 * @param {FromWorker} message
 * @param {Transferable[]} [moved] what is moved to the page instead of being copied
 */
function tell(message, moved = []) {
  self.postMessage(message, { transfer: moved });
}
