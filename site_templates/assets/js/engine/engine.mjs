// The page's side of Python in a worker. Knows nothing of the page: the caller shows things.
import { Calls } from './calls.mjs';
import { Failure } from '../../../../browser_python/boot/failure.mjs';
import { FOLDER, findBroken, open, orAnew, published, readChecked, renew } from '../../../../browser_python/boot/files.mjs';
import { repeat } from '../../../../browser_python/boot/times.mjs';

const WORKER = new URL('./worker.mjs', import.meta.url);
const DEATHS_MAX = 3; // in a row: then a fresh start is for a person to try

/**
 * Start Python in a worker, or take over the one that the page's head has started (see
 * start.js): it is half-way when the page's scripts come.
 *
 * @param {object} options
 * @param {(stage: string, progress?: {loaded: number, total: number}) => void} options.onStage
 *   told of `download` (with bytes), `start`, `prepare`, `ready`, `failed`
 *   and `slow`
 * @param {number} options.suspectMs after how long without progress the files are looked at
 * @param {number} options.stallMs how long a start may show no progress
 * @returns {Engine}
 */
export function startEngine({ onStage = () => {}, suspectMs = 4000, stallMs = 45_000 } = {}) {
  return new Engine(onStage, suspectMs, stallMs);
}

class Engine {
  /** Told of whether Python has been at something for so long that one may want to stop it. */
  onBusy = () => {};

  /** Why it does not run; undefined while it may. @type {Failure | undefined} */
  failure;

