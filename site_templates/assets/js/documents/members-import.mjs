// Reads members from a spreadsheet into the form: from a filled template, or from pasted rows.
import { answersOf, collect } from '../form/index.mjs';
import { onChosen, the } from '../page/index.mjs';
import { showTold } from '../results/index.mjs';

/** @import { DraftTools } from '../drafts/index.mjs' */
/** @import { Talk } from '../engine/index.mjs' */

export class MembersImport {
  #form;
  #talk;
  #drafts;

  /**
   * @param {HTMLFormElement} form
   * @param {Talk} talk
   * @param {DraftTools} drafts
   */
  constructor(form, talk, drafts) {
    this.#form = form;
    this.#talk = talk;
    this.#drafts = drafts;
    onChosen('[data-import-file]', (file) => this.importFile(file));
    the(form, '[data-import-paste]').addEventListener('click', () => this.#pasteBox());
  }

  /**
   * Reads members from an .xlsx file.
   * @param {File} file
   */
  async importFile(file) {
    if (file.size > Number(this.#form.dataset.fileMax)) {
      this.#talk.note('too_large');
      return;
    }
    await this.#import({ content: file, replace: this.#replace });
  }

  /**
   * Reads rows that were copied from a spreadsheet. A row about a member in the form updates this
   * member; every other row adds a member.
   * @param {string} text
   */
  paste(text) {
    return this.#import({ text });
  }

  async #pasteBox() {
    const box = the(this.#form, '[data-paste]', HTMLTextAreaElement);
    const answer = await this.#import({ text: box.value, replace: this.#replace });
    if (answer?.whole) box.value = '';
  }

  get #replace() {
    return the(this.#form, '[data-replace]', HTMLInputElement).checked;
  }

  /** @param {{text?: string, content?: File, replace?: boolean}} given */
  async #import(given) {
    showTold('members', ''); // The account of an earlier import is no longer true.
    if ((given.text?.length ?? 0) > Number(this.#form.dataset.pastedMax)) {
      this.#talk.note('pasted_too_long');
      return undefined;
    }
    let answer;
    let draft;
    // The visitor may change members while Python reads the table. The answer would undo that change,
    // so the import is then made again, with the members that the form has now.
    do {
      draft = this.#members;
      answer = await this.#talk.ask('import_members', { ...given, draft });
    } while (answer && draft !== this.#members);
    if (!answer) return undefined;
    const { members, taken } = answer;
    if (taken) await this.#drafts.show({ ...collect(this.#form), members }, 'imported');
    else this.#talk.note('not_imported');
    showTold('members', answer.html);
    return answer;
  }

  // A draft of the members alone. Python needs no other answer, and a change of another answer
  // during an import is no reason to make the import again.
  get #members() {
    const { draft_version: version, members } = answersOf(this.#form);
    return JSON.stringify({ draft_version: version, members });
  }
}
