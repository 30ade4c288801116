// The buttons that print the report, or save the report as a web page or as a Word document.
import { the } from '../page/index.mjs';
import { DOCX, Tools } from './tools.mjs';

const HTML = 'text/html;charset=utf-8';

export class ReportTools extends Tools {
  /** Listens to the buttons. */
  listen() {
    this.#on('[data-report-print]', (button) => this.#print(button));
    this.#on('[data-report-page]', () => this.#savePage());
    this.#on('[data-report-document]', () => this.#saveDocument());
  }

  /** @param {HTMLElement} button */
  async #print(button) {
    const answer = await this.talk.ask('report_sheet', { draft: this.draft });
    if (!answer) return;
    this.preview.show(button.parentElement?.getAttribute('aria-label') ?? '', answer.html, button);
    print();
  }

  async #savePage() {
    this.save(await this.talk.ask('report_page', { draft: this.draft }), HTML);
  }

  async #saveDocument() {
    const { clean, draft } = this;
    this.save(await this.talk.ask('report_document', { draft, clean }), DOCX);
  }

  /** @param {string} selector @param {(button: HTMLElement) => void} act */
  #on(selector, act) {
    const button = the(document, selector);
    button.addEventListener('click', () => act(button));
  }
}
