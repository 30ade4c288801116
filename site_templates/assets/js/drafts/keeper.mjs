// Keeps the draft on screen in the browser's store as it is typed, and shows other drafts.
import { answersOf, collect, fits, showDraft } from '../form/index.mjs';
import { DraftOnScreen } from './draft-on-screen.mjs';
import { keepingState } from './keeping-state.mjs';
import { firstToShow, nextRecord } from './kept-drafts.mjs';
import { onNews } from './news.mjs';
import { Pace } from './pace.mjs';
import { Queue } from './queue.mjs';
import { isBlank, newRecord } from './record.mjs';
import { isShared, onShared, setShared } from './shared-computer.mjs';
import { page } from './tab.mjs';

/** @import { State, Unshown } from './keeping-state.mjs' */
/** @import { Draft, DraftRecord } from './record.mjs' */
/** @import { Elsewhere, News } from './revisions.mjs' */

/**
 * @typedef {object} Keeping how keeping stands
 * @property {State} state
 * @property {DraftRecord} record of the draft on screen
 * @property {Unshown} unshown
 * @property {Elsewhere} [elsewhere] what another page did to the draft on screen
 */

export class Keeper {
  #form;
  #call;
  #draft;
  #queue;
  #pace = new Pace(() => this.keep());
  /** @type {string | undefined} The answers as they were last kept, or saved where nothing is kept. */
  #safe;
  #shared = isShared();
  #begun = isShared(); // otherwise once the browser has answered
  #refused = false; // until a write was read again
  /** @type {Unshown} said until something is kept */
  #unshown = {};
  /** @type {(keeping: Keeping) => void} */
  #tell = () => {};

  /**
   * Fulfilled with the answers that were kept last, once they are on screen; with undefined when there
   * are none. Never rejected.
   * @type {Promise<Draft | undefined>}
   */
  first;

