// The answers on screen, saved as one types.
import { answersOf, collect, fits, restore } from '../form/index.mjs';
import { CurrentDraft } from './current.mjs';
import { onNews } from './news.mjs';
import { isShared, onShared, setShared } from './session.mjs';
import { blank, fresh, isBlank, lastKept } from './drafts.mjs';

// Milliseconds. With what a busy machine adds, a crash costs less than a second of typing.
const PAUSE = 250;
const LONGEST = 400;

export class Autosave {
  #form;
  #draft;
  #saved; // the answers as they were last kept, as text
  #timer;
  #due;
  #queue; // one write after the other
  #shared = isShared();
  #begun = isShared(); // else once the browser has answered
  #refused = false; // until a write was read again
  #unshown = {}; // records that could not be shown, `damaged` or `large`; said until something is kept
  #tell = () => {};

  /**
   * Settles once what was kept last is on screen: its answers; undefined when there is nothing to
   * come back to. It never rejects.
   * @type {Promise<object | undefined>}
   */
  last;

  /** The record of a draft that Python has to bring up to this version of the site first. */
  older;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
    this.#draft = new CurrentDraft(this.#notice);
    this.last = this.#begin();
    this.#queue = this.last;
    document.addEventListener('visibilitychange', () => this.flush());
    addEventListener('pagehide', () => this.#leave());
    addEventListener('beforeunload', (event) => this.#wouldBeLost && event.preventDefault());
    onNews((news) => this.#hear(news));
    onShared((yes) => this.#share(yes));
  }

  /** The page was brought back as it was left: it heard nothing of other pages meanwhile. */
  async comeBack() {
    if (isShared() !== this.#shared) this.#share(isShared());
    this.#next(async () => {
      if (await this.#draft.isStale().catch(() => false)) await this.#write();
      this.#say();
    });
    await this.flush();
  }

  /** Have `act` told how keeping stands: `{state, record, unshown, elsewhere}`, now and later on. */
  onState(act) {
    this.#tell = act;
    this.#say();
  }

  /** The record of the draft on screen. */
  get record() {
    return this.#draft.record;
  }

  /** The id of the draft that another page wrote meanwhile. */
  get elsewhere() {
    return this.#draft.elsewhere?.id;
  }

  /** Whether what is typed is kept at all. */
  get keeps() {
    return !this.#shared && !this.#refused;
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
    this.#forgetTimer();
    return this.#next(() => this.#write());
  }

  /**
   * Show another draft; what is on screen is kept before.
   * @param {object} record
   * @param {object} [draft] its answers, where they are not as they were kept
   * @returns {Promise<boolean>} false when what is on screen could not be kept: it stays there
   */
  async show(record, draft = record.draft) {
    await this.#settled();
    if (this.#wouldBeLost) return false;
    await this.#take(record, draft);
    return true;
  }

  /**
   * Show answers as a new draft; what is on screen stays among the drafts. Where nothing is kept
   * they only take the screen.
   * @returns {Promise<{id: string, before?: string}>} its id, and that of the draft that was on
   *   screen, if it was kept
   */
  async startNew(draft = {}) {
    await this.#settled(); // Only now has it a number of its own.
    const next = await this.#fresh();
    await this.#settled();
    const { id, revision } = this.record;
    const shown = this.#take({ ...next, name: draft.draft_name ?? '' }, draft);
    if (this.keeps) this.#saved = undefined; // Who leaves before it is kept takes it along.
    await Promise.all([shown, this.#next(() => this.#write({ evenBlank: true }))]);
    return { id: next.id, before: revision && this.keeps ? id : undefined };
  }

  /**
   * Empty the screen, once what is on it is kept; nothing more is before something is typed.
   * @param {() => Promise<void>} [between] done before the screen is empty, while nothing is written
   */
  clear(between = async () => {}) {
    return this.#next(async () => {
      await this.#write();
      await between();
      await this.#take(await this.#fresh(), {});
    });
  }

  /** The draft on screen was given a name; '' for none. */
  async named(name) {
    await this.#idle();
    this.#draft.name(name);
  }

  /** What this page kept beside another page's becomes a draft like any other. */
  async keepCopy() {
    await this.#idle();
    this.#draft.settle();
    this.#saved = undefined;
    await this.flush();
  }

  /** The answers on screen were taken away as a file: leaving loses nothing, even where nothing is kept. */
  takenAway() {
    if (!this.keeps) this.#saved = this.#text;
  }

  /** Choose whether this is a shared computer; if so the draft on screen is removed from it. */
  async share(yes) {
    await this.#idle();
    setShared(yes);
    this.#share(yes);
    await (yes ? this.#draft.remove() : this.flush());
    this.#say();
  }

  async #begin() {
    if (this.#shared) return undefined;
    try {
      const { record, ...unshown } = await lastKept(this.#notice, (draft) => fits(this.#form, draft));
      this.#draft.take(await fresh(this.#notice));
      this.#unshown = unshown;
      if (!isBlank(answersOf(this.#form))) {
        // Who typed before this was read goes on in a new draft; the last one is in the list.
        this.later();
        return undefined;
      }
      if (!record) return undefined;
      if (record.draft.draft_version !== Number(this.#form.dataset.draftVersion)) {
        this.older = record;
        return undefined;
      }
      await this.#take(record, record.draft);
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
      if (!evenBlank && (isNothing || text === this.#saved)) return;
      await this.#draft.keep(draft);
      if (this.#refused && !await this.#draft.stands()) return;
      this.#saved = text;
      this.#refused = false;
      this.#unshown = {};
    } catch {
      this.#refused = true;
    }
    this.#say();
  }

  #hear(news) {
    this.#next(async () => {
      if (this.#draft.hear(news)) await this.#write();
      this.#say();
    });
  }

  #share(yes) {
    this.#shared = yes;
    this.#saved = undefined;
    this.#forgetTimer();
    this.#say();
  }

  async #take(record, draft) {
    const shown = restore(this.#form, draft);
    this.#draft.take(record);
    this.#saved = this.#text;
    this.#say();
    await shown;
  }

  #fresh() {
    return this.keeps ? fresh(this.#notice).catch(() => blank(this.#notice)) : blank(this.#notice);
  }

  // Until what is on screen is kept: one may go on typing while it is.
  async #settled() {
    do {
      await this.flush();
      await this.#idle();
    } while (this.keeps && this.#isUnsaved);
  }

  #next(act) {
    const done = this.#queue.then(act);
    this.#queue = done.catch(() => {}); // Whoever waits for this act hears of it; the next goes on.
    return done;
  }

  // Until nothing is being written, nor waits to be.
  async #idle() {
    for (let seen; seen !== this.#queue;) {
      seen = this.#queue;
      await seen;
    }
  }

  #leave() {
    if (this.keeps && !isShared() && this.#isUnsaved) this.#draft.leave(collect(this.#form));
  }

  #say() {
    const { record, elsewhere } = this.#draft;
    this.#tell({ state: this.#state, record, unshown: this.#unshown, elsewhere });
  }

  get #state() {
    if (this.#shared) return 'shared';
    if (this.#refused) return 'refused';
    if (!this.#begun) return 'not_yet'; // The browser has not said yet whether it keeps anything.
    if (this.#draft.elsewhere) return this.#draft.elsewhere.changed ? 'elsewhere' : 'gone';
    return Object.keys(this.#unshown).find((kind) => this.#unshown[kind]) ?? 'yes';
  }

  get #wouldBeLost() {
    return !this.keeps && this.#isUnsaved;
  }

  get #isUnsaved() {
    const isNothing = isBlank(answersOf(this.#form)) && !this.record.revision;
    return !isNothing && this.#text !== this.#saved;
  }

  get #text() {
    return JSON.stringify(answersOf(this.#form));
  }

  get #notice() {
    return this.#form.dataset.notice;
  }

  #forgetTimer() {
    clearTimeout(this.#timer);
    this.#due = undefined;
  }
}
