// How keeping stands, in the page's own sentences: they are only shown and hidden here.
import { hourAndMinute } from '../page/index.mjs';

export class DraftState {
  #root;

  /** @param {HTMLElement} root holds the sentences `[data-saved]` */
  constructor(root) {
    this.#root = root;
  }

  /**
   * @param {object} said by Autosave: `state`, the `record` on screen, those that are `unshown`, and
   *   what another page did `elsewhere`
   * @param {object} list knows what drafts are called
   */
  show({ state, record, unshown, elsewhere }, list) {
    for (const words of this.#root.querySelectorAll('[data-saved]')) {
      words.hidden = words.dataset.saved !== state;
    }
    this.#time('[data-saved-at]', record.revision && record.changed);
    this.#time('[data-elsewhere-at]', elsewhere?.changed);
    for (const [kind, one] of Object.entries(unshown)) {
      if (one) this.#find(`[data-saved=${kind}] [data-name-of]`).textContent = list.titleOf(one);
    }
    this.#find('[data-shared]').checked = state === 'shared';
    this.#find('[data-drafts]').hidden = state === 'shared';
    this.#find('[data-others]').toggleAttribute('data-asked', state === 'shared');
  }

  /**
   * @param {number} others how many drafts are kept beside the one on screen
   * @param {number} removed how many were removed since the page was opened
   */
  count(others, removed) {
    this.#number('[data-others]', others);
    this.#number('[data-removed]', removed);
  }

  #number(selector, number) {
    const place = this.#find(selector);
    place.hidden = !number;
    place.querySelector('[data-number-of]').textContent = number;
  }

  #time(selector, time) {
    const place = this.#find(selector);
    place.closest('[data-timed]').hidden = !time;
    if (time) place.textContent = hourAndMinute(time);
  }

  #find(selector) {
    return this.#root.querySelector(selector);
  }
}