  /**
   * The draft that was kept last, where Python has to bring it up to this version of the site before
   * it can be shown.
   * @type {DraftRecord | undefined}
   */
  older;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
    this.#call = form.dataset.notice ?? '';
    this.#draft = new DraftOnScreen(this.#call);
    this.first = this.#showFirst();
    this.#queue = new Queue(this.first);
    document.addEventListener('visibilitychange', () => this.keep());
    addEventListener('pagehide', () => this.#leave());
    addEventListener('beforeunload', (event) => {
      if (this.#wouldBeLost) event.preventDefault(); // the browser asks whether to leave
    });
    onNews((news) => this.#hear(news));
    onShared((yes) => this.#setShared(yes));
  }

  /** Looks what other pages did while the browser held this page without running it. */
  async comeBack() {
    if (isShared() !== this.#shared) this.#setShared(isShared());
    this.#queue.next(async () => {
      if (await this.#draft.isStale().catch(() => false)) await this.#write();
      this.#say();
    });
    await this.keep();
  }

  /** @param {(keeping: Keeping) => void} act told now and whenever it changes */
  onKeeping(act) {
    this.#tell = act;
    this.#say();
  }

  /** The record of the draft on screen: its `draft` is older than what is on screen. */
  get record() {
    return this.#draft.record;
  }

  /** The id of the draft that another page wrote or removed meanwhile. */
  get elsewhere() {
    return this.#draft.elsewhere?.id;
  }

  /** Whether what is typed is kept at all. */
  get keeps() {
    return !this.#shared && !this.#refused;
  }

  /** Keeps soon: something was typed. */
  keepSoon() {
    this.#pace.typed();
  }

  /** Keeps now. @returns {Promise<void>} resolved when it is kept, or refused */
  keep() {
    this.#pace.stop();
    return this.#queue.next(() => this.#write());
  }

  /**
   * Shows another draft; what is on screen is kept before.
   * @param {DraftRecord} record
   * @param {Draft} [draft] its answers, where they are not as they were kept
   * @returns {Promise<boolean>} false when the answers on screen could not be kept, and so stay there
   */
  async show(record, draft = record.draft) {
    await this.#settled();
    if (this.#wouldBeLost) return false;
    await this.#showAtOnce(record, draft);
    return true;
  }

  /**
   * Shows answers as a new draft; what was on screen stays among the drafts, where drafts are kept.
   * @param {Draft} [draft]
   * @returns {Promise<{id: string, before?: string}>} its id, and that of the draft that was on
   *   screen, if it was kept
   */
  async showNew(draft = {}) {
    await this.#settled(); // The draft on screen must be in the store for the next number to be free.
    const next = await this.#nextRecord();
    await this.#settled();
    const { id, revision } = this.record;
    const shown = this.#showAtOnce({ ...next, name: String(draft.draft_name ?? '') }, draft);
    if (this.keeps) this.#safe = undefined; // A page that is left before the write keeps them at once.
    await Promise.all([shown, this.#queue.next(() => this.#write({ evenBlank: true }))]);
    return { id: next.id, before: revision && this.keeps ? id : undefined };
  }

  /**
   * Empties the screen once what is on it is kept. Nothing is kept of the empty screen before
   * something is typed.
   * @param {() => Promise<void>} [between] done before the screen is empty, while nothing is written
   */
  clear(between = async () => {}) {
    return this.#queue.next(async () => {
      await this.#write();
      await between();
      await this.#showAtOnce(await this.#nextRecord(), {});
    });
  }

  /** @param {string} name that was given to the draft on screen in the list; '' for none */
  async setName(name) {
    await this.#queue.idle();
    this.#draft.setName(name);
  }

  /** Makes what this page kept beside another page's a draft of its own. */
  async keepOwn() {
    await this.#queue.idle();
    this.#draft.becomeOwn();
    this.#safe = undefined;
    await this.keep();
  }

  /** The answers on screen were saved as a file: leaving loses nothing, even where nothing is kept. */
  saved() {
    if (!this.keeps) this.#safe = this.#text;
  }

  /**
   * Chooses whether this is a shared computer; if so the draft on screen is removed from it.
   * @param {boolean} yes
   */
  async share(yes) {
    await this.#queue.idle();
    setShared(yes);
    this.#setShared(yes);
    await (yes ? this.#draft.remove() : this.keep());
    this.#say();
  }

  /** @returns {Promise<Draft | undefined>} */
  async #showFirst() {
    if (this.#shared) return undefined;
    try {
      const { record, ...unshown } = await firstToShow(this.#call, ({ draft }) => fits(this.#form, draft));
      this.#draft.change(await nextRecord(this.#call));
      this.#unshown = unshown;
      if (!isBlank(answersOf(this.#form))) {
        // Somebody typed before the store answered. These answers become a new draft, and the draft that
        // was kept last is in the list.
        this.keepSoon();
        return undefined;
      }
      if (!record) return undefined;
      if (record.draft.draft_version !== Number(this.#form.dataset.draftVersion)) {
        this.older = record;
        return undefined;
      }
      await this.#showAtOnce(record, record.draft);
      return record.draft;
    } catch {
      this.#refused = true;
      return undefined;
    } finally {
      this.#begun = true;
      this.#say();
    }
  }

  async #write({ evenBlank = false } = {}) {
    if (this.#shared || isShared()) return;
    try {
      const draft = collect(this.#form);
      const text = JSON.stringify(draft);
      const isNothing = isBlank(draft) && !this.record.revision;
      if (!evenBlank && (isNothing || text === this.#safe)) return;
      await this.#draft.keep(draft);
      if (this.#refused && !await this.#draft.stands()) return;
      this.#safe = text;
      this.#refused = false;
      this.#unshown = {};
    } catch {
      this.#refused = true;
    }
    this.#say();
  }

  /** @param {News} news */
  #hear(news) {
    this.#queue.next(async () => {
      if (this.#draft.hear(news)) await this.#write();
      this.#say();
    });
  }

  /** @param {boolean} yes */
  #setShared(yes) {
    this.#shared = yes;
    this.#safe = undefined;
    this.#pace.stop();
    this.#say();
  }

  /**
   * @param {DraftRecord} record
   * @param {Draft} draft
   */
  async #showAtOnce(record, draft) {
    const shown = showDraft(this.#form, draft);
    this.#draft.change(record);
    this.#safe = this.#text;
    this.#say();
    await shown;
  }

  /** @returns {Promise<DraftRecord>} with a number of its own where the browser keeps drafts */
  async #nextRecord() {
    const one = newRecord(this.#call, page);
    return this.keeps ? nextRecord(this.#call).catch(() => one) : one;
  }

  /** Waits until the answers on screen are kept, including those that are typed meanwhile. */
  async #settled() {
    do {
      await this.keep();
      await this.#queue.idle();
    } while (this.keeps && this.#isUnsafe);
  }

  #leave() {
    if (this.keeps && !isShared() && this.#isUnsafe) this.#draft.keepAtOnce(collect(this.#form));
  }

  #say() {
    const { record, elsewhere } = this.#draft;
    const unshown = this.#unshown;
    const state = keepingState({
      shared: this.#shared, refused: this.#refused, begun: this.#begun, elsewhere, unshown,
    });
    this.#tell({ state, record, unshown, elsewhere });
  }

  get #wouldBeLost() {
    return !this.keeps && this.#isUnsafe;
  }

  get #isUnsafe() {
    const isNothing = isBlank(answersOf(this.#form)) && !this.record.revision;
    return !isNothing && this.#text !== this.#safe;
  }

  get #text() {
    return JSON.stringify(answersOf(this.#form));
  }
}
