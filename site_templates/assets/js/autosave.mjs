// The draft on screen: saved as one types, into a draft of its own in this browser. Another page may
// write the same draft; whoever comes second stops and goes on beside it, so that nothing is lost.
import { collect } from './collect.mjs';
import { onNews, tell } from './draft-news.mjs';
import { isShared, onShared, page, setCurrent, setShared } from './draft-session.mjs';
import * as store from './draft-store.mjs';
import { blank, fresh, isBlank, lastKept } from './drafts.mjs';
import { restore } from './restore.mjs';

// Milliseconds. With what a busy machine adds, a crash costs less than a second of typing.
const PAUSE = 250;
const LONGEST = 400;

export class Autosave {
  #form;
  #record; // as it was last kept; its `draft` is not what is on screen
  #saved; // the answers as they were last kept, as text
  #timer;
  #due;
  #queue;
  #shared = isShared();
  #refused = false;
  #tell = () => {};

  /**
   * Settles once what was kept last is on screen: its answers; undefined when there is nothing to
   * come back to. It never rejects.
   * @type {Promise<object | undefined>}
   */
  last;

  /** A draft that Python has to bring up to this version of the site first; its record. */
  older;

  /** Where another page wrote, `{id, changed}`; `changed` is missing when it removed the draft. */
  elsewhere;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
    this.#record = blank(this.#notice);
    this.last = this.#begin();
    this.#queue = this.last;
    document.addEventListener('visibilitychange', () => document.hidden && this.flush());
    addEventListener('pagehide', () => this.#leave());
    addEventListener('beforeunload', (event) => !this.keeps && this.#isUnsaved && event.preventDefault());
    onNews((news) => this.#hear(news));
    onShared((yes) => this.#share(yes));
  }

  /** Have `act` told how keeping stands: `{state, record, damaged}`, at once and at every change. */
  onState(act) {
    this.#tell = act;
    this.#say();
  }

  /** The record of the draft on screen. */
  get record() {
    return this.#record;
  }

  /** Whether what is typed is kept at all. */
  get keeps() {
    return !this.#shared && !this.#refused;
  }

  get shared() {
    return this.#shared;
  }

  /** Save soon: after a pause in typing, and while it goes on. */
  later() {
    const now = performance.now();
    this.#due ??= now + LONGEST;
    clearTimeout(this.#timer);
    if (now >= this.#due) this.flush(); // Fast typing keeps timers waiting.
    else this.#timer = setTimeout(() => this.flush(), Math.min(PAUSE, this.#due - now));
  }

  /** Save now. */
  flush() {
    clearTimeout(this.#timer);
    this.#due = undefined;
    this.#queue = this.#queue.then(() => this.#write());
    return this.#queue;
  }

  /** The answers on screen have been taken away as a file: leaving loses nothing. */
  takenAway() {
    if (!this.keeps) this.#saved = this.#text;
  }

  /**
   * Show another draft; what is on screen is kept before.
   * @param {object} record
   * @param {object} [draft] its answers, when they are not as it was kept
   */
  async show(record, draft = record.draft) {
    await this.#settled();
    this.elsewhere = undefined;
    this.#take(record, draft);
  }

  /**
   * Show answers as a new draft; what is on screen stays among the drafts. Where nothing is kept
   * they only take the screen.
   * @returns {Promise<string | undefined>} the id of the draft that was on screen, if it was kept
   */
  async startNew(draft = {}) {
    await this.#settled();
    const { id, revision } = this.#record;
    const record = this.keeps ? await fresh(this.#notice) : blank(this.#notice);
    this.elsewhere = undefined;
    this.#take({ ...record, name: draft.draft_name ?? '' }, draft);
    await this.#write({ evenBlank: true });
    return revision ? id : undefined;
  }

  /** The draft on screen was given a name; '' for none. */
  named(name) {
    this.#record = { ...this.#record, name, copyOf: undefined };
  }

  /** Leave the screen empty; nothing is kept before something is typed. */
  async clear() {
    const record = this.keeps ? await fresh(this.#notice) : blank(this.#notice);
    this.elsewhere = undefined;
    this.#take(record, {});
  }

  /** The copy that goes on beside what another page wrote becomes a draft like any other. */
  async keepCopy() {
    this.elsewhere = undefined;
    delete this.#record.copyOf;
    this.#saved = undefined;
    await this.flush();
  }

  /** Choose whether this is a shared computer; if so the draft on screen is removed from it. */
  async share(yes) {
    await this.#queue;
    setShared(yes);
    this.#share(yes);
    if (!yes) return this.flush();
    setCurrent(this.#notice, '');
    const { id, revision } = this.#record;
    this.#record = { ...this.#record, revision: 0 };
    if (!revision) return undefined;
    await store.remove([id]).catch(() => {});
    return tell({ id, revision: 0 });
  }

  async #begin() {
    if (this.#shared) return undefined;
    try {
      const { record, damaged } = await lastKept(this.#notice);
      this.#record = await fresh(this.#notice);
      if (damaged) this.#say({ damaged });
      // Who typed before this was read goes on in a new draft; the last one is in the list.
      if (!record || !isBlank(collect(this.#form))) return undefined;
      if (record.draft.draft_version !== Number(this.#form.dataset.draftVersion)) {
        this.older = record;
        return undefined;
      }
      this.#take(record, record.draft, damaged);
      return record.draft;
    } catch {
      this.#refuse();
      return undefined;
    }
  }

  async #write({ evenBlank = false } = {}) {
    const draft = collect(this.#form);
    const text = JSON.stringify(draft);
    const record = this.#record;
    if (isShared() || (text === this.#saved && !evenBlank)) return;
    if (isBlank(draft) && !record.revision && !evenBlank) return;
    try {
      const { kept, found } = await store.keep({ ...record, page, draft });
      if (kept) this.#kept(kept, text);
      else if (this.#record === record) await this.#goBeside(found ?? {});
    } catch {
      this.#refuse();
    }
  }

  #kept(kept, text) {
    tell(kept);
    if (this.#record.id !== kept.id) return;
    this.#record = kept;
    this.#saved = text;
    this.#refused = false;
    setCurrent(this.#notice, kept.id);
    this.#say();
  }

  #refuse() {
    this.#refused = true;
    this.#say();
  }

  // What is on screen and what another page wrote are two from here on.
  async #goBeside({ changed }) {
    this.elsewhere = { id: this.#record.id, changed };
    this.#record = { ...this.#record, id: store.newId(), revision: 0, copyOf: this.#record.id };
    this.#say();
    await this.#write();
  }

  #hear({ id, revision, changed }) {
    if (id === this.#record.id && revision !== this.#record.revision) {
      this.#queue = this.#queue.then(() => this.#goBesideUnlessKept(id, revision, changed));
    } else if (id === this.elsewhere?.id) {
      this.elsewhere = { id, changed };
    }
    this.#say();
  }

  async #goBesideUnlessKept(id, revision, changed) {
    const isStale = id === this.#record.id && (!revision || revision > this.#record.revision);
    if (isStale) await this.#goBeside({ changed: revision ? changed : undefined });
  }

  #share(yes) {
    this.#shared = yes;
    clearTimeout(this.#timer);
    this.#due = undefined;
    this.#saved = undefined;
    this.#say();
  }

  #take(record, draft, damaged) {
    restore(this.#form, draft);
    this.#record = { ...record, page };
    this.#saved = this.#text;
    setCurrent(this.#notice, record.revision ? record.id : '');
    this.#say({ damaged });
  }

  // Until what is on screen is kept: one may go on typing while it is.
  async #settled() {
    do await this.flush(); while (this.keeps && this.#isUnsaved && this.#record.revision);
  }

  #leave() {
    if (this.#shared || !this.#isUnsaved) return;
    store.leave({ ...this.#record, page, draft: collect(this.#form) });
  }

  #say({ damaged } = {}) {
    this.#tell({ state: this.#state(damaged), record: this.#record, damaged });
  }

  #state(damaged) {
    if (this.#shared) return 'shared';
    if (this.#refused) return 'refused';
    if (this.elsewhere) return this.elsewhere.changed ? 'elsewhere' : 'gone';
    return damaged ? 'damaged' : 'yes';
  }

  get #isUnsaved() {
    return this.#text !== this.#saved && !(isBlank(collect(this.#form)) && !this.#record.revision);
  }

  get #text() {
    return JSON.stringify(collect(this.#form));
  }

  get #notice() {
    return this.#form.dataset.notice;
  }
}
