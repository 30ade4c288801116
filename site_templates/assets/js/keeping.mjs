// Saving to files, opening, wiping, handing out documents: the buttons, and undoing what they did.
import { collect } from './collect.mjs';
import { download, readText } from './files.mjs';
import { restore } from './restore.mjs';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export class Keeping {
  #form;
  #engine;
  #autosave;
  #changed;
  #before;

  /**
   * @param {HTMLFormElement} form
   * @param {object} engine
   * @param {object} autosave
   * @param {() => void} changed told when answers were replaced
   */
  constructor(form, engine, autosave, changed) {
    this.#form = form;
    this.#engine = engine;
    this.#autosave = autosave;
    this.#changed = changed;
    this.#on('[data-save-file]', () => this.#saveFile());
    this.#on('[data-example]', () => this.#example());
    this.#on('[data-undo]', () => this.#undo());
    this.#on('[data-clear]', () => this.#confirm(true));
    this.#on('[data-clear-no]', () => this.#confirm(false));
    this.#on('[data-clear-yes]', () => this.#clear());
    this.#on('[data-attachment]', (button) => this.#fill(button));
    this.#find('[data-open-file]').addEventListener('change', ({ target }) => this.#open(target));
  }

  /** Remember the answers as they are: what happens next can be undone. */
  remember() {
    this.#before = collect(this.#form);
  }

  /** Say one of the page's own sentences, and nothing else. */
  note(name) {
    this.refuse('');
    for (const words of document.querySelectorAll('[data-note]')) {
      words.hidden = words.dataset.note !== name;
    }
  }

  /** Say what Python refused, in its words. */
  refuse(words) {
    this.#find('[data-refusal]').textContent = words;
  }

  #replace(draft, note) {
    this.remember();
    restore(this.#form, draft);
    this.note(note);
    this.#changed();
  }

  #undo() {
    restore(this.#form, this.#before);
    this.note('');
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
    this.#replace({}, 'cleared');
    this.#autosave.wipe();
    this.#find('[data-note="cleared"] [data-undo]').focus();
  }

  #saveFile() {
    const draft = collect(this.#form);
    const name = draft.alliance?.name || this.#find('[data-save-file]').dataset.fileName;
    download(`${name}.json`, JSON.stringify(draft, null, 2), 'application/json');
  }

  async #example() {
    const answer = await this.#ask('example', { notice: this.#form.dataset.notice });
    if (answer) this.#replace(answer.draft, 'example');
  }

  async #open(input) {
    const text = await readText(input.files[0]).catch(() => null);
    input.value = '';
    const answer = await this.#ask('open', { text });
    if (!answer) return;
    this.#replace(answer.draft, 'opened');
    this.refuse(answer.warning);
  }

  async #fill({ dataset }) {
    const draft = JSON.stringify(collect(this.#form, { shown: true }));
    const bytes = await this.#ask('fill', { name: dataset.attachment, draft });
    if (!bytes) return;
    download(dataset.fileName, bytes, DOCX);
    this.note('downloaded');
  }

  // Ask Python; what it refuses is said in its own words.
  async #ask(name, payload) {
    try {
      const answer = await this.#engine.call(name, payload);
      this.note('');
      this.refuse(answer.error ?? '');
      return answer.error ? undefined : answer;
    } catch {
      this.note('failed');
      return undefined;
    }
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
