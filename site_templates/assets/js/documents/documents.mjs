// Documents are looked at, and saved as files: the whole package, or each document alone.
import { named } from '../drafts/index.mjs';
import { download, every, the } from '../page/index.mjs';

/** @import { Keeper } from '../drafts/index.mjs' */
/** @import { Talk } from '../engine/index.mjs' */
/** @import { Requests } from '../engine/wire.d.ts' */
/** @import { Preview } from './preview.mjs' */

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ZIP = 'application/zip';

export class Taking {
  #form;
  #talk;
  #preview;
  #keeper;

  /**
   * @param {HTMLFormElement} form
   * @param {Talk} talk
   * @param {Preview} preview
   * @param {Keeper} keeper
   */
  constructor(form, talk, preview, keeper) {
    this.#form = form;
    this.#talk = talk;
    this.#preview = preview;
    this.#keeper = keeper;
  }

  /** Makes the buttons work. */
  listen() {
    this.#on('[data-package]', () => this.#save('package', { clean: this.#clean }, ZIP));
    this.#on('[data-attachment]', ({ dataset }) => {
      return this.#save('fill', { name: dataset.attachment ?? '', clean: this.#clean }, DOCX);
    });
    this.#on('[data-table=summary]', () => this.#save('summary', {}, XLSX));
    this.#on('[data-table=members_template]', () => this.#save('members_template', {}, XLSX));
    this.#on('[data-preview]', (button) => this.#show(button));
  }

  get #clean() {
    return the(this.#form, '[data-clean]', HTMLInputElement).checked;
  }

  get #draft() {
    return JSON.stringify(named(this.#form, this.#keeper));
  }

  /**
   * @template {'package' | 'fill' | 'summary' | 'members_template'} N
   * @param {N} name of the request
   * @param {Omit<Requests[N], 'draft'>} given
   * @param {string} type of the file
   */
  async #save(name, given, type) {
    const file = await this.#talk.ask(name, /** @type {Requests[N]} */ ({ ...given, draft: this.#draft }));
    if (!file) return;
    download(file.name, file.content, type);
    this.#talk.note('downloaded');
  }

  /** @param {HTMLElement} button */
  async #show(button) {
    const described = button.getAttribute('aria-describedby') ?? '';
    const title = document.getElementById(described)?.textContent ?? '';
    const given = { name: button.dataset.preview ?? '', draft: this.#draft };
    const answer = await this.#talk.ask('preview', given);
    if (answer) this.#preview.show(title, answer.html, button);
  }

  /** @param {string} selector @param {(button: HTMLElement) => void} act */
  #on(selector, act) {
    for (const button of every(this.#form, selector)) {
      button.addEventListener('click', () => act(button));
    }
  }
}
