// Asking Python after a button was pressed, and saying how it went. The page's own sentences stand
// in the page; here they are only shown and hidden.
import { every, the } from '../page/index.mjs';

/** @import { Failure } from '../../../../browser_python/boot/failure.mjs' */
/** @import { Engine } from './engine.mjs' */
/** @import { Answers, Name, Refusal, Requests } from './wire.d.ts' */

const PATIENCE = 400;
const AFRESH = ['stopped', 'overran', 'died']; // Python was ended, and starts again by itself

/**
 * @template Answer
 * @param {Answer | Refusal} answer
 * @returns {answer is Refusal} whether Python refused, and says why
 */
export function isRefusal(answer) {
  return typeof answer === 'object' && answer !== null && 'error' in answer;
}

export class Talk {
  #engine;

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
    engine.onBusy = (isBusy) => {
      the(document, '[data-busy]').hidden = !isBusy;
    };
    the(document, '[data-stop]').addEventListener('click', () => {
      the(document, '#results-title').focus({ preventScroll: true }); // the button goes
      engine.stop();
    });
  }

  /**
   * Say one of the page's own sentences, and nothing else.
   * @param {string} name of the sentence; '' for none
   */
  note(name) {
    this.refuse('');
    for (const words of every(document, '[data-note]')) words.hidden = words.dataset.note !== name;
  }

  /**
   * Say what Python refused.
   * @param {string} words Python's own; '' for none
   */
  refuse(words) {
    the(document, '[data-refusal]').textContent = words;
  }

  /**
   * Ask Python; what it refuses is said in its own words.
   * @template {Name} N
   * @param {N} name
   * @param {Requests[N]} request
   * @returns {Promise<Answers[N] | undefined>} undefined when it was refused or failed
   */
  async ask(name, request) {
    const waiting = setTimeout(() => this.note('working'), PATIENCE);
    try {
      const answer = await this.#engine.ask(name, request);
      this.note('');
      if (!isRefusal(answer)) return answer;
      this.refuse(answer.error);
      return undefined;
    } catch (failure) {
      this.#tell(/** @type {Failure} */ (failure)); // the engine throws nothing else
      return undefined;
    } finally {
      clearTimeout(waiting);
    }
  }

  /**
   * Say that a check did not come back because Python was ended; what is shown is an earlier one's.
   * @param {Failure} failure
   * @returns {boolean} false when that is not why
   */
  tellUnchecked({ code }) {
    if (!AFRESH.includes(code)) return false;
    this.note(`unchecked_${code}`);
    return true;
  }

  /** Take that back: the form as it stands is checked. */
  tellChecked() {
    for (const words of every(document, '[data-note^="unchecked_"]')) words.hidden = true;
  }

  /** @param {Failure} failure */
  #tell({ code, file }) {
    if (AFRESH.includes(code)) {
      this.note(code);
      return;
    }
    if (code === 'replaced' || code === 'unreadable') this.note(code);
    else this.note(file ? 'not_fetched' : 'failed');
    the(document, '[data-note-file]').textContent = file;
  }
}
