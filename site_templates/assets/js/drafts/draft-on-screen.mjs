// The draft on screen among those of this browser. Another page may write or remove it; from then on
// this page keeps its own answers in a copy beside it, so that neither overwrites the other.
import { keepAtOnce } from './left-pages.mjs';
import { tell } from './news.mjs';
import { newRecord } from './record.mjs';
import { copyBeside, isBehind } from './revisions.mjs';
import * as store from './store.mjs';
import { page, setDraftOfTab } from './tab.mjs';

/** @import { Draft, DraftRecord } from './record.mjs' */
/** @import { Elsewhere, News } from './revisions.mjs' */

export class DraftOnScreen {
  /**
   * As it was last kept: its `draft` is older than what is on screen.
   * @type {DraftRecord}
   */
  record;

  /** @type {Elsewhere | undefined} */
  elsewhere;

  /** @param {string} call id of the call that the draft answers */
  constructor(call) {
    this.record = newRecord(call, page);
  }

  /**
   * Makes another draft the one on screen, which a reload shows again.
   * @param {DraftRecord} record
   */
  change(record) {
    this.record = { ...record, page };
    this.elsewhere = undefined;
    setDraftOfTab(record.notice, record.revision ? record.id : '');
  }

  /**
   * @param {Draft} draft the answers on screen
   * @returns {Promise<void>}
   * @throws {DOMException} the browser refuses
   */
  async keep(draft) {
    const { kept, found } = await store.keep({ ...this.record, draft });
    if (!kept) {
      this.#goBeside(found?.changed);
      return this.keep(draft);
    }
    this.record = kept;
    setDraftOfTab(kept.notice, kept.id);
    return tell(kept);
  }

  /**
   * @returns {Promise<boolean>} whether the draft can be read again as it was last kept; if not, it
   *   counts as never kept
   */
  async stands() {
    const isThere = await store.stands(this.record);
    if (!isThere) this.record = { ...this.record, revision: 0 };
    return isThere;
  }

  /**
   * Keeps the answers as the page is left, when there is no time for the store.
   * @param {Draft} draft
   */
  keepAtOnce(draft) {
    keepAtOnce({ ...this.record, draft, changed: Date.now() });
  }

  /**
   * Takes in what another page tells of a draft.
   * @param {News} news
   * @returns {boolean} whether this page has to keep its answers beside the draft from now on
   */
  hear(news) {
    const { id, revision, changed } = news;
    if (id === this.elsewhere?.id) this.elsewhere = { id, changed };
    const isStale = isBehind(this.record, news);
    if (isStale) this.#goBeside(revision ? changed : undefined);
    return isStale;
  }

  /**
   * Looks whether another page wrote or removed the draft while this page could not hear of it.
   * @returns {Promise<boolean>} whether this page has to keep its answers beside it from now on
   * @throws {DOMException} the browser refuses
   */
  async isStale() {
    const { id, revision } = this.record;
    if (!revision) return false;
    const found = await store.one(id);
    return found?.page !== page && this.hear(found ?? { id, revision: 0 });
  }

  /** @param {string} name that was given to the draft; '' for none. A copy becomes a draft of its own */
  setName(name) {
    this.record = { ...this.record, name, copyOf: undefined };
  }

  /** Makes the copy a draft of its own. */
  becomeOwn() {
    this.elsewhere = undefined;
    this.record = { ...this.record, copyOf: undefined };
  }

  /**
   * Removes the draft from this browser; its answers stay on screen, and are not kept.
   * @throws {DOMException} the browser refuses: the draft is still there
   */
  async remove() {
    const { id, notice, revision } = this.record;
    this.change({ ...this.record, revision: 0 });
    setDraftOfTab(notice, '');
    if (!revision) return;
    await store.remove([id]);
    tell({ id, revision: 0 });
  }

  /** @param {number} [changed] when another page wrote the draft; none when it removed the draft */
  #goBeside(changed) {
    this.elsewhere = { id: this.record.id, changed };
    this.record = copyBeside(this.record);
  }
}
