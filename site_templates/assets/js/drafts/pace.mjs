// When to keep what is being typed: after a pause, and from time to time while no pause comes.

const PAUSE = 250; // milliseconds
const LONGEST = 400; // milliseconds; a crash on a busy machine then costs less than a second of typing

export class Pace {
  #keep;
  #now;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {number | undefined} */
  #due;

  /**
   * @param {() => void} keep called when it is time
   * @param {() => number} [now] the clock, in milliseconds
   */
  constructor(keep, now = () => performance.now()) {
    this.#keep = keep;
    this.#now = now;
  }

  /** Something was typed. */
  typed() {
    const now = this.#now();
    this.#due ??= now + LONGEST;
    clearTimeout(this.#timer);
    // Called here and not by a timer, since fast typing keeps the browser from running timers.
    if (now >= this.#due) this.#keep();
    else this.#timer = setTimeout(() => this.#keep(), Math.min(PAUSE, this.#due - now));
  }

  /** What was typed is being kept, or is not to be. */
  stop() {
    clearTimeout(this.#timer);
    this.#due = undefined;
  }
}
