// The buttons around the form that concern the draft on screen: save as a file, open a file, fill in
// the example, clear, undo.
import { DraftDesk } from './desk.mjs';
import { draftWithName } from './draft-with-name.mjs';
import { Undo } from './undo.mjs';
import { showDraft } from '../form/index.mjs';
import { download, every, onChosen, the } from '../page/index.mjs';
import { closeTold, showTold } from '../results/index.mjs';

/** @import { Talk } from '../engine/index.mjs' */
/** @import { Keeper } from './keeper.mjs' */
/** @import { Draft } from './record.mjs' */

export class DraftTools {
  #form;
  #talk;
  #keeper;
  #desk;
  #undo;
  #changed;

  /**
   * @param {HTMLFormElement} form
   * @param {Talk} talk
   * @param {Keeper} keeper
   * @param {() => void} changed called when answers were replaced
   */
  constructor(form, talk, keeper, changed) {
    this.#form = form;
    this.#talk = talk;
    this.#keeper = keeper;
    this.#changed = changed;
    this.#undo = new Undo(form);
    this.#desk = new DraftDesk(form, keeper, talk, this.#undo, () => this.#replaced());
    this.#on('[data-save-file]', () => this.#save());
    this.#on('[data-example]', () => this.#showExample());
    this.#on('[data-undo]', () => this.#goBack());
    this.#on('[data-clear]', () => this.#askToClear(true));
    this.#on('[data-clear-no]', () => this.#askToClear(false));
    this.#on('[data-clear-yes]', () => this.#clear());
    onChosen('[data-open-file]', (file) => this.open(file));
  }

  /** Remembers the answers as they are: the act that follows can be undone. */
  remember() {
    this.#undo.remember();
  }

  /**
   * Shows other answers in the draft on screen, and offers to undo it.
   * @param {Draft} draft
   * @param {string} note name of the sentence to show
   */
  async show(draft, note) {
    this.remember();
    const shown = showDraft(this.#form, draft);
    this.#talk.note(note); // At once: typing takes the offer back, and may go on before all is shown.
    await shown;
    this.#changed();
  }

  /**
   * Shows answers as a draft of their own, and offers to undo it.
   * @param {Draft} draft
   * @param {string} note name of the sentence to show
   */
  async showNew(draft, note) {
    await this.#desk.showNew(draft, note);
  }

  /**
   * Opens a draft, or a document or package that carries one, beside the draft on screen.
   * @param {File} file
   */
  async open(file) {
    if (file.size > Number(this.#form.dataset.fileMax)) {
      this.#talk.note('too_large');
      return;
    }
    const answer = await this.#talk.ask('open_file', { content: file });
    if (!answer) return;
    if (!await this.#desk.showNew(answer.draft, 'opened')) return;
    this.#talk.refuse(answer.warning);
    showTold('opened', answer.html);
  }

  async #goBack() {
    await this.#undo.undo();
    this.#talk.note('');
    this.#replaced();
    // The button to undo is hidden now; this one is beside it, so that the page does not scroll.
    this.#the('[data-check-now]').focus();
  }

  #replaced() {
    closeTold();
    this.#changed();
  }

  /** @param {boolean} asked */
  #askToClear(asked) {
    this.#the('[data-confirm]').hidden = !asked;
    this.#the('[data-clear]').setAttribute('aria-expanded', String(asked));
    this.#the(asked ? '[data-clear-no]' : '[data-clear]').focus();
  }

  async #clear() {
    this.#askToClear(false);
    await this.#desk.removeAll();
    the(document, '[data-paste]', HTMLTextAreaElement).value = '';
    this.#the('[data-note]:not([hidden]) [data-undo]').focus();
  }

  #save() {
    const draft = draftWithName(this.#form, this.#keeper);
    download(`${this.#desk.title}.json`, JSON.stringify(draft, null, 2), 'application/json');
    this.#keeper.saved();
  }

  async #showExample() {
    const answer = await this.#talk.ask('example', {});
    if (answer) await this.#desk.showNew(answer.draft, 'example');
  }

  /** @param {string} selector */
  #the(selector) {
    return the(document, selector);
  }

  /**
   * @param {string} selector
   * @param {() => void} act
   */
  #on(selector, act) {
    for (const button of every(document, selector)) button.addEventListener('click', act);
  }
}
