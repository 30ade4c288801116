// Makes requests to Python after a button was pressed, and shows how that went. The sentences are in the
// page's template; this script only shows and hides them.
import { every, the } from '../page/index.mjs';

/** @import { Failure } from '../../../../browser_python/boot/failure.mjs' */
/** @import { Engine } from './engine.mjs' */
/** @import { Answers, Name, Refusal, Requests } from './wire.d.ts' */

const PATIENCE = 400;
const AFRESH = ['stopped', 'overran', 'died']; // failures after which Python starts again by itself

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
      // The button is about to be hidden and would lose the focus.
      the(document, '#results-title').focus({ preventScroll: true });
      engine.stop();
    });
  }

  /**
   * Show one of the page's own sentences, and hide all others.
   * @param {string} name of the sentence; '' for none
   */
  note(name) {
    this.refuse('');
    for (const words of every(document, '[data-note]')) words.hidden = words.dataset.note !== name;
  }

  /**
   * Show why Python refused a request.
   * @param {string} words Python's sentence; '' for none
   */
  refuse(words) {
    the(document, '[data-refusal]').textContent = words;
  }

  /**
   * Make a request to Python; if Python refuses, show its sentence.
   * @template {Name} N
   * @param {N} name
   * @param {Requests[N] | Promise<Requests[N]>} request a promise of one that needs a file first
   * @returns {Promise<Answers[N] | undefined>} undefined when the request was refused or failed
   */
  async ask(name, request) {
    const waiting = setTimeout(() => this.note('working'), PATIENCE);
    try {
      const answer = await this.#engine.ask(name, await request);
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
   * Say that the results on the page are those of an earlier check, since Python was ended in this one.
   * @param {Failure} failure
   * @returns {boolean} false when the check failed for another reason
   */
  tellUnchecked({ code }) {
    if (!AFRESH.includes(code)) return false;
    this.note(`unchecked_${code}`);
    return true;
  }

  /** Hide the sentence of `tellUnchecked`: the form as it stands has been checked. */
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
