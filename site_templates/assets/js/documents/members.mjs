// Members from a spreadsheet: a filled template, or pasted rows.
import { collect } from '../form/index.mjs';
import { onChosen, readBase64 } from '../page/index.mjs';
import { showReport } from '../results/index.mjs';

export class Members {
  #form;
  #talk;
  #drafts;

  /**
   * @param {HTMLFormElement} form
   * @param {object} talk
   * @param {object} drafts
   */
  constructor(form, talk, drafts) {
    this.#form = form;
    this.#talk = talk;
    this.#drafts = drafts;
    onChosen('[data-import-file]', (file) => this.importFile(file));
    form.querySelector('[data-import-paste]').addEventListener('click', () => this.#pasteBox());
  }

  /** Take the members out of an .xlsx file. */
  async importFile(file) {
    if (file.size > Number(this.#form.dataset.fileMax)) {
      this.#talk.note('too_large');
      return;
    }
    const content = await readBase64(file).catch(() => undefined);
    if (content === undefined) this.#talk.note('unreadable');
    else await this.#import({ content, replace: this.#replace });
  }

  /** Add rows that were copied from a spreadsheet, and update the members that they are about. */
  paste(text) {
    return this.#import({ text });
  }

  async #pasteBox() {
    const box = this.#form.querySelector('[data-paste]');
    const answer = await this.#import({ text: box.value, replace: this.#replace });
    if (answer && !answer.problems.length) box.value = '';
  }

  get #replace() {
    return this.#form.querySelector('[data-replace]').checked;
  }

  async #import(given) {
    showReport('members', ''); // what it says is of an earlier table
    if (given.text?.length > Number(this.#form.dataset.pastedMax)) {
      this.#talk.note('pasted_too_long');
      return undefined;
    }
    let answer;
    let asked;
    // Somebody may go on typing meanwhile: the table then goes into the members as they are now.
    do {
      asked = JSON.stringify(collect(this.#form));
      answer = await this.#talk.ask('import_members', { ...given, draft: asked });
    } while (answer && !this.#stillHas(JSON.parse(asked).members));
    if (!answer) return undefined;
    const { members } = answer.draft;
    await this.#drafts.replace({ ...collect(this.#form), members }, 'imported');
    showReport('members', answer.html);
    return answer;
  }

  #stillHas(members) {
    return JSON.stringify(members) === JSON.stringify(collect(this.#form).members);
  }
}
