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
    const answer = await this.#ask('report_html');
    if (!answer) return;
    this.#preview.show(button.parentElement.getAttribute('aria-label'), answer.sheet, button);
    print();
  }

  async #savePage() {
    const answer = await this.#ask('report_html');
    if (answer) await this.#hand(answer.page, '.html', HTML);
  }

  async #saveDocument() {
    const clean = this.#form.querySelector('[data-clean]').checked;
    const bytes = await this.#ask('report_docx', { clean });
    if (bytes) await this.#hand(bytes, '.docx', DOCX);
  }

  async #hand(content, ending, type) {
    const answer = await this.#ask('report_name');
    if (!answer) return;
    download(answer.name + ending, content, type);
    this.#talk.note('downloaded');
  }

  #ask(call, given = {}) {
    const draft = JSON.stringify(named(this.#form, this.#keeper));
    return this.#talk.ask(call, { ...given, draft });
  }

  #on(selector, act) {
    const button = document.querySelector(selector);
    button.addEventListener('click', () => act(button));
  }
}
