// The report of a check: printed, or taken away as a web page or a Word document.
import { named } from '../drafts/index.mjs';
import { download } from '../page/index.mjs';
import { DOCX } from './documents.mjs';

const HTML = 'text/html;charset=utf-8';

export class ReportTaking {
  #form;
  #talk;
  #preview;
  #keeper;

  /**
   * @param {HTMLFormElement} form
   * @param {object} talk
   * @param {object} preview
   * @param {object} keeper
   */
  constructor(form, talk, preview, keeper) {
    this.#form = form;
    this.#talk = talk;
    this.#preview = preview;
    this.#keeper = keeper;
  }

  /** Make the buttons work. */
  listen() {
    this.#on('[data-report-print]', (button) => this.#print(button));
    this.#on('[data-report-page]', () => this.#savePage());
    this.#on('[data-report-document]', () => this.#saveDocument());
  }

  async #print(button) {
    const answer = await this.#talk.ask('report_sheet', { draft: this.#draft });
    if (!answer) return;
    this.#preview.show(button.parentElement.getAttribute('aria-label'), answer.html, button);
    print();
  }

  async #savePage() {
    this.#save(await this.#talk.ask('report_page', { draft: this.#draft }), HTML);
  }

  async #saveDocument() {
    const clean = this.#form.querySelector('[data-clean]').checked;
    this.#save(await this.#talk.ask('report_document', { draft: this.#draft, clean }), DOCX);
  }

  #save(file, type) {
    if (!file) return;
    download(file.name, file.content, type);
    this.#talk.note('downloaded');
  }

  get #draft() {
    return JSON.stringify(named(this.#form, this.#keeper));
  }

  #on(selector, act) {
    const button = document.querySelector(selector);
    button.addEventListener('click', () => act(button));
  }
}
