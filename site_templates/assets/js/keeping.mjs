// Saving to files, opening, wiping: the buttons, and undoing what they did.
import { collect } from './collect.mjs';
import { download, isDocument, onChosen, readBase64, readText } from './files.mjs';
import { closeReports, showReport } from './reports.mjs';
import { restore } from './restore.mjs';

export class Keeping {
  #form;
  #talk;
  #autosave;
  #changed;
  #before;

  /**
   * @param {HTMLFormElement} form
   * @param {object} talk
   * @param {object} autosave
   * @param {() => void} changed told when answers were replaced
   */
  constructor(form, talk, autosave, changed) {
    this.#form = form;
    this.#talk = talk;
    this.#autosave = autosave;
    this.#changed = changed;
    this.#on('[data-save-file]', () => this.#saveFile());
    this.#on('[data-example]', () => this.#example());
    this.#on('[data-undo]', () => this.#undo());
    this.#on('[data-clear]', () => this.#confirm(true));
    this.#on('[data-clear-no]', () => this.#confirm(false));
    this.#on('[data-clear-yes]', () => this.#clear());
    onChosen('[data-open-file]', (file) => this.open(file));
  }

  /** Remember the answers as they are: what happens next can be undone. */
  remember() {
    this.#before = collect(this.#form);
  }

  /** Put other answers into the form, say so, and offer to undo it. */
  replace(draft, note) {
    this.remember();
    restore(this.#form, draft);
    this.#talk.note(note);
    this.#changed();
  }

  /** Open a draft, or a Word document that carries one. */
  async open(file) {
    if (file.size > Number(this.#form.dataset.fileMax)) {
      this.#talk.note('too_large');
      return;
    }
    const call = await this.#read(file).catch(() => undefined);
    const answer = call ? await this.#talk.ask(...call) : this.#talk.note('unreadable');
    if (!answer) return;
    this.replace(answer.draft, 'opened');
    this.#talk.refuse(answer.warning);
    showReport('opened', answer.html);
  }

  #undo() {
    restore(this.#form, this.#before);
    this.#talk.note('');
    closeReports();
    this.#changed();
    this.#find('[data-save-file]').focus();
  }

  #confirm(asked) {
    this.#find('[data-confirm]').hidden = !asked;
    this.#find('[data-clear]').setAttribute('aria-expanded', asked);
    this.#find(asked ? '[data-clear-no]' : '[data-clear]').focus();
  }

  #clear() {
    this.#confirm(false);
    this.replace({}, 'cleared');
    closeReports();
    this.#find('[data-paste]').value = '';
    this.#autosave.wipe();
    this.#find('[data-note="cleared"] [data-undo]').focus();
  }

  #saveFile() {
    const draft = collect(this.#form);
    const name = draft.alliance?.name || this.#find('[data-save-file]').dataset.fileName;
    download(`${name}.json`, JSON.stringify(draft, null, 2), 'application/json');
  }

  async #example() {
    const answer = await this.#talk.ask('example', { notice: this.#form.dataset.notice });
    if (answer) this.replace(answer.draft, 'example');
  }

  // A Word document carries its draft; anything else has to be a draft itself.
  async #read(file) {
    if (!await isDocument(file)) return ['open', { text: await readText(file).catch(() => null) }];
    const { notice } = this.#form.dataset;
    return ['open_document', { content: await readBase64(file), notice }];
  }

  #find(selector) {
    return document.querySelector(selector);
  }

  #on(selector, act) {
    for (const button of document.querySelectorAll(selector)) {
      button.addEventListener('click', () => act(button));
    }
  }
}
