// The way back from what replaced the answers on screen: the last such act can be undone.
import { collect, showDraft } from '../form/index.mjs';

export class Undo {
  #form;
  /** @type {() => void | Promise<void>} */
  #back = () => {};

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
  }

  /**
   * Remembers the answers as they are: the act that follows can be undone.
   * @param {() => void | Promise<void>} [back] another way back than to show these answers
   */
  remember(back) {
    const before = collect(this.#form);
    this.#back = back ?? (() => showDraft(this.#form, before));
  }

  /** Undoes the last act. */
  async undo() {
    await this.#back();
  }
}
