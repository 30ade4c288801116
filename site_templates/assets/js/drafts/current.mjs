// The draft on screen among those of this browser. Another page may write or remove it; from then on
// this page keeps its own answers beside it, in a copy: neither overwrites the other.
import { leave } from './left.mjs';
import { tell } from './news.mjs';
import { page, setCurrent } from './session.mjs';
import * as store from './store.mjs';
import { blank } from './drafts.mjs';

export class CurrentDraft {
  /** The record as it was last kept; its `draft` is not what is on screen. */
  record;

  /** What another page did to the draft, `{id, changed}`; `changed` is missing when it removed it. */
  elsewhere;

  /** @param {string} notice the call it answers */
  constructor(notice) {
    this.record = blank(notice);
  }

  /** Make another draft the one on screen; a reload opens it again. */
  take(record) {
    this.record = { ...record, page };
    this.elsewhere = undefined;
    setCurrent(record.notice, record.revision ? record.id : '');
  }

  /**
   * Keep answers.
   * @throws {DOMException} the browser refuses
   */
  async keep(draft) {
    const { kept, found } = await store.keep({ ...this.record, draft });
    if (!kept) {
      this.#goBeside(found?.changed);
      return this.keep(draft);
    }
    this.record = kept;
    setCurrent(kept.notice, kept.id);
    return tell(kept);
  }

  /** Whether the draft can be read again as it was last kept; if not, it counts as never kept. */
  async stands() {
    const isThere = await store.stands(this.record);
    if (!isThere) this.record = { ...this.record, revision: 0 };
    return isThere;
  }

  /** Put answers down as the page is left. */
  leave(draft) {
    leave({ ...this.record, draft, changed: Date.now() });
  }

  /**
   * Take in what another page tells of a draft.
   * @returns {boolean} whether this page has to keep its answers beside it from now on
   */
  hear({ id, revision, changed }) {
    if (id === this.elsewhere?.id) this.elsewhere = { id, changed };
    const isStale = id === this.record.id && (!revision || revision > this.record.revision);
    if (isStale) this.#goBeside(revision ? changed : undefined);
    return isStale;
  }

  /**
   * Look whether another page wrote or removed the draft while this page could not hear of it.
   * @returns {Promise<boolean>} whether this page has to keep its answers beside it from now on
   */
  async isStale() {
    const { id, revision } = this.record;
    if (!revision) return false;
    const found = await store.one(id);
    return found?.page !== page && this.hear(found ?? { id, revision: 0 });
  }

  /** The draft was given a name; '' for none. */
  name(name) {
    this.record = { ...this.record, name, copyOf: undefined };
  }

  /** The copy becomes a draft like any other. */
  settle() {
    this.elsewhere = undefined;
    this.record = { ...this.record, copyOf: undefined };
  }

  /**
   * Remove the draft from this browser; what is on screen is not kept then.
   * @throws {DOMException} the browser refuses: it is kept still
   */
  async remove() {
    const { id, notice, revision } = this.record;
    this.take({ ...this.record, revision: 0 });
    setCurrent(notice, '');
    if (!revision) return;
    await store.remove([id]);
    tell({ id, revision: 0 });
  }

  #goBeside(changed) {
    const { id } = this.record;
    this.elsewhere = { id, changed };
    this.record = { ...this.record, id: store.newId(), revision: 0, copyOf: id };
  }
}
