// The calls that are out: who waits for each, which one Python is at, and for how long. A worker
// does one thing at a time, and while Python works it hears nothing: only from here can it be ended.
import { Failure } from '../../../../browser_python/boot/failure.mjs';

const TICK = 1000; // milliseconds, as all below
const BUSY = 8000; // after this somebody may want to stop it
const LONGEST = 120_000; // the slowest machine has long done anything honest
const LONGEST_FETCH = 600_000; // Python waits for a file of its own, on a slow line
const SILENCE = 20_000; // a worker that is at nothing answers at once

export class Calls {
  #out = new Map();
  #lastId = 0;
  #runs; // the call that Python is at; undefined while its worker waits for something
  #spent = 0;
  #silent = 0;
  #seen;
  #timer;
  #isBusy = false;
  #act;

  /**
   * @param {object} act
   * @param {(message: object) => void} act.send to the worker
   * @param {(isBusy: boolean) => void} act.busy told when somebody may want to stop it
   * @param {(failure: Failure) => void} act.end told when the worker has to be ended
   */
  constructor(act) {
    this.#act = act;
  }

  /**
   * Send a call.
   * @returns {Promise<unknown>} its answer
   */
  add(message) {
    return new Promise((resolve, reject) => {
      this.#lastId += 1;
      this.#out.set(this.#lastId, { message: { ...message, id: this.#lastId }, resolve, reject });
      this.#send(this.#lastId);
    });
  }

  /** Send what an ended worker left behind. */
  sendAgain() {
    for (const id of this.#out.keys()) this.#send(id);
  }

  /** Note that Python began a call, or stopped to work at it. */
  note(id, isRunning) {
    this.#runs = isRunning ? id : undefined;
    this.#startAnew();
  }

  /** Note that the worker lives. */
  hear() {
    this.#silent = 0;
  }

  /** Hand an answer to whoever waits; one that nobody can read is a failure. */
  settle(id, { json, bytes, error }) {
    const call = this.#take(id);
    if (!call) return;
    if (error) call.reject(new Failure(error.code, error));
    else if (bytes) call.resolve(bytes);
    else call.resolve(read(json));
  }

  /**
   * Fail the call that Python is at; the others wait on. Where Python waits for a file of its own,
   * the first that was asked is what somebody stops. Of a Python that died, none but what it was at
   * can be to blame.
   */
  giveUp(failure) {
    const [first] = this.#out.keys();
    const call = this.#take(this.#runs ?? (failure.code === 'died' ? undefined : first));
    this.#rest();
    call?.reject(failure);
  }

  /** Fail them all. */
  fail(failure) {
    const calls = [...this.#out.values()];
    this.#out.clear();
    this.#rest();
    for (const { reject } of calls) reject(failure);
  }

  #send(id) {
    this.#act.send(this.#out.get(id).message);
    if (this.#timer) return;
    this.#startAnew();
    this.#silent = 0;
    this.#seen = performance.now();
    this.#timer = setInterval(() => this.#tick(), TICK);
  }

  #take(id) {
    const call = this.#out.get(id);
    this.#out.delete(id);
    if (id === this.#runs) this.#runs = undefined;
    if (this.#out.size) this.#startAnew();
    else this.#rest();
    return call;
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

  #listen(passed) {
    this.#silent += passed;
    if (this.#silent >= SILENCE) this.#act.end(new Failure('died'));
    else this.#act.send({ ping: true });
  }

  #say(isBusy) {
    if (isBusy === this.#isBusy) return;
    this.#isBusy = isBusy;
    this.#act.busy(isBusy);
  }
}

function read(json) {
  try {
    return JSON.parse(json);
  } catch (error) {
    return Promise.reject(new Failure('python', { type: 'JSON', detail: error.message }));
  }
}
