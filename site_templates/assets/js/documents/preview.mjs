// A document on a sheet of paper, over the page: to look at, and to print.
import { the } from '../page/index.mjs';
import { showRendered } from '../results/index.mjs';

export class Preview {
  #dialog;
  /** @type {HTMLElement | undefined} */
  #opener;

  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this.#dialog = dialog;
    this.#find('[data-preview-close]').addEventListener('click', () => dialog.close());
    this.#find('[data-preview-print]').addEventListener('click', () => print());
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
    dialog.addEventListener('close', () => this.#leave());
  }

  /**
   * @param {string} title
   * @param {string} html the document, from Python
   * @param {HTMLElement} opener gets the focus back
   */
  show(title, html, opener) {
    this.#opener = opener;
    this.#find('[data-preview-title]').textContent = title;
    showRendered(this.#find('[data-preview-sheet]'), html);
    if (!this.#dialog.open) this.#dialog.showModal();
    const desk = this.#find('[data-preview-desk]');
    desk.scrollTo(0, 0);
    desk.focus(); // The arrow keys turn the pages at once.
  }

  #leave() {
    showRendered(this.#find('[data-preview-sheet]'), '');
    this.#opener?.focus();
  }

  /** @param {string} selector */
  #find(selector) {
    return the(this.#dialog, selector);
  }
}
