// A dialog that shows a document as a sheet of paper, and prints the document.
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
   * @param {HTMLElement} opener the button that gets the focus when the dialog is closed
   */
  show(title, html, opener) {
    this.#opener = opener;
    this.#find('[data-preview-title]').textContent = title;
    showRendered(this.#find('[data-preview-sheet]'), html);
    if (!this.#dialog.open) this.#dialog.showModal();
    const desk = this.#find('[data-preview-desk]');
    desk.scrollTo(0, 0);
    desk.focus(); // so that the arrow keys scroll the document at once
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
