// Checks while somebody types: waits for a pause, runs one check at a time, shows only the latest one.

const PAUSE = 250; // milliseconds

/** @import { Failure } from '../../../../browser_python/boot/failure.mjs' */

/** @template Answer */
export class LiveCheck {
  #ask;
  #show;
  #fail;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Promise<void> | undefined} */
  #running;
  #wanted = 0;

  /**
   * @param {() => Promise<Answer>} ask checks the form as it stands
   * @param {(answer: Answer) => Promise<void>} show
   * @param {(failure: Failure) => void} fail called when a check has no answer
   */
  constructor(ask, show, fail) {
    this.#ask = ask;
    this.#show = show;
    this.#fail = fail;
  }

  /** Check after a pause in typing. */
  later(pause = PAUSE) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), pause);
  }

  /**
   * Check at once.
   * @returns {Promise<void>} resolved when the form as it stands now is checked and shown, or failed
   */
  now() {
    clearTimeout(this.#timer);
    this.#wanted += 1;
    this.#running ??= this.#run().catch(this.#fail).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run() {
    for (let asked = 0; asked !== this.#wanted;) {
      asked = this.#wanted;
      try {
        const answer = await this.#ask();
        if (asked === this.#wanted) await this.#show(answer);
      } catch (failure) {
        if (asked === this.#wanted) throw failure; // Otherwise the loop checks what was typed since.
      }
    }
  }
}
