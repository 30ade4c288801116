// Saves the form as one types, and says whether the browser let it.
import { collect } from './collect.mjs';
import { forget, keep, kept, onKeptElsewhere } from './drafts.mjs';

const PAUSE = 400;

export class Autosave {
  #form;
  #timer;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
    addEventListener('pagehide', () => this.#timer !== undefined && this.#save());
    onKeptElsewhere(form.dataset.notice, () => this.#say('elsewhere'));
  }

  /** What was saved before; undefined when there is nothing to come back to. */
  get last() {
    const { draft, damaged } = kept(this.#form.dataset.notice);
    if (damaged) this.#say('damaged');
    return draft;
  }

  /** Save after a pause in typing. */
  later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), PAUSE);
  }

  /** Wipe what was saved; what is on screen is saved again only when it changes. */
  wipe() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    forget(this.#form.dataset.notice);
  }

  #save() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#say(keep(this.#form.dataset.notice, collect(this.#form)) ? 'yes' : 'refused');
  }

  #say(state) {
    for (const words of this.#form.querySelectorAll('[data-saved]')) {
      words.hidden = words.dataset.saved !== state;
    }
  }
}
