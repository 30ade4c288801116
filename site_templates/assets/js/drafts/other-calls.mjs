// The drafts of this browser that answer other calls. They stay as they are; one can be carried over
// to the page's call, as a draft of its own.
import { every, happenedIn, the } from '../page/index.mjs';
import { isSound, titleOf } from './record.mjs';

/** @import { DraftRecord, FoundRecord } from './record.mjs' */

export class OtherCalls {
  #root;
  #unnamed;
  /** @type {Map<string, string> | undefined} the names of the site's calls by id, once they are known */
  #names;

  /**
   * @param {HTMLElement} root `[data-other-calls]`
   * @param {string} unnamed the words for a draft without a name
   * @param {(id: string) => void} carry called with the id of the draft to carry over
   */
  constructor(root, unnamed, carry) {
    this.#root = root;
    this.#unnamed = unnamed;
    root.addEventListener('click', (event) => {
      const button = happenedIn(event, '[data-carry]');
      if (button) carry(button.dataset.carry ?? '');
    });
  }

  /** @param {FoundRecord[]} records of other calls */
  async show(records) {
    const sound = records.filter(isSound);
    this.#root.hidden = !sound.length;
    if (!sound.length) return;
    this.#names ??= await namesOfCalls(this.#root.dataset.otherCalls ?? '');
    the(this.#root, '[data-other-list]').replaceChildren(...sound.map((record) => this.#rowOf(record)));
  }

  /** @param {DraftRecord} record */
  #rowOf(record) {
    const { content } = the(this.#root, 'template', HTMLTemplateElement);
    const row = /** @type {DocumentFragment} */ (content.cloneNode(true));
    const [name, of, button] = every(row, '[data-name], [data-of-call], [data-carry]');
    if (name) name.textContent = titleOf(record, this.#unnamed);
    if (of) of.textContent = this.#names?.get(record.notice) ?? record.notice;
    if (button) button.dataset.carry = record.id;
    return row;
  }
}

/**
 * Fetches the list of the site's calls, which a page that has no draft of another call never needs.
 * @param {string} address
 * @returns {Promise<Map<string, string>>} empty where the list does not come: then the ids are shown
 */
async function namesOfCalls(address) {
  try {
    const { calls } = await (await fetch(address)).json();
    const named = /** @type {{id: string, programme: string, year: number}[]} */ (calls);
    return new Map(named.map(({ id, programme, year }) => [id, `${year}年度${programme}`]));
  } catch {
    return new Map();
  }
}
