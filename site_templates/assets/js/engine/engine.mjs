// The page's side of Python in a worker: starts and ends the worker, and finds out why it fails. Nothing
// here touches the page's elements; callers show what happens.
import { Failure, renew, repeat } from '../../../../browser_python/boot/index.mjs';
import { FILES, WORKER, fetchFolder, findBrokenWorker } from './files.mjs';
import { Requests } from './requests.mjs';

/** @import { Answers, Begin, Name, Refusal, Requests as Asked } from './wire.d.ts' */
/** @import { FromWorker, PlainFailure, Progress, Started, ToWorker } from './messages.d.ts' */

/** @import { Folder } from './files.mjs' */

/**
 * What is known when Python can take requests: what the worker said, and how long the start took.
 * @typedef {Started & {milliseconds: number}} Ready
 */

const DEATHS_MAX = 3; // After so many deaths in a row Python starts again only when a person asks for it.

/**
 * Start Python in a worker. If start.js has started a worker, before this script came, take over that
 * one.
 *
 * @param {object} options
 * @param {Begin} options.page the request that every worker gets first
 * @param {Folder} [options.folder] the packed folder of the page's call; none for the first call of the
 *   site, whose folder is in the packaged `validator`
 * @param {(stage: string, progress?: Progress) => void} [options.onStage] called with `download` (and
 *   bytes), `start`, `prepare`, `ready`, `failed` and `slow`
 * @param {number} [options.suspectMs] milliseconds without progress until the files are examined
 * @param {number} [options.stallMs] milliseconds without progress until the start counts as failed
 * @returns {Engine}
 */
export function startEngine({ page, folder, onStage = () => {}, suspectMs = 4000, stallMs = 45_000 }) {
  return new Engine(page, folder, onStage, suspectMs, stallMs);
}

export class Engine {
  /**
   * Called with true when Python has worked for so long that somebody may want to stop it, and with
   * false when it no longer does.
   * @type {(isBusy: boolean) => void}
   */
  onBusy = () => {};

  /**
   * Why Python does not run; undefined while it may.
   * @type {Failure | undefined}
   */
  failure;

  /**
   * Fulfilled when Python can take requests; rejected when it cannot run.
   * @type {Promise<Ready>}
   */
  ready;

