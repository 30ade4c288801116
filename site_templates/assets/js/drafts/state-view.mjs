// How keeping stands, in the sentences of keeping_state.html.j2: one of them is visible at a time.
import { around, every, hourAndMinute, the } from '../page/index.mjs';

/** @import { Keeping } from './keeper.mjs' */
/** @import { FoundRecord } from './record.mjs' */

export class StateView {
  #root;

  /** @param {HTMLElement} root holds the sentences */
  constructor(root) {
    this.#root = root;
  }

  /**
   * @param {Keeping} keeping
   * @param {(record: FoundRecord) => string} titleOf
   */
  show({ state, record, unshown, elsewhere }, titleOf) {
    for (const words of every(this.#root, '[data-keeping]')) {
      words.hidden = words.dataset.keeping !== state;
    }
    this.#time('[data-kept-at]', record.revision ? record.changed : undefined);
    this.#time('[data-elsewhere-at]', elsewhere?.changed);
    for (const kind of /** @type {const} */ (['damaged', 'large'])) {
      const one = unshown[kind];
      if (one) the(this.#root, `[data-keeping=${kind}] [data-name-of]`).textContent = titleOf(one);
    }
    the(this.#root, '[data-shared]', HTMLInputElement).checked = state === 'shared';
    the(this.#root, '[data-drafts]').hidden = state === 'shared';
    the(this.#root, '[data-others]').toggleAttribute('data-pressing', state === 'shared');
  }

  /**
   * @param {number} others how many drafts are kept beside the one on screen
   * @param {number} removed how many were removed since the page was opened, and can be kept again
   */
  count(others, removed) {
    this.#number('[data-others]', others);
    this.#number('[data-removed]', removed);
  }

  /**
   * @param {string} selector
   * @param {number} number
   */
  #number(selector, number) {
    const words = the(this.#root, selector);
    words.hidden = !number;
    the(words, '[data-number-of]').textContent = String(number);
  }

  /**
   * @param {string} selector
   * @param {number} [time]
   */
  #time(selector, time) {
    const words = the(this.#root, selector);
    around(words, '[data-timed]').hidden = !time;
    if (time) words.textContent = hourAndMinute(time);
  }
}
