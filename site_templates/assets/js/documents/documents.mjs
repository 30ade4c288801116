// Taking documents away: the whole package, each file alone, and a look before.
import { named } from '../drafts/index.mjs';
import { download } from '../page/index.mjs';

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
    this.#on('[data-package]', () => this.#save('package', { clean: this.#clean }, ZIP));
    this.#on('[data-attachment]', ({ dataset }) => {
      return this.#save('fill', { name: dataset.attachment, clean: this.#clean }, DOCX);
    });
    this.#on('[data-table]', ({ dataset }) => this.#save(dataset.table, {}, XLSX));
    this.#on('[data-preview]', (button) => this.#show(button));
  }

  get #clean() {
    return this.#form.querySelector('[data-clean]').checked;
  }

  get #draft() {
    return JSON.stringify(named(this.#form, this.#keeper));
  }

  async #save(name, given, type) {
    const file = await this.#talk.ask(name, { ...given, draft: this.#draft });
    if (!file) return;
    download(file.name, file.content, type);
    this.#talk.note('downloaded');
  }

  async #show(button) {
    const title = document.getElementById(button.getAttribute('aria-describedby')).textContent;
    const given = { name: button.dataset.preview, draft: this.#draft };
    const answer = await this.#talk.ask('preview', given);
    if (answer) this.#preview.show(title, answer.html, button);
  }

  #on(selector, act) {
    for (const button of this.#form.querySelectorAll(selector)) {
      button.addEventListener('click', () => act(button));
    }
  }
}
