// The report of a check: printed, or saved as a web page or a Word document.
import { named } from '../drafts/index.mjs';
import { download, the } from '../page/index.mjs';
import { DOCX } from './documents.mjs';

/** @import { Keeper } from '../drafts/index.mjs' */
/** @import { Talk } from '../engine/index.mjs' */
/** @import { FileAnswer } from '../engine/wire.d.ts' */
/** @import { Preview } from './preview.mjs' */

const HTML = 'text/html;charset=utf-8';

export class ReportTaking {
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
    this.#on('[data-report-print]', (button) => this.#print(button));
    this.#on('[data-report-page]', () => this.#savePage());
    this.#on('[data-report-document]', () => this.#saveDocument());
  }

  /** @param {HTMLElement} button */
  async #print(button) {
    const answer = await this.#talk.ask('report_sheet', { draft: this.#draft });
    if (!answer) return;
    this.#preview.show(button.parentElement?.getAttribute('aria-label') ?? '', answer.html, button);
    print();
  }

  async #savePage() {
    this.#save(await this.#talk.ask('report_page', { draft: this.#draft }), HTML);
  }

  async #saveDocument() {
    const clean = the(this.#form, '[data-clean]', HTMLInputElement).checked;
    this.#save(await this.#talk.ask('report_document', { draft: this.#draft, clean }), DOCX);
  }

  /** @param {FileAnswer | undefined} file @param {string} type */
  #save(file, type) {
    if (!file) return;
    download(file.name, file.content, type);
    this.#talk.note('downloaded');
  }

  get #draft() {
    return JSON.stringify(named(this.#form, this.#keeper));
  }

  /** @param {string} selector @param {(button: HTMLElement) => void} act */
  #on(selector, act) {
    const button = the(document, selector);
    button.addEventListener('click', () => act(button));
  }
}