  #onStage;
  #suspectMs;
  #stallMs;
  #worker;
  #stall;
  #settle;
  #started;
  #isReady = false;
  #deaths = 0;
  #calls = new Calls({
    send: (message) => this.#worker?.postMessage(message),
    busy: (isBusy) => this.onBusy(isBusy),
    end: (failure) => this.#startAfresh(failure),
  });
  #isHeard; // whether the worker has said a word: its script came and runs
  #isAgain = false; // whether this start is the second try
  #knowsModules = true;

  constructor(onStage, suspectMs, stallMs) {
    this.#onStage = onStage;
    this.#suspectMs = suspectMs;
    this.#stallMs = stallMs;
    this.#begin();
    this.#start();
  }

  /**
   * Ask Python.
   * @param {string} name
   * @param {unknown} payload any JSON value
   * @returns {Promise<unknown>} a JSON value, or a file as Uint8Array
   * @throws {Failure}
   */
  async call(name, payload = null) {
    const message = { name, payload: JSON.stringify(payload) };
    await this.ready;
    return this.#calls.add(message);
  }

  /** End what Python is at: that call fails as `stopped`, the others are asked of a fresh Python. */
  stop() {
    this.#startAfresh(new Failure('stopped'));
  }

  /**
   * Drop whatever runs and start afresh; calls under way fail as `stopped`. A file that was at fault
   * is fetched past all caches before.
   * @returns {Promise<object>} the new `ready`
   */
  restart() {
    const { file } = this.failure ?? {};
    this.terminate();
    this.#isAgain = false;
    this.#begin();
    if (file) this.#startAfter(renew(addressOf(file), this.#suspectMs));
    else this.#start();
    return this.ready;
  }

  /** End the worker for good; calls under way fail as `stopped`. */
  terminate() {
    this.#end(new Failure('stopped'));
  }

  #begin() {
    this.failure = undefined;
    this.ready = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.ready.catch(() => {}); // Whoever calls hears of it; an idle page need not.
    this.#started = self.early ? 0 : performance.now();
  }

  async #startAfter(mending) {
    const { ready } = this;
    await mending;
    if (ready === this.ready) this.#start(); // else somebody has ended it meanwhile
  }

  #start() {
    this.#isReady = false;
    this.#isHeard = false;
    if (!self.Worker || !self.WebAssembly) return this.#fail(new Failure('old_browser'));
    const { worker, heard } = self.early ?? { heard: [] };
    self.early = undefined;
    try {
      this.#worker = worker ?? this.#newWorker();
    } catch (error) {
      return this.#fail(new Failure('worker_blocked', { detail: error.message }));
    }
    this.#listen(this.#worker);
    this.#watch();
    for (const event of heard) this.#worker?.dispatchEvent(event);
    return undefined;
  }

  // A browser that does not know of modules does not ask whether this is to be one.
  #newWorker() {
    let isAsked = false;
    const worker = new Worker(WORKER, { get type() { isAsked = true; return 'module'; } });
    this.#knowsModules = isAsked;
    return worker;
  }

  #listen(worker) {
    worker.onmessage = ({ data }) => {
      if (worker === this.#worker) this.#hear(data); // else it was ended, and this was on its way
    };
    worker.onmessageerror = () => this.#startAfresh(new Failure('died'));
    worker.onerror = (event) => this.#diagnoseWorker(worker, event);
  }

  #hear({ id, runs, pong, json, bytes, error, stage, progress, ready, failure }) {
    this.#isHeard = true;
    this.#calls.hear();
    if (pong) return;
    if (runs !== undefined) {
      this.#calls.note(id, runs);
    } else if (error?.code === 'died') {
      this.#calls.settle(id, { error });
      this.#startAfresh(new Failure('died', error));
    } else if (id) {
      this.#deaths = 0;
      this.#calls.settle(id, { json, bytes, error });
    } else if (failure) {
      this.#fail(new Failure(failure.code, failure));
    } else if (ready) {
      clearTimeout(this.#stall);
      this.#isReady = true;
      this.#isAgain = false;
      this.#onStage('ready');
      repeat(ready.times);
      this.#settle.resolve({ ...ready, milliseconds: performance.now() - this.#started });
      this.#calls.sendAgain();
    } else {
      this.#watch();
      this.#onStage(stage, progress);
    }
  }

  // A blocked file can leave the worker silent: soon, look for it from here. Where none is at
  // fault the machine is slow, which is said, or stands still, which is said in the end.
  #watch() {
    clearTimeout(this.#stall);
    const worker = this.#worker;
    this.#stall = setTimeout(async () => {
      const failure = (!this.#isHeard && await findBrokenWorker(this.#suspectMs))
        || await findBroken(this.#suspectMs);
      if (worker !== this.#worker || this.#isReady) return;
      if (failure) this.#fail(failure);
      else this.#wait(worker);
    }, this.#suspectMs);
  }

  #wait(worker) {
    this.#onStage('slow');
    clearTimeout(this.#stall);
    this.#stall = setTimeout(() => {
      if (worker === this.#worker) this.#fail(new Failure('stalled'));
    }, this.#stallMs - this.#suspectMs);
  }

  async #diagnoseWorker(worker, event) {
    const detail = event.message ?? '';
    if (this.#isReady) return this.#startAfresh(new Failure('died', { detail })); // it ran: not blocked
    const failure = await findBrokenWorker(this.#suspectMs)
      ?? new Failure(this.#blame(detail), { detail, isMended: true });
    if (worker === this.#worker) this.#fail(failure);
    return undefined;
  }

  // What Python is at is given up; whatever else is asked waits for the fresh one. A Python that
  // died is not asked again: every later call would fail.
  #startAfresh(failure) {
    if (!this.#isReady) return this.#fail(failure);
    if (failure.code === 'died') this.#deaths += 1;
    if (this.#deaths >= DEATHS_MAX) return this.#fail(new Failure('crashed', failure));
    this.#calls.giveUp(failure);
    this.#drop();
    this.#onStage('start'); // at once: who presses a button meanwhile would not be heard
    this.#isAgain = false;
    this.#begin();
    this.#start();
    return undefined;
  }

  // The worker's script comes as published.
  #blame(detail) {
    if (this.#isHeard) return 'start_failed';
    const isOld = !this.#knowsModules || detail.includes('SyntaxError');
    return isOld ? 'old_browser' : 'worker_blocked';
  }

  // What may go well at a second try is tried, once, before it is said.
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

  #drop() {
    clearTimeout(this.#stall);
    this.#isReady = false;
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #end(failure) {
    this.#drop();
    this.#settle.reject(failure);
    this.ready = Promise.reject(failure);
    this.ready.catch(() => {});
    this.#calls.fail(failure);
  }
}

async function findBrokenWorker(patience) {
  let found;
  try {
    await orAnew(async (cache) => {
      const response = await open(WORKER, { patience, cache });
      const expected = await published(WORKER, patience);
      if (expected) await readChecked(response, 'worker.mjs', expected, undefined, patience);
    }, (failure) => { found = failure.mended; });
    return found;
  } catch (failure) {
    return failure;
  }
}

function addressOf(file) {
  return WORKER.pathname.endsWith(`/${file}`) ? WORKER : new URL(file, FOLDER);
}
