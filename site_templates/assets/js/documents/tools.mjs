// What the buttons of the documents and those of the report have in common: Python makes a file of the
// draft on the screen, and the visitor previews or saves the file.
import { draftWithName } from '../drafts/index.mjs';
import { download, the } from '../page/index.mjs';

/** @import { Keeper } from '../drafts/index.mjs' */
/** @import { Talk } from '../engine/index.mjs' */
/** @import { FileAnswer } from '../engine/wire.d.ts' */
/** @import { Preview } from './preview.mjs' */

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export class Tools {
  #keeper;

  /**
   * @param {HTMLFormElement} form
   * @param {Talk} talk
   * @param {Preview} preview
   * @param {Keeper} keeper
   */
  constructor(form, talk, preview, keeper) {
    this.form = form;
    this.talk = talk;
    this.preview = preview;
    this.#keeper = keeper;
  }

  /** Whether the file is to be clean: without the draft, which a file otherwise carries. */
  get clean() {
    return the(this.form, '[data-clean]', HTMLInputElement).checked;
  }

  /** The draft on the screen, as JSON text. */
  get draft() {
    return JSON.stringify(draftWithName(this.form, this.#keeper));
  }

  /** @param {FileAnswer | undefined} file undefined when Python made none @param {string} type */
  save(file, type) {
    if (!file) return;
    download(file.name, file.content, type);
    this.talk.note('downloaded');
  }
}