  #page;
  #folder;
  #onStage;
  #suspectMs;
  #stallMs;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #stall;
  /** @type {{resolve: (ready: Ready) => void, reject: (failure: Failure) => void}} */
  #settle;
  #started = 0;
  #isReady = false;
  #deaths = 0;
  #requests = new Requests({
    send: (message) => this.#send(message),
    busy: (isBusy) => this.onBusy(isBusy),
    end: (failure) => this.#startAfresh(failure),
  });
  #isHeard = false; // whether the worker has sent a message, which shows that its script runs
  #isAgain = false; // whether this start is the second try
  #knowsModules = true;

  /**
   * @param {Begin} page
   * @param {Folder | undefined} folder
   * @param {(stage: string, progress?: Progress) => void} onStage
   * @param {number} suspectMs
   * @param {number} stallMs
   */
  constructor(page, folder, onStage, suspectMs, stallMs) {
    this.#page = page;
    this.#folder = folder;
    this.#onStage = onStage;
    this.#suspectMs = suspectMs;
    this.#stallMs = stallMs;
    [this.ready, this.#settle] = this.#begin();
    this.#start();
  }

  /**
   * Make a request to Python.
   * @template {Name} N
   * @param {N} name
   * @param {Asked[N]} request
   * @returns {Promise<Answers[N] | Refusal>}
   * @throws {Failure}
   */
  async ask(name, request) {
    await this.ready;
    const answer = await this.#requests.add(name, request);
    return /** @type {Answers[N] | Refusal} */ (answer);
  }

  /** Fail the request that Python works at as `stopped`; a new Python gets the other requests. */
  stop() {
    this.#startAfresh(new Failure('stopped'));
  }

  /**
   * End the worker and start another one; requests under way fail as `stopped`. If a file was at fault,
   * this file is fetched past all caches first.
   * @returns {Promise<Ready>} the new `ready`
   */
  restart() {
    const file = this.failure?.file;
    this.terminate();
    this.#isAgain = false;
    [this.ready, this.#settle] = this.#begin();
    if (file) this.#startAfter(renew(this.#addressOf(file), this.#suspectMs));
    else this.#start();
    return this.ready;
  }

  /** End the worker for good; requests under way fail as `stopped`. */
  terminate() {
    this.#end(new Failure('stopped'));
  }

  /**
   * Begin a start: return its `ready`, and the functions that settle this promise.
   * @returns {[Promise<Ready>, {resolve: (ready: Ready) => void, reject: (failure: Failure) => void}]}
   */
  #begin() {
    this.failure = undefined;
    this.#started = self.early ? 0 : performance.now();
    const { promise, ...settle } = withResolvers();
    promise.catch(() => {}); // `ask` reports the failure; without a request the browser would log it.
    return [promise, settle];
  }

  /** @param {Promise<void>} mending */
  async #startAfter(mending) {
    const { ready } = this;
    await mending;
    if (ready === this.ready) this.#start(); // Otherwise this start was ended meanwhile.
  }

  #start() {
    this.#isReady = false;
    this.#isHeard = false;
    if (!self.Worker || !self.WebAssembly) return this.#fail(new Failure('old_browser'));
    const { worker, heard } = self.early ?? { worker: undefined, heard: [] };
    self.early = undefined;
    try {
      this.#worker = worker ?? this.#newWorker();
    } catch (error) {
      return this.#fail(new Failure('worker_blocked', { detail: String(error) }));
    }
    this.#listen(this.#worker);
    this.#sayBegin(this.#worker);
    this.#watch();
    for (const event of heard) this.#worker?.dispatchEvent(event);
    return undefined;
  }

  /**
   * Tells the worker what the page is about. The folder of the call is fetched while Python starts.
   * @param {Worker} worker
   */
  async #sayBegin(worker) {
    try {
      // A key whose value is undefined would need compiled code that no first check needs otherwise:
      // Pyodide would fetch the second half of its engine before the first finding.
      const folder = this.#folder && { folder: await fetchFolder(this.#folder, this.#stallMs) };
      if (worker === this.#worker) this.#send({ begin: { ...this.#page, ...folder } });
    } catch (failure) {
      if (worker === this.#worker) this.#fail(/** @type {Failure} */ (failure));
    }
  }

  // A browser that cannot run modules in workers does not read the option `type`.
  #newWorker() {
    let isAsked = false;
    const worker = new Worker(WORKER, {
      get type() {
        isAsked = true;
        return /** @type {const} */ ('module');
      },
    });
    this.#knowsModules = isAsked;
    return worker;
  }

  /** @param {ToWorker} message */
  #send(message) {
    this.#worker?.postMessage(message);
  }

  /** @param {Worker} worker */
  #listen(worker) {
    worker.onmessage = ({ data }) => {
      if (worker === this.#worker) this.#hear(data); // Otherwise the message is from a worker that was ended.
    };
    worker.onmessageerror = () => this.#startAfresh(new Failure('died'));
    worker.onerror = (event) => this.#diagnoseWorker(worker, event);
  }

  /** @param {FromWorker} message */
  #hear(message) {
    this.#isHeard = true;
    this.#requests.hear();
    if ('runs' in message) this.#requests.note(message.id, message.runs);
    else if ('answer' in message) this.#hearAnswer(message.id, message.answer);
    else if ('error' in message) this.#hearError(message.id, message.error);
    else if ('failure' in message) this.#fail(new Failure(message.failure.code, message.failure));
    else if ('ready' in message) this.#hearReady(message.ready);
    else if ('stage' in message) this.#hearStage(message.stage, message.progress);
  }

  /**
   * @param {number} id
   * @param {unknown} answer
   */
  #hearAnswer(id, answer) {
    this.#deaths = 0;
    this.#requests.settle(id, answer);
  }

  /**
   * @param {number} id
   * @param {PlainFailure} error
   */
  #hearError(id, error) {
    const failure = new Failure(error.code, error);
    this.#requests.refuse(id, failure);
    if (failure.code === 'died') this.#startAfresh(failure);
    else this.#deaths = 0;
  }

  /** @param {Started} ready */
  #hearReady(ready) {
    clearTimeout(this.#stall);
    this.#isReady = true;
    this.#isAgain = false;
    this.#onStage('ready');
    repeat(ready.times);
    this.#settle.resolve({ ...ready, milliseconds: performance.now() - this.#started });
    this.#requests.sendAgain();
  }

  /**
   * @param {string} stage
   * @param {Progress} [progress]
   */
  #hearStage(stage, progress) {
    this.#watch();
    this.#onStage(stage, progress);
  }

  // A worker waits silently for a file that is blocked, so after a short time without progress the files
  // are examined from here. If every file comes, the page says that the start is slow, and after a long
  // time that it has failed.
  #watch() {
    clearTimeout(this.#stall);
    const worker = this.#worker;
    this.#stall = setTimeout(async () => {
      const failure = (!this.#isHeard && await findBrokenWorker(this.#suspectMs))
        || await FILES.findBroken(this.#suspectMs);
      if (worker !== this.#worker || this.#isReady) return;
      if (failure) this.#fail(failure);
      else this.#wait(worker);
    }, this.#suspectMs);
  }

  /** @param {Worker | undefined} worker */
  #wait(worker) {
    this.#onStage('slow');
    clearTimeout(this.#stall);
    this.#stall = setTimeout(() => {
      if (worker === this.#worker) this.#fail(new Failure('stalled'));
    }, this.#stallMs - this.#suspectMs);
  }

  /**
   * @param {Worker} worker
   * @param {ErrorEvent} event
   */
  async #diagnoseWorker(worker, event) {
    const detail = event.message ?? '';
    if (this.#isReady) return this.#startAfresh(new Failure('died', { detail })); // The worker did run.
    const failure = await findBrokenWorker(this.#suspectMs)
      ?? new Failure(this.#blame(detail), { detail, isMended: true });
    if (worker === this.#worker) this.#fail(failure);
    return undefined;
  }

  /**
   * Give up the request that Python works at, and start Python again for the other requests. After Python
   * has died, every later request to the same Python would fail.
   * @param {Failure} failure
   */
  #startAfresh(failure) {
    if (!this.#isReady) return this.#fail(failure);
    if (failure.code === 'died') this.#deaths += 1;
    if (this.#deaths >= DEATHS_MAX) return this.#fail(new Failure('crashed', failure));
    this.#requests.giveUp(failure);
    this.#drop();
    this.#onStage('start'); // disables the buttons at once, since no Python would answer them
    this.#isAgain = false;
    [this.ready, this.#settle] = this.#begin();
    this.#start();
    return undefined;
  }

  /**
   * Return the code of the failure of a worker whose script comes as published.
   * @param {string} detail
   */
  #blame(detail) {
    if (this.#isHeard) return 'start_failed';
    const isOld = !this.#knowsModules || detail.includes('SyntaxError');
    return isOld ? 'old_browser' : 'worker_blocked';
  }

  /**
   * Report a failure; if a second try may succeed, start once more first.
   * @param {Failure} failure
   */
  #fail(failure) {
    if (failure.isMended && !this.#isReady && !this.#isAgain) {
      this.#isAgain = true;
      this.#drop();
      this.#startAfter(renew(WORKER, this.#suspectMs));
      return;
    }
    this.failure = failure;
    this.#end(failure);
    this.#onStage('failed');
  }

  /** @param {string} file */
  #addressOf(file) {
    const others = [WORKER, ...this.#folder ? [new URL(this.#folder.address)] : []];
    return others.find(({ pathname }) => pathname.endsWith(`/${file}`)) ?? FILES.address(file);
  }

  #drop() {
    clearTimeout(this.#stall);
    this.#isReady = false;
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /** @param {Failure} failure */
  #end(failure) {
    this.#drop();
    this.#settle.reject(failure);
    this.ready = Promise.reject(failure);
    this.ready.catch(() => {});
    this.#requests.fail(failure);
  }
}

// Promise.withResolvers does not exist in the oldest browsers in which Python runs.
function withResolvers() {
  /** @type {(ready: Ready) => void} */
  let resolve = () => {};
  /** @type {(failure: Failure) => void} */
  let reject = () => {};
  /** @type {Promise<Ready>} */
  const promise = new Promise((...both) => { [resolve, reject] = both; });
  return { promise, resolve, reject };
}
