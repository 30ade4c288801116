// Saving to files, opening, wiping: the buttons, and undoing what they did.
import { collect, restore } from '../form/index.mjs';
import { DraftDesk } from './desk.mjs';
import { named } from './named.mjs';
import { download, onChosen, readBase64 } from '../page/index.mjs';
import { closeReports, showReport } from '../results/index.mjs';

export class Keeping {
  #form;
  #talk;
  #autosave;
  #desk;
  #changed;
  #back = () => {};

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
    this.#desk = new DraftDesk(form, autosave, talk, {
      remember: (back) => this.remember(back),
      changed: () => this.#replaced(),
    });
    this.#on('[data-save-file]', () => this.#saveFile());
    this.#on('[data-example]', () => this.#example());
    this.#on('[data-undo]', () => this.#undo());
    this.#on('[data-clear]', () => this.#confirm(true));
    this.#on('[data-clear-no]', () => this.#confirm(false));
    this.#on('[data-clear-yes]', () => this.#clear());
    onChosen('[data-open-file]', (file) => this.open(file));
  }

  /**
   * Remember the answers as they are: what happens next can be undone.
   * @param {() => Promise<void>} [back] another way back than putting these answers on screen
   */
  remember(back) {
    const before = collect(this.#form);
    this.#back = back ?? (() => restore(this.#form, before));
  }

  /** Put other answers into the form, say so, and offer to undo it. */
  async replace(draft, note) {
    this.remember();
    const shown = restore(this.#form, draft);
    this.#talk.note(note); // Before anybody goes on: that takes the offer back.
    await shown;
    this.#changed();
  }

  /** Put answers on screen as a draft of their own, say so, and offer to undo it. */
  adopt(draft, note) {
    return this.#desk.adopt(draft, note);
  }

  /** Open a draft, or a document or package that carries one, beside the draft on screen. */
  async open(file) {
    if (file.size > Number(this.#form.dataset.fileMax)) {
      this.#talk.note('too_large');
      return;
    }
    const content = await readBase64(file).catch(() => undefined);
    if (content === undefined) {
      this.#talk.note('unreadable');
      return;
    }
    const { notice } = this.#form.dataset;
    const answer = await this.#talk.ask('open_file', { content, notice });
    if (!answer) return;
    if (!await this.#desk.adopt(answer.draft, 'opened')) return;
    this.#talk.refuse(answer.warning);
    showReport('opened', answer.html);
  }

  async #undo() {
    await this.#back();
    this.#talk.note('');
    this.#replaced();
    this.#find('[data-check-now]').focus(); // beside the button that goes: nothing scrolls
  }

  #replaced() {
    closeReports();
    this.#changed();
  }

  #confirm(asked) {
    this.#find('[data-confirm]').hidden = !asked;
    this.#find('[data-clear]').setAttribute('aria-expanded', asked);
    this.#find(asked ? '[data-clear-no]' : '[data-clear]').focus();
  }

  async #clear() {
    this.#confirm(false);
    await this.#desk.wipe();
    this.#find('[data-paste]').value = '';
    this.#find('[data-note]:not([hidden]) [data-undo]').focus();
  }

  #saveFile() {
    const draft = named(this.#form, this.#autosave);
    download(`${this.#desk.title}.json`, JSON.stringify(draft, null, 2), 'application/json');
    this.#autosave.takenAway();
  }

  async #example() {
    const answer = await this.#talk.ask('example', { notice: this.#form.dataset.notice });
    if (answer) await this.#desk.adopt(answer.draft, 'example');
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
