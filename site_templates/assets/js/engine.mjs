// The page's side of Python in a worker. Knows nothing of the page: the caller shows things.
import { Failure } from './failure.mjs';
import { findBroken, open } from './runtime-files.mjs';
import { repeat } from './runtime-times.mjs';

export { Failure };

const WORKER = new URL('./worker.mjs', import.meta.url);

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
  #onStage;
  #suspectMs;
  #stallMs;
  #worker;
  #stall;
  #settle;
  #started;
  #isReady = false;
  #calls = new Map();
  #lastId = 0;

  constructor(onStage, suspectMs, stallMs) {
    this.#onStage = onStage;
    this.#suspectMs = suspectMs;
    this.#stallMs = stallMs;
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
    await this.ready;
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#calls.set(id, { resolve, reject });
      this.#worker.postMessage({ id, name, payload: JSON.stringify(payload) });
    });
  }

  /**
   * Drop whatever runs and start afresh; calls under way fail as `stopped`.
   * @returns {Promise<object>} the new `ready`
   */
  restart() {
    this.terminate();
    this.#start();
    return this.ready;
  }

  /** End the worker for good; calls under way fail as `stopped`. */
  terminate() {
    this.#end(new Failure('stopped'));
  }

  #start() {
    this.#isReady = false;
    this.ready = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.ready.catch(() => {}); // Whoever calls hears of it; an idle page need not.
    this.#started = self.early ? 0 : performance.now();
    this.#watch();
    if (!self.Worker || !self.WebAssembly) return this.#fail(new Failure('old_browser'));
    const { worker, heard } = self.early ?? { heard: [] };
    self.early = undefined;
    try {
      this.#worker = worker ?? new Worker(WORKER, { type: 'module' });
    } catch (error) {
      return this.#fail(new Failure('worker_blocked', { detail: error.message }));
    }
    this.#listen(this.#worker);
    for (const event of heard) this.#worker?.dispatchEvent(event);
    return undefined;
  }

  #listen(worker) {
    worker.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = (event) => this.#diagnoseWorker(worker, event);
  }

  #hear({ id, json, bytes, error, stage, progress, ready, failure }) {
    if (id) {
      const { resolve, reject } = this.#calls.get(id);
      this.#calls.delete(id);
      if (error) reject(new Failure(error.code, error));
      else resolve(bytes ?? JSON.parse(json));
    } else if (failure) {
      this.#fail(new Failure(failure.code, failure));
    } else if (ready) {
      clearTimeout(this.#stall);
      this.#isReady = true;
      this.#onStage('ready');
      repeat(ready.times);
      this.#settle.resolve({ ...ready, milliseconds: performance.now() - this.#started });
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
      const failure = await findBroken(this.#suspectMs);
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
    if (this.#isReady) return this.#fail(new Failure('crashed', { detail })); // it ran: not blocked
    const failure = (await findBrokenWorker())
      ?? new Failure(detail.includes('SyntaxError') ? 'old_browser' : 'worker_blocked', { detail });
    if (worker === this.#worker) this.#fail(failure);
    return undefined;
  }

  #fail(failure) {
    this.#end(failure);
    this.#onStage('failed');
  }

  #end(failure) {
    clearTimeout(this.#stall);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#settle.reject(failure);
    this.ready = Promise.reject(failure);
    this.ready.catch(() => {});
    for (const { reject } of this.#calls.values()) reject(failure);
    this.#calls.clear();
  }
}

async function findBrokenWorker() {
  try {
    await open(WORKER);
    return undefined;
  } catch (failure) {
    return failure;
  }
}
