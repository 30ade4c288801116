// The drafts of this browser as a list: each can be opened, named, copied and removed.
import { all, isSound } from './store.mjs';
import { titleOf } from './drafts.mjs';
import { dayAndTime } from '../page/index.mjs';

export class DraftList {
  #root;
  #acts;
  #shown; // counts what was asked for: only the last answer is shown

  /**
   * @param {HTMLElement} root `[data-drafts]`
   * @param {object} acts `open`, `duplicate`, `save`, `remove` with an id, `rename` with an id and a name
   */
  constructor(root, acts) {
    this.#root = root;
    this.#acts = acts;
    root.addEventListener('click', ({ target }) => this.#act(target.closest('[data-act]')));
    root.addEventListener('keydown', (event) => this.#key(event));
  }

  /** What a draft is called here. */
  titleOf(record) {
    return titleOf(record, this.#root.dataset.unnamed);
  }

  /** What a copy of a draft is called. */
  copyOf(record) {
    return this.titleOf(record) + this.#root.dataset.copySuffix;
  }

  /**
   * Show what is kept now.
   * @param {object} current the record of the draft on screen
   * @returns {Promise<object[] | undefined>} all records; undefined, and the list as it was, where the
   *   browser does not read them
   */
  async refresh(current) {
    const asked = Symbol('refresh');
    this.#shown = asked;
    const records = await all(current.notice).catch(() => undefined);
    this.#root.querySelector('[data-current-name]').textContent = this.titleOf(current);
    if (records && this.#shown === asked && !this.#renaming) this.#show(records, current);
    return records;
  }

  /** Put the focus on a draft of the list, or on its head when it is not there. */
  focus(id) {
    (this.#row(id)?.querySelector('[data-act]:not([hidden])') ?? this.#head).focus();
  }

  #show(records, current) {
    const focused = this.#focused;
    this.#root.querySelector('[data-count]').textContent = records.length;
    this.#root.querySelector('[data-counted]').hidden = !records.length;
    const rows = records.map((record) => this.#rowOf(record, record.id === current.id));
    const list = this.#root.querySelector('[data-draft-list]');
    list.textContent = '';
    list.append(...rows);
    if (focused) (this.#button(focused) ?? this.#head).focus();
  }

  #rowOf(record, isCurrent) {
    const row = this.#root.querySelector('template').content.firstElementChild.cloneNode(true);
    const sound = isSound(record);
    row.dataset.draft = record.id;
    row.querySelector('[data-name]').textContent = this.titleOf(record);
    row.querySelector('[data-name]').id = `draft-${record.id}`;
    row.querySelector('[data-time]').textContent = dayAndTime(record.changed);
    row.querySelector('[data-timed]').hidden = !record.changed;
    row.querySelector('[data-name-input]').value = record.name ?? '';
    row.toggleAttribute('data-current', isCurrent);
    this.#only(row, {
      current: isCurrent,
      copy: sound && record.copyOf && !isCurrent,
      large: record.aside,
      damaged: !sound && !record.aside,
    });
    for (const button of row.querySelectorAll('[data-act]')) {
      const { act } = button.dataset;
      const isOffered = record.aside ? act === 'save' : sound && act !== 'save';
      button.hidden = act !== 'remove' && (!isOffered || (isCurrent && act === 'open'));
      button.setAttribute('aria-describedby', `draft-${record.id}`);
    }
    return row;
  }

  #only(row, tags) {
    for (const tag of row.querySelectorAll('[data-tag]')) tag.hidden = !tags[tag.dataset.tag];
  }

  #act(button) {
    if (!button) return;
    const row = button.closest('[data-draft]');
    const id = row.dataset.draft;
    if (button.dataset.act === 'ask-name') this.#askName(row, true);
    else if (button.dataset.act === 'keep-name') this.#askName(row, false);
    else if (button.dataset.act === 'rename') this.#rename(row);
    else this.#acts[button.dataset.act](id);
  }

  #rename(row) {
    const name = row.querySelector('[data-name-input]').value.trim();
    this.#askName(row, false);
    this.#acts.rename(row.dataset.draft, name);
  }

  #askName(row, asked) {
    row.querySelector('[data-naming]').hidden = !asked;
    row.querySelector('[data-acts]').hidden = asked;
    const input = row.querySelector('[data-name-input]');
    if (!asked) return row.querySelector('[data-act="ask-name"]').focus();
    input.placeholder = row.querySelector('[data-name]').textContent;
    return input.select();
  }

  #key(event) {
    if (!event.target.matches('[data-name-input]') || event.isComposing) return;
    const row = event.target.closest('[data-draft]');
    if (event.key === 'Enter') this.#rename(row);
    else if (event.key === 'Escape') this.#askName(row, false);
    else return;
    event.preventDefault();
  }

  get #renaming() {
    return this.#root.querySelector('[data-naming]:not([hidden])');
  }

  get #focused() {
    const { activeElement } = document;
    const row = this.#root.contains(activeElement) && activeElement.closest('[data-draft]');
    return row && { id: row.dataset.draft, act: activeElement.dataset.act };
  }

  get #head() {
    return this.#root.querySelector('summary');
  }

  #button({ id, act }) {
    return this.#row(id)?.querySelector(`[data-act="${act}"]:not([hidden])`);
  }

  #row(id) {
    return [...this.#root.querySelectorAll('[data-draft]')].find((row) => row.dataset.draft === id);
  }
}
