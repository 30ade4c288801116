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
    await ask('begin', await begun);
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
 * Ask Python, and again where code or a module that it needs has to be fetched first.
 * @param {string} name
 * @param {object} request its files as bytes
 * @param {(runs: boolean) => void} [note] told when Python begins and when it is done: the page
 *   cannot see what a busy worker is at
 * @returns {Promise<string | [string, Uint8Array<ArrayBuffer>]>} JSON, or a file's name and bytes
 */
async function ask(name, request, note = () => {}) {
  return started.run(() => {
    /** @type {import('pyodide/ffi').PyProxy | undefined} */
    let given;
    note(true);
    try {
      given = started.python.toPy(request); // in here: it, too, may call code that has to be fetched
      return unpacked(started.entry(name, given));
    } finally {
      note(false);
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
 * The fields of a request with a file's bytes in its place. The page sends the file itself, which
 * costs it nothing, however large the file is.
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
 * What is no exception of Python's own has ended it. Memory that is full stays full.
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
 * @param {string} code of a failure that has none of its own
 * @returns {PlainFailure}
 */
function plain(error, code) {
  if (error instanceof Failure) return error.plain;
  return new Failure(code, { detail: error instanceof Error ? error.message : String(error) }).plain;
}

/**
 * @param {FromWorker} message
 * @param {Transferable[]} [moved] what the page has from then on
 */
function tell(message, moved = []) {
  self.postMessage(message, { transfer: moved });
}
