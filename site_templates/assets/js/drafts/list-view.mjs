// The drafts of this browser as a list, each with its buttons.
import { around, dayAndTime, every, happenedIn, maybe, the } from '../page/index.mjs';
import { isSound, titleOf, titlesOf } from './record.mjs';

/** @import { FoundRecord } from './record.mjs' */

/**
 * @typedef {object} Acts what the list's buttons do, each given the id of a draft
 * @property {(id: string) => void} show
 * @property {(id: string) => void} keepCopy
 * @property {(id: string) => void} save
 * @property {(id: string) => void} remove
 * @property {(id: string, name: string) => void} rename
 */

export class ListView {
  #root;
  #acts;

  /**
   * @param {HTMLElement} root `[data-drafts]`
   * @param {Acts} acts
   */
  constructor(root, acts) {
    this.#root = root;
    this.#acts = acts;
    root.addEventListener('click', (event) => this.#press(happenedIn(event, '[data-act]')));
    root.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {FoundRecord} record @returns {string} what the draft is called, alone */
  titleOf(record) {
    return titleOf(record, this.#unnamed);
  }

  /** @param {FoundRecord} record @returns {string} what a copy of the draft is called */
  titleOfCopy(record) {
    return this.titleOf(record) + this.#root.dataset.copySuffix;
  }

  /** @param {FoundRecord} current record of the draft on screen, with the answers on screen */
  showTitle(current) {
    the(this.#root, '[data-current-name]').textContent = this.titleOf(current);
  }

  /**
   * Shows what is kept; not while a name is being typed, which would be lost.
   * @param {FoundRecord[]} records
   * @param {string} current id of the draft on screen
   */
  show(records, current) {
    if (this.#isNaming) return;
    const focused = this.#focused;
    the(this.#root, '[data-count]').textContent = String(records.length);
    the(this.#root, '[data-counted]').hidden = !records.length;
    const titles = titlesOf(records, this.#unnamed);
    const rows = records.map((record) => (
      this.#rowOf(record, titles.get(record.id) ?? '', record.id === current)
    ));
    the(this.#root, '[data-draft-list]').replaceChildren(...rows);
    if (focused) (this.#button(focused.id, focused.act) ?? this.#head).focus();
  }

  /** @param {string} id of the draft to focus; the list's head is focused when it is not there */
  focus(id) {
    const row = this.#row(id);
    ((row && maybe(row, '[data-act]:not([hidden])')) ?? this.#head).focus();
  }

  /** Puts the focus on the list's head: the button that had it is gone. */
  focusHead() {
    this.#head.focus();
  }

  /**
   * @param {FoundRecord} record
   * @param {string} title
   * @param {boolean} isCurrent
   */
  #rowOf(record, title, isCurrent) {
    const blank = the(the(this.#root, 'template', HTMLTemplateElement).content, '[data-draft]');
    const row = /** @type {HTMLElement} */ (blank.cloneNode(true));
    const sound = isSound(record);
    row.dataset.draft = record.id;
    const name = the(row, '[data-name]');
    name.textContent = title;
    name.id = `draft-${record.id}`;
    the(row, '[data-time]').textContent = dayAndTime(Number(record.changed));
    the(row, '[data-timed]').hidden = !record.changed;
    const input = the(row, '[data-name-input]', HTMLInputElement);
    input.value = record.name ?? '';
    input.placeholder = this.titleOf(record);
    row.toggleAttribute('data-current', isCurrent);
    showTags(row, {
      current: isCurrent,
      copy: sound && Boolean(record.copyOf) && !isCurrent,
      large: Boolean(record.aside),
      damaged: !sound && !record.aside,
    });
    for (const button of every(row, '[data-act]')) {
      const { act } = button.dataset;
      const isOffered = record.aside ? act === 'save' : sound && act !== 'save';
      button.hidden = act !== 'remove' && (!isOffered || (isCurrent && act === 'show'));
      button.setAttribute('aria-describedby', name.id);
    }
    return row;
  }

  /** @param {HTMLElement} [button] */
  #press(button) {
    if (!button) return;
    const row = around(button, '[data-draft]');
    const id = row.dataset.draft ?? '';
    switch (button.dataset.act) {
      case 'ask-name': askName(row); break;
      case 'end-naming': endNaming(row); break;
      case 'rename': this.#rename(row); break;
      case 'show': this.#acts.show(id); break;
      case 'keep-copy': this.#acts.keepCopy(id); break;
      case 'save': this.#acts.save(id); break;
      case 'remove': this.#acts.remove(id); break;
      default: throw new Error(`No act of the list is called ${button.dataset.act}`);
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const input = happenedIn(event, '[data-name-input]');
    if (!input || event.isComposing) return;
    const row = around(input, '[data-draft]');
    if (event.key === 'Enter') this.#rename(row);
    else if (event.key === 'Escape') endNaming(row);
    else return;
    event.preventDefault();
  }

  /** @param {HTMLElement} row */
  #rename(row) {
    const name = the(row, '[data-name-input]', HTMLInputElement).value.trim();
    endNaming(row);
    this.#acts.rename(row.dataset.draft ?? '', name);
  }

  get #unnamed() {
    return this.#root.dataset.unnamed ?? '';
  }

  get #isNaming() {
    return maybe(this.#root, '[data-naming]:not([hidden])') !== undefined;
  }

  /** The draft and the button that have the focus. */
  get #focused() {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement) || !this.#root.contains(activeElement)) return undefined;
    const row = activeElement.closest('[data-draft]');
    if (!(row instanceof HTMLElement)) return undefined;
    return { id: row.dataset.draft ?? '', act: activeElement.dataset.act };
  }

  get #head() {
    return the(this.#root, 'summary');
  }

  /**
   * @param {string} id
   * @param {string} [act]
   */
  #button(id, act) {
    const row = this.#row(id);
    return row && maybe(row, `[data-act="${act}"]:not([hidden])`);
  }

  /** @param {string} id */
  #row(id) {
    return every(this.#root, '[data-draft]').find((row) => row.dataset.draft === id);
  }
}

/**
 * @param {HTMLElement} row
 * @param {Record<string, boolean>} tags
 */
function showTags(row, tags) {
  for (const tag of every(row, '[data-tag]')) tag.hidden = !tags[tag.dataset.tag ?? ''];
}

/** @param {HTMLElement} row */
function askName(row) {
  the(row, '[data-naming]').hidden = false;
  the(row, '[data-acts]').hidden = true;
  the(row, '[data-name-input]', HTMLInputElement).select();
}

/** @param {HTMLElement} row */
function endNaming(row) {
  the(row, '[data-naming]').hidden = true;
  the(row, '[data-acts]').hidden = false;
  the(row, '[data-act="ask-name"]').focus();
}
