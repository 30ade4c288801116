// What a page does only while it is shown. WebKit keeps a page that is left as it stands, so that Back
// shows it at once; a transaction that the page had begun then stays open, and no other page can write
// until the first one is forgotten (seen in WebKitGTK 2.50). So transactions are ended as the page is
// left, and done again when it comes back: an aborted transaction has changed nothing.

/** @typedef {{abort: () => void, done: Promise<unknown>}} Abortable a transaction, say */

export class Presence {
  /** @type {Set<Abortable>} */
  #running = new Set();
  #leavings = 0;
  #isLeft = false;
  #here = Promise.resolve();
  #comeBack = () => {};

  /** @param {EventTarget} page hears of `pagehide` and `pageshow`: the window */
  constructor(page) {
    page.addEventListener('pagehide', (event) => {
      // A page that is not kept ends its transactions by itself.
      if (/** @type {PageTransitionEvent} */ (event).persisted) this.#leave();
    });
    page.addEventListener('pageshow', () => this.#comeBack());
  }

  /**
   * Does something, and does it again when it failed because the page was left meanwhile.
   * @template Result
   * @param {() => Promise<Result>} act hands each transaction that it begins to `watch`
   * @returns {Promise<Result>} rejects when the act fails while the page is shown
   */
  async during(act) {
    for (;;) {
      await this.#here;
      const leavings = this.#leavings;
      try {
        return await act();
      } catch (reason) {
        if (leavings === this.#leavings) throw reason;
      }
    }
  }

  /** @param {Abortable} begun is aborted when the page is left before it is done */
  watch(begun) {
    const end = () => this.#running.delete(begun);
    this.#running.add(begun);
    begun.done.then(end, end);
    // Scripts run for a moment after `pagehide`: `visibilitychange` comes later, and keeps.
    if (this.#isLeft) abort(begun);
  }

  #leave() {
    if (this.#isLeft) return;
    this.#leavings += 1;
    this.#isLeft = true;
    this.#here = new Promise((resolve) => {
      this.#comeBack = () => {
        this.#isLeft = false;
        resolve();
      };
    });
    this.#running.forEach(abort);
  }
}

/** @param {Abortable} begun */
function abort(begun) {
  try {
    begun.abort();
  } catch {
    // The browser is about to end it.
  }
}
