// One act after the other: two writes at once would each be in the other's way.

export class Queue {
  /** @type {Promise<unknown>} */
  #last;

  /** @param {Promise<unknown>} [first] what the first act waits for; it must not reject */
  constructor(first = Promise.resolve()) {
    this.#last = first;
  }

  /**
   * @template Result
   * @param {() => Result | Promise<Result>} act done when all before it are
   * @returns {Promise<Result>} rejects when the act fails; the next act is done all the same
   */
  next(act) {
    const done = this.#last.then(act);
    this.#last = done.catch(() => {});
    return done;
  }

  /** @returns {Promise<void>} resolved when no act is being done, nor waits to be */
  async idle() {
    for (let seen; seen !== this.#last;) {
      seen = this.#last;
      await seen;
    }
  }
}
