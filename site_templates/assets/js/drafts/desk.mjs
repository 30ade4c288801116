// The drafts of this browser as the page works with them: shown, made, named, copied, removed and
// kept again. What fails because the browser refuses is said; what is on screen stays.
import { nextAfter } from './choices.mjs';
import { nextRecord } from './kept-drafts.mjs';
import { onLeft } from './left-pages.mjs';
import { ListView } from './list-view.mjs';
import { tell } from './news.mjs';
import { OtherCalls } from './other-calls.mjs';
import { isBlank, isOf, isSound } from './record.mjs';
import { isShared } from './shared-computer.mjs';
import { StateView } from './state-view.mjs';
import * as store from './store.mjs';
import { collect, fits } from '../form/index.mjs';
import { download, every, the } from '../page/index.mjs';
import { showTold } from '../results/index.mjs';

/** @import { Talk } from '../engine/index.mjs' */
/** @import { Keeper, Keeping } from './keeper.mjs' */
/** @import { Draft, DraftRecord, FoundRecord } from './record.mjs' */
/** @import { Undo } from './undo.mjs' */

const REFRESH = 200; // milliseconds: the list need not follow every word that is typed

export class DraftDesk {
  #form;
  #keeper;
  #talk;
  #undo;
  #changed;
  #call;
  #version;
  #list;
  #others;
  #state;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {symbol | undefined} the last reading of the list that began: an earlier one is too old */
  #reading;
  /** @type {FoundRecord[]} what was removed since the page was opened, and can be kept again */
  #removed = [];

