// The requests without an answer yet: who waits for each, which one Python works at, and for how long.
// While Python works, its worker receives no message, so only the page can end a request that takes too
// long, by ending the worker.
import { Failure } from '../../../../browser_python/boot/index.mjs';

const TICK = 1000; // milliseconds, as all numbers below
const BUSY = 8000; // until the page offers to stop a request
const LONGEST = 120_000; // until a request is ended: the slowest machine needs less for any usable draft
const LONGEST_FETCH = 600_000; // the same while Python waits for a file, on a slow line
const SILENCE = 20_000; // until a worker counts as dead that is at no request and answers no `ping`

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
   * The request that Python works at; undefined while the worker waits for a file or a message.
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
   * @param {(isBusy: boolean) => void} act.busy called when somebody may want to stop Python, and after
   * @param {(failure: Failure) => void} act.end called when the worker has to be ended
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

  /** Send the requests that a worker had not answered when it was ended. */
  sendAgain() {
    for (const { message } of this.#out.values()) this.#send(message);
  }

  /**
   * Note that Python has begun to work at a request, or has finished.
   * @param {number} id
   * @param {boolean} isRunning
   */
  note(id, isRunning) {
    this.#runs = isRunning ? id : undefined;
    this.#startAnew();
  }

  /** Note that the worker has sent a message. */
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
   * Fail a request.
   * @param {number} id
   * @param {Failure} failure
   */
  refuse(id, failure) {
    this.#take(id)?.reject(failure);
  }

  /**
   * Fail the request that Python works at; the others go on waiting. If Python works at none, since it
   * waits for a file, the oldest request fails: that is the one which somebody stops. But if Python has
   * died, no other request can be to blame.
   * @param {Failure} failure
   */
  giveUp(failure) {
    const [first] = this.#out.keys();
    const blamed = this.#take(this.#runs ?? (failure.code === 'died' ? undefined : first));
    this.#rest();
    blamed?.reject(failure);
  }

  /**
   * Fail all requests.
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
    const passed = Math.min(now - this.#seen, 2 * TICK); // The time in which a machine slept does not count.
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
