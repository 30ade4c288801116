// Asking Python after a button was pressed, and saying how it went. The page's own sentences stand
// in the page; here they are only shown and hidden.

const PATIENCE = 400;
const AFRESH = ['stopped', 'overran', 'died']; // Python was ended, and starts again by itself

export class Talk {
  #engine;

  /** @param {object} engine */
  constructor(engine) {
    this.#engine = engine;
    engine.onBusy = (isBusy) => {
      document.querySelector('[data-busy]').hidden = !isBusy;
    };
    document.querySelector('[data-stop]').addEventListener('click', () => {
      document.getElementById('results-title').focus({ preventScroll: true }); // the button goes
      engine.stop();
    });
  }

  /** Say one of the page's own sentences, and nothing else; '' for none. */
  note(name) {
    this.refuse('');
    for (const words of document.querySelectorAll('[data-note]')) {
      words.hidden = words.dataset.note !== name;
    }
  }

  /** Say what Python refused, in its words. */
  refuse(words) {
    document.querySelector('[data-refusal]').textContent = words;
  }

  /**
   * Ask Python; what it refuses is said in its own words.
   * @param {string} name
   * @param {unknown} payload
   * @returns {Promise<any>} undefined when it was refused or failed
   */
  async ask(name, payload) {
    const waiting = setTimeout(() => this.note('working'), PATIENCE);
    try {
      const answer = await this.#engine.call(name, payload);
      this.note('');
      this.refuse(answer.error ?? '');
      return answer.error ? undefined : answer;
    } catch (failure) {
      this.#tell(failure);
      return undefined;
    } finally {
      clearTimeout(waiting);
    }
  }

  /**
   * Say that a check did not come back because Python was ended; what is shown is an earlier one's.
   * @returns {boolean} false when that is not why
   */
  tellUnchecked({ code }) {
    if (!AFRESH.includes(code)) return false;
    this.note(`unchecked_${code}`);
    return true;
  }

  /** Take that back: the form as it stands is checked. */
  tellChecked() {
    for (const words of document.querySelectorAll('[data-note^="unchecked_"]')) words.hidden = true;
  }

  #tell({ code, file }) {
    if (AFRESH.includes(code)) {
      this.note(code);
      return;
    }
    if (code === 'replaced') this.note(code);
    else this.note(file ? 'not_fetched' : 'failed');
    document.querySelector('[data-note-file]').textContent = file;
  }
}