  /**
   * @param {HTMLFormElement} form
   * @param {Keeper} keeper
   * @param {Talk} talk
   * @param {Undo} undo
   * @param {() => void} changed called when answers were replaced
   */
  constructor(form, keeper, talk, undo, changed) {
    this.#form = form;
    this.#keeper = keeper;
    this.#talk = talk;
    this.#undo = undo;
    this.#changed = changed;
    this.#call = form.dataset.notice ?? '';
    this.#version = Number(form.dataset.draftVersion);
    this.#list = new ListView(the(form, '[data-drafts]'), {
      show: (id) => this.#try(this.#show(id)),
      keepCopy: (id) => this.#try(this.#keepCopy(id)),
      save: (id) => this.#try(this.#save(id)),
      remove: (id) => this.#try(this.#remove(id)),
      rename: (id, name) => this.#try(this.#rename(id, name)),
    });
    this.#others = new OtherCalls(
      the(form, '[data-other-calls]'),
      the(form, '[data-drafts]').dataset.unnamed ?? '',
      (id) => this.#try(this.#carry(id)),
    );
    this.#state = new StateView(form);
    this.#on('[data-draft-new]', () => this.#make());
    this.#on('[data-keep-again]', () => this.#keepRemoved());
    this.#on('[data-show-theirs]', () => this.#showTheirs());
    this.#on('[data-keep-own]', () => this.#keepOwn());
    this.#on('[data-remove-others]', () => this.#removeOthers());
    const shared = the(form, '[data-shared]', HTMLInputElement);
    shared.addEventListener('change', () => this.#try(keeper.share(shared.checked)));
    onLeft(() => this.#try(this.#refresh()));
    keeper.onKeeping((keeping) => this.#say(keeping));
    keeper.first.then(() => this.#showOlder());
  }

  /** What the draft on screen is called. */
  get title() {
    return this.#list.titleOf(this.#current);
  }

  /**
   * Shows answers as a draft of their own, and offers to undo that.
   * @param {Draft} draft
   * @param {string} note name of the sentence to show
   * @returns {Promise<boolean>} false when the answers are more than the page can show, which is said
   */
  async showNew(draft, note) {
    if (!fits(this.#form, draft)) {
      this.#talk.note('too_many');
      return false;
    }
    this.#undo.remember();
    const answers = collect(this.#form);
    const { id, before } = await this.#keeper.showNew(draft);
    if (before && isBlank(answers)) await this.#removeAny([before]);
    else if (before) this.#undo.remember(() => this.#showBefore(before, answers, id));
    this.#changed();
    this.#talk.note(note);
    return true;
  }

  /** Removes every draft of every call from this browser, and what is on screen. */
  async removeAll() {
    this.#undo.remember();
    /** @type {FoundRecord[]} */
    let removed = [];
    let id = '';
    let note = 'cleared';
    await this.#keeper.clear(async () => {
      id = this.#keeper.record.id;
      try {
        removed = await this.#removeEvery();
      } catch {
        note = 'not_removed';
      }
    });
    if (removed.some((record) => record.id === id)) {
      this.#undo.remember(() => this.#keepAgain(removed, id));
    }
    this.#changed();
    this.#talk.note(note);
  }

  /** @param {string} id */
  async #show(id) {
    if (id === this.#keeper.record.id) return;
    const record = await store.one(id);
    if (!record || !isSound(record)) {
      await this.#refresh();
      return;
    }
    if (!this.#fits(record)) {
      await store.setAside(record);
      this.#talk.note('too_many');
      await this.#refresh();
      return;
    }
    const draft = await this.#ofThisVersion(record.draft);
    if (draft) await this.#showKept(record, draft);
  }

  /**
   * @param {Draft} draft
   * @returns {Promise<Draft | undefined>} brought up to this version of the site by Python;
   *   undefined where Python refuses, which is said in its words
   */
  async #ofThisVersion(draft) {
    if (draft.draft_version === this.#version) return draft;
    const answer = await this.#talk.ask('open', { draft: JSON.stringify(draft) });
    return answer?.draft;
  }

  /**
   * @param {DraftRecord} record
   * @param {Draft} draft
   */
  async #showKept(record, draft) {
    const isShown = await this.#keeper.show(record, draft);
    this.#talk.note(isShown ? this.#age(record) : 'failed');
    if (isShown) this.#changed();
    await this.#refresh();
  }

  /**
   * @param {DraftRecord} record
   * @returns {string} the name of the sentence that the rules have changed since the draft was kept;
   *   empty if they have not
   */
  #age({ draft: { fingerprint } }) {
    return fingerprint && fingerprint !== this.#form.dataset.fingerprint ? 'outdated' : '';
  }

  async #showOlder() {
    const { older } = this.#keeper;
    if (!older && this.#age(this.#keeper.record)) this.#talk.note('outdated');
    const draft = older && await this.#ofThisVersion(older.draft);
    if (older && draft && isBlank(collect(this.#form))) await this.#showKept(older, draft);
    else await this.#refresh();
  }

  /** @param {string} id of a draft of another call: Python carries its answers over */
  async #carry(id) {
    const record = await store.one(id);
    if (!record || !isSound(record)) {
      await this.#refresh();
      return;
    }
    const answer = await this.#talk.ask('open', { draft: JSON.stringify(record.draft) });
    if (!answer || !await this.showNew(answer.draft, 'opened')) return;
    this.#talk.refuse(answer.warning);
    showTold('opened', answer.html);
  }

  async #make() {
    if (!isBlank(collect(this.#form))) {
      await this.#keeper.showNew();
      this.#changed();
      this.#talk.note('');
    }
    await this.#refresh();
    the(document, '.check__contents a[href^="#/"]').click(); // to the first step
    the(this.#form, '[name^="/"]:not([type=hidden])').focus();
  }

  /** @param {string} id of a draft that is more than the page can show: a file can still hold it */
  async #save(id) {
    const record = await store.one(id);
    if (!record?.aside) throw new Error('Another page removed the draft');
    download(`${this.#list.titleOf(record)}.json`, record.aside, 'application/json');
  }

  /** @param {string} id */
  async #keepCopy(id) {
    await this.#keeper.keep();
    const record = await store.one(id);
    if (!record || !isSound(record)) throw new Error('Another page removed the draft');
    const name = this.#list.titleOfCopy(record);
    const { kept } = await store.keep({ ...await nextRecord(this.#call), name, draft: record.draft });
    if (kept) tell(kept);
    await this.#refresh();
    if (kept) this.#list.focus(kept.id);
  }

  /**
   * @param {string} id
   * @param {string} name
   */
  async #rename(id, name) {
    const renamed = await store.rename(id, name);
    if (id === this.#keeper.record.id) await this.#keeper.setName(name);
    if (renamed) tell(renamed);
    await this.#refresh();
  }

  /** @param {string} id */
  async #remove(id) {
    const isCurrent = id === this.#keeper.record.id;
    if (isCurrent) await this.#showNextAfter(id);
    const removed = await this.#removeAny([id]);
    this.#undo.remember(() => this.#keepAgain(removed, isCurrent ? id : undefined));
    if (isCurrent) this.#changed();
    this.#talk.note('removed');
    the(document, '[data-note="removed"] [data-undo]').focus();
  }

  /** @param {string} id */
  async #showNextAfter(id) {
    const fitsHere = (/** @type {DraftRecord} */ record) => this.#fits(record);
    const records = await store.all(this.#call);
    const next = nextAfter(records, id, { version: this.#version, fits: fitsHere });
    await (next ? this.#keeper.show(next) : this.#keeper.clear());
  }

  /** Shows what another page wrote, instead of the copy of this page. */
  async #showTheirs() {
    const { elsewhere, record: { id } } = this.#keeper;
    const theirs = elsewhere && await store.one(elsewhere);
    if (!theirs) return; // The other page has removed the draft meanwhile, and this page says so.
    if (!isSound(theirs) || !this.#fits(theirs)) {
      this.#talk.note('too_many');
      return;
    }
    const answers = collect(this.#form);
    await this.#keeper.show(theirs);
    const own = await this.#removeAny([id]);
    this.#undo.remember(async () => {
      await (own.length ? this.#keepAgain(own, id) : this.#keeper.showNew(answers));
    });
    this.#changed();
    this.#talk.note('theirs');
    the(document, '[data-note="theirs"] [data-undo]').focus();
  }

  async #keepOwn() {
    await this.#keeper.keepOwn();
    this.#list.focusHead();
  }

  async #removeOthers() {
    await this.#keeper.share(true); // removes also what this page kept before another page chose so
    await this.#removeEvery();
    this.#removed = []; // on a shared computer nothing can be kept again
    await this.#refresh();
    the(this.#form, '[data-shared]').focus();
  }

  async #removeEvery() {
    const records = await store.everything();
    return this.#removeAny(records.map(({ id }) => id));
  }

  /**
   * @param {string[]} ids
   * @returns {Promise<FoundRecord[]>} what was removed
   */
  async #removeAny(ids) {
    const removed = await store.remove(ids);
    for (const { id } of removed) tell({ id, revision: 0 });
    this.#removed = [...this.#removed, ...removed.filter((record) => !isEmpty(record))];
    await this.#refresh();
    return removed;
  }

  async #keepRemoved() {
    await this.#keepAgain(this.#removed);
    this.#talk.note('');
    this.#list.focusHead();
  }

  /**
   * @param {FoundRecord[]} records that were removed
   * @param {string} [shownId] id of the one to show
   */
  async #keepAgain(records, shownId) {
    await store.keepAgain(records);
    records.forEach(tell);
    this.#removed = this.#removed.filter((record) => !records.includes(record));
    const record = records.filter(isSound).find(({ id }) => id === shownId);
    if (record) await this.#keeper.show(record);
    await this.#refresh();
  }

  /**
   * Shows the draft that was on screen before a new one, and removes the new one.
   * @param {string} before id of that draft
   * @param {Draft} answers of that draft, in case another page removed it
   * @param {string} after id of the new draft
   */
  async #showBefore(before, answers, after) {
    const record = await store.one(before);
    if (record && isSound(record)) await this.#keeper.show(record);
    else await this.#keeper.showNew(answers);
    await this.#removeAny([after]);
  }

  /** @param {Keeping} keeping */
  #say(keeping) {
    this.#state.show(keeping, (record) => this.#list.titleOf(record));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), REFRESH);
  }

  async #refresh() {
    const reading = Symbol('reading');
    this.#reading = reading;
    const current = this.#current;
    const records = await store.everything().catch(() => undefined);
    this.#list.showTitle(current);
    if (!records) return; // The list stays as it was.
    if (this.#reading === reading) {
      this.#list.show(records.filter((record) => isOf(record, this.#call)), current.id);
      this.#others.show(records.filter((record) => !isOf(record, this.#call)));
    }
    // On a shared computer the draft on screen is not kept, so every kept draft is another one.
    const others = isShared() ? records : records.filter(({ id }) => id !== current.id);
    this.#state.count(others.length, this.#removed.length);
  }

  /** The record of the draft on screen, with the answers on screen. */
  get #current() {
    return { ...this.#keeper.record, draft: collect(this.#form) };
  }

  /** @param {DraftRecord} record @returns {boolean} whether the page can show the answers */
  #fits(record) {
    return fits(this.#form, record.draft);
  }

  /**
   * @param {string} selector
   * @param {() => Promise<void>} act
   */
  #on(selector, act) {
    for (const button of every(this.#form, selector)) {
      button.addEventListener('click', () => this.#try(act()));
    }
  }

  /** @param {Promise<void>} done may reject: a browser may refuse at any time */
  async #try(done) {
    try {
      await done;
    } catch {
      this.#talk.note('failed');
    }
  }
}

/** @param {FoundRecord} record @returns {boolean} whether the draft has neither a name nor an answer */
function isEmpty(record) {
  return isSound(record) && !record.name && isBlank(record.draft);
}
