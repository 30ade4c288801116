// The drafts of this browser at work: which is on screen, what is made, removed and brought back.
import { collect, fits } from '../form/index.mjs';
import { onLeft } from './left.mjs';
import { DraftList } from './list.mjs';
import { tell } from './news.mjs';
import { isShared } from './session.mjs';
import { DraftState } from './state.mjs';
import * as store from './store.mjs';
import { fresh, isBlank } from './drafts.mjs';
import { download } from '../page/index.mjs';

const REFRESH = 200; // milliseconds: while one types, the list need not follow every word

export class DraftDesk {
  #form;
  #autosave;
  #talk;
  #page;
  #list;
  #state;
  #timer;
  #bin = [];

  /**
   * @param {HTMLFormElement} form
   * @param {object} autosave
   * @param {object} talk
   * @param {object} page `remember(back)` before what can be undone, `changed()` after
   */
  constructor(form, autosave, talk, page) {
    this.#form = form;
    this.#autosave = autosave;
    this.#talk = talk;
    this.#page = page;
    this.#list = new DraftList(form.querySelector('[data-drafts]'), {
      open: (id) => this.#try(this.#open(id)),
      save: (id) => this.#try(this.#save(id)),
      duplicate: (id) => this.#try(this.#duplicate(id)),
      remove: (id) => this.#try(this.#remove(id)),
      rename: (id, name) => this.#try(this.#rename(id, name)),
    });
    this.#state = new DraftState(form);
    this.#on('click', '[data-draft-new]', () => this.#new());
    this.#on('click', '[data-bring-back]', () => this.#unbin());
    this.#on('click', '[data-take-theirs]', () => this.#takeTheirs());
    this.#on('click', '[data-keep-mine]', () => this.#keepMine());
    this.#on('click', '[data-remove-others]', () => this.#removeOthers());
    this.#on('change', '[data-shared]', ({ target }) => autosave.share(target.checked));
    onLeft(() => this.#try(this.#refresh()));
    autosave.onState((said) => this.#say(said));
    autosave.last.then(() => this.#openOlder());
  }

  /** What the draft on screen is called. */
  get title() {
    return this.#list.titleOf({ ...this.#autosave.record, draft: collect(this.#form) });
  }

  /**
   * Put answers on screen as a draft of their own, say so, and offer to undo it.
   * @returns {Promise<boolean>} false when they are more than the page can show: it says so
   */
  async adopt(draft, note) {
    if (!fits(this.#form, draft)) {
      this.#talk.note('too_many');
      return false;
    }
    this.#page.remember();
    const answers = collect(this.#form);
    const { id, before } = await this.#autosave.startNew(draft);
    if (before && isBlank(answers)) await this.#discard([before]);
    else if (before) this.#page.remember(() => this.#goBack(before, answers, id));
    this.#page.changed();
    this.#talk.note(note);
    return true;
  }

  /** Remove every draft of this call from this browser, and what is on screen. */
  async wipe() {
    this.#page.remember();
    let removed = [];
    let id;
    let note = 'cleared';
    await this.#autosave.clear(async () => {
      id = this.#autosave.record.id;
      try {
        removed = await this.#discardAll();
      } catch {
        note = 'not_removed';
      }
    });
    if (removed.some((record) => record.id === id)) {
      this.#page.remember(() => this.#bringBack(removed, id));
    }
    this.#page.changed();
    this.#talk.note(note);
  }

  async #open(id) {
    if (id === this.#autosave.record.id) return;
    const record = await store.one(id);
    if (!record || !store.isSound(record)) {
      await this.#refresh();
      return;
    }
    if (!this.#isShowable(record)) {
      await store.setAside(record);
      this.#talk.note('too_many');
      await this.#refresh();
      return;
    }
    const draft = await this.#present(record.draft);
    if (draft) await this.#show(record, draft);
  }

  // A draft of another version of this site is for Python to bring up, or to refuse in words.
  async #present(draft) {
    if (draft.draft_version === Number(this.#form.dataset.draftVersion)) return draft;
    const answer = await this.#talk.ask('open', { text: JSON.stringify(draft) });
    return answer?.draft;
  }

  #isShowable(record) {
    return store.isSound(record) && fits(this.#form, record.draft);
  }

  async #show(record, draft) {
    const isShown = await this.#autosave.show(record, draft);
    this.#talk.note(isShown ? '' : 'failed');
    if (isShown) this.#page.changed();
    await this.#refresh();
  }

  async #openOlder() {
    const { older } = this.#autosave;
    const draft = older && await this.#present(older.draft);
    if (draft && isBlank(collect(this.#form))) await this.#show(older, draft);
    else await this.#refresh();
  }

  async #new() {
    if (!isBlank(collect(this.#form))) {
      await this.#autosave.startNew();
      this.#page.changed();
      this.#talk.note('');
    }
    await this.#refresh();
    document.querySelector('.check__contents a[href^="#/"]').click(); // to the first part
    this.#form.querySelector('[name^="/"]:not([type=hidden])').focus();
  }

  // Of a draft that the page cannot show: what it says is a file still.
  async #save(id) {
    const record = await store.one(id);
    download(`${this.#list.titleOf(record)}.json`, record.aside, 'application/json');
  }

  async #duplicate(id) {
    await this.#autosave.flush();
    const record = await store.one(id);
    const { name, draft } = { name: this.#list.copyOf(record), draft: record.draft };
    const { kept } = await store.keep({ ...await fresh(record.notice), name, draft });
    tell(kept);
    await this.#refresh();
    this.#list.focus(kept.id);
  }

  async #rename(id, name) {
    await store.rename(id, name);
    if (id === this.#autosave.record.id) await this.#autosave.named(name);
    tell(await store.one(id));
    await this.#refresh();
  }

  async #remove(id) {
    const isCurrent = id === this.#autosave.record.id;
    if (isCurrent) await this.#leave(id);
    const removed = await this.#discard([id]);
    this.#page.remember(() => this.#bringBack(removed, isCurrent ? id : undefined));
    if (isCurrent) this.#page.changed();
    this.#talk.note('removed');
    document.querySelector('[data-note="removed"] [data-undo]').focus();
  }

  async #leave(id) {
    const others = await store.all(this.#form.dataset.notice);
    const next = others.find((record) => record.id !== id && this.#isShowable(record)
      && record.draft.draft_version === Number(this.#form.dataset.draftVersion));
    await (next ? this.#autosave.show(next) : this.#autosave.clear());
  }

  async #takeTheirs() {
    const { id } = this.#autosave.record;
    const record = await store.one(this.#autosave.elsewhere);
    if (!record) return; // Removed meanwhile: the page says so by now.
    if (!this.#isShowable(record)) {
      this.#talk.note('too_many');
      return;
    }
    const answers = collect(this.#form);
    await this.#autosave.show(record);
    const mine = await this.#discard([id]);
    this.#page.remember(() => (mine.length ? this.#bringBack(mine, id) : this.#autosave.startNew(answers)));
    this.#page.changed();
    this.#talk.note('theirs');
    document.querySelector('[data-note="theirs"] [data-undo]').focus();
  }

  async #removeOthers() {
    await this.#autosave.share(true); // what this page kept before another one chose so
    await this.#discardAll();
    this.#bin = []; // on a shared computer nothing comes back
    await this.#refresh();
    this.#form.querySelector('[data-shared]').focus();
  }

  async #discardAll() {
    const records = await store.all(this.#form.dataset.notice);
    return this.#discard(records.map(({ id }) => id));
  }

  async #discard(ids) {
    const removed = await store.remove(ids);
    for (const { id } of removed) tell({ id, revision: 0 });
    this.#bin = [...this.#bin, ...removed.filter((record) => !isEmpty(record))];
    await this.#refresh();
    return removed;
  }

  async #unbin() {
    await this.#bringBack(this.#bin);
    this.#talk.note('');
    this.#focusList();
  }

  async #keepMine() {
    await this.#autosave.keepCopy();
    this.#focusList();
  }

  // The button that was pressed is gone.
  #focusList() {
    this.#form.querySelector('[data-drafts] > summary').focus();
  }

  async #bringBack(records, openId) {
    await store.bringBack(records);
    records.forEach(tell);
    this.#bin = this.#bin.filter((record) => !records.includes(record));
    const record = openId && records.find(({ id }) => id === openId);
    if (record) await this.#autosave.show(record);
    await this.#refresh();
  }

  // Back to the draft that was on screen, unless another page removed it; what took its place goes.
  async #goBack(before, answers, after) {
    const record = await store.one(before);
    await (record ? this.#autosave.show(record) : this.#autosave.startNew(answers));
    await this.#discard([after]);
  }

  #say(said) {
    this.#state.show(said, this.#list);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), REFRESH);
  }

  async #refresh() {
    const { record } = this.#autosave;
    const records = await this.#list.refresh({ ...record, draft: collect(this.#form) });
    if (!records) return;
    // Where nothing is kept, what the draft on screen left here is one that is kept still.
    const others = isShared() ? records : records.filter(({ id }) => id !== record.id);
    this.#state.count(others.length, this.#bin.length);
  }

  #on(event, selector, act) {
    for (const control of this.#form.querySelectorAll(selector)) {
      control.addEventListener(event, (told) => this.#try(act(told)));
    }
  }

  // A browser may refuse at any time; what is on screen is still there.
  #try(done) {
    return done.catch(() => this.#talk.note('failed'));
  }
}

function isEmpty(record) {
  return store.isSound(record) && !record.name && isBlank(record.draft);
}
