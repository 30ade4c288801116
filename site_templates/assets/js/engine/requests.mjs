// The requests that are out: who waits for each, which one Python is at, and for how long. A worker
// does one thing at a time, and while Python works the worker hears nothing: only the page can end it.
import { Failure } from '../../../../browser_python/boot/index.mjs';

const TICK = 1000; // milliseconds, as all below
const BUSY = 8000; // after this somebody may want to stop it
const LONGEST = 120_000; // the slowest machine has long done anything honest
const LONGEST_FETCH = 600_000; // Python waits for a file of its own, on a slow line
const SILENCE = 20_000; // a worker that is at nothing answers at once

/** @import { Name, Requests as Fields } from './wire.d.ts' */
/** @import { Request, ToWorker } from './messages.d.ts' */

/**
 * @typedef {object} Waiting a request, and who waits for its answer
 * @property {Request} message
 * @property {(answer: unknown) => void} resolve
 * @property {(failure: Failure) => void} reject
 */

export class Requests {
  /** @type {Map<number, Waiting>} */
  #out = new Map();
  #lastId = 0;
  /**
   * The request that Python is at; undefined while its worker waits for something.
   * @type {number | undefined}
   */
  #runs;
  #spent = 0;
  #silent = 0;
  #seen = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  #isBusy = false;
  #act;

  /**
   * @param {object} act
   * @param {(message: ToWorker) => void} act.send to the worker
   * @param {(isBusy: boolean) => void} act.busy told when somebody may want to stop it
   * @param {(failure: Failure) => void} act.end told when the worker has to be ended
   */
  constructor(act) {
    this.#act = act;
  }

  /**
   * Send a request.
   * @template {Name} N
   * @param {N} name
   * @param {Fields[N]} request
   * @returns {Promise<unknown>} its answer
   */
  add(name, request) {
    return new Promise((resolve, reject) => {
      this.#lastId += 1;
      const message = /** @type {Request} */ ({ id: this.#lastId, name, request });
      this.#out.set(message.id, { message, resolve, reject });
      this.#send(message);
    });
  }

  /** Send what an ended worker left behind. */
  sendAgain() {
    for (const { message } of this.#out.values()) this.#send(message);
  }

  /**
   * Note that Python began to work at a request, or ended.
   * @param {number} id
   * @param {boolean} isRunning
   */
  note(id, isRunning) {
    this.#runs = isRunning ? id : undefined;
    this.#startAnew();
  }

  /** Note that the worker lives. */
  hear() {
    this.#silent = 0;
  }

  /**
   * Hand an answer to whoever waits for it.
   * @param {number} id
   * @param {unknown} answer
   */
  settle(id, answer) {
    this.#take(id)?.resolve(answer);
  }

  /**
   * Tell whoever waits for an answer that none comes.
   * @param {number} id
   * @param {Failure} failure
   */
  refuse(id, failure) {
    this.#take(id)?.reject(failure);
  }

  /**
   * Fail the request that Python is at; the others wait on. Where Python waits for a file of its own,
   * the first that was asked is what somebody stops. Of a Python that died, none but what it was at
   * can be to blame.
   * @param {Failure} failure
   */
  giveUp(failure) {
    const [first] = this.#out.keys();
    const blamed = this.#take(this.#runs ?? (failure.code === 'died' ? undefined : first));
    this.#rest();
    blamed?.reject(failure);
  }

  /**
   * Fail them all.
   * @param {Failure} failure
   */
  fail(failure) {
    const out = [...this.#out.values()];
    this.#out.clear();
    this.#rest();
    for (const { reject } of out) reject(failure);
  }

  /** @param {Request} message */
  #send(message) {
    this.#act.send(message);
    if (this.#timer) return;
    this.#startAnew();
    this.#silent = 0;
    this.#seen = performance.now();
    this.#timer = setInterval(() => this.#tick(), TICK);
  }

  /** @param {number | undefined} id */
  #take(id) {
    if (id === undefined) return undefined;
    const taken = this.#out.get(id);
    this.#out.delete(id);
    if (id === this.#runs) this.#runs = undefined;
    if (this.#out.size) this.#startAnew();
    else this.#rest();
    return taken;
  }

  #startAnew() {
    this.#spent = 0;
    this.#say(false);
  }

  #rest() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#runs = undefined;
    this.#startAnew();
  }

  #tick() {
    const now = performance.now();
    const passed = Math.min(now - this.#seen, 2 * TICK); // a machine that slept did not work
    this.#seen = now;
    this.#spent += passed;
    if (this.#spent >= BUSY) this.#say(true);
    if (this.#spent >= (this.#runs ? LONGEST : LONGEST_FETCH)) this.#act.end(new Failure('overran'));
    else if (!this.#runs) this.#listen(passed);
  }

  /** @param {number} passed milliseconds */
  #listen(passed) {
    this.#silent += passed;
    if (this.#silent >= SILENCE) this.#act.end(new Failure('died'));
    else this.#act.send({ ping: true });
  }

  /** @param {boolean} isBusy */
  #say(isBusy) {
    if (isBusy === this.#isBusy) return;
    this.#isBusy = isBusy;
    this.#act.busy(isBusy);
  }
}
