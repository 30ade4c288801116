// The buttons that preview a document, save one as a file, or save all of them as a package.
import { every } from '../page/index.mjs';
import { DOCX, Tools } from './tools.mjs';

/** @import { Requests } from '../engine/wire.d.ts' */

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ZIP = 'application/zip';

export class DocumentTools extends Tools {
  /** Listens to the buttons. */
  listen() {
    this.#on('[data-package]', () => this.#ask('package', { clean: this.clean }, ZIP));
    this.#on('[data-attachment]', ({ dataset }) => {
      return this.#ask('fill', { name: dataset.attachment ?? '', clean: this.clean }, DOCX);
    });
    this.#on('[data-table=summary]', () => this.#ask('summary', {}, XLSX));
    this.#on('[data-table=members_template]', () => this.#ask('members_template', {}, XLSX));
    this.#on('[data-preview]', (button) => this.#show(button));
  }

  /**
   * @template {'package' | 'fill' | 'summary' | 'members_template'} N
   * @param {N} name of the request
   * @param {Omit<Requests[N], 'draft'>} given
   * @param {string} type of the file
   */
  async #ask(name, given, type) {
    const request = /** @type {Requests[N]} */ ({ ...given, draft: this.draft });
    this.save(await this.talk.ask(name, request), type);
  }

  /** @param {HTMLElement} button */
  async #show(button) {
    const described = button.getAttribute('aria-describedby') ?? '';
    const title = document.getElementById(described)?.textContent ?? '';
    const given = { name: button.dataset.preview ?? '', draft: this.draft };
    const answer = await this.talk.ask('preview', given);
    if (answer) this.preview.show(title, answer.html, button);
  }

  /** @param {string} selector @param {(button: HTMLElement) => void} act */
  #on(selector, act) {
    for (const button of every(this.form, selector)) {
      button.addEventListener('click', () => act(button));
    }
  }
}
