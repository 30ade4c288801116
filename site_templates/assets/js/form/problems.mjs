// Answers that cannot be used: the problem is said beside the field, once the field is left.
import { around, every, maybe, the } from '../page/index.mjs';
import { holdsAnswer } from './controls.mjs';
import { elementAt } from './pointers.mjs';

const SHOWN = '[data-problem]:not([hidden])';

/**
 * @param {HTMLFormElement} form
 * @returns {string} the pointer of the answer that is being typed; '' for none, and also if the answer's
 *   problem is shown already, so that the problem disappears as soon as it is mended
 */
export function editingIn(form) {
  const { activeElement } = document;
  if (!holdsAnswer(activeElement) || !form.contains(activeElement)) return '';
  const question = activeElement.closest('[data-question]');
  return question && maybe(question, SHOWN) ? '' : activeElement.name;
}

/**
 * @param {HTMLFormElement} form
 * @param {{pointer: string, message: string}[]} problems
 * @param {string} editing what `editingIn` returned: the problem of this answer is not shown yet
 */
export function showProblems(form, problems, editing) {
  /** @type {Map<Element, string>} */
  const messages = new Map();
  const folded = new Set();
  for (const { pointer, message } of problems) {
    if (pointer === editing) continue;
    const place = elementAt(pointer);
    const question = place?.closest('[data-question]');
    if (question && !messages.has(question)) messages.set(question, message);
    const row = place?.closest('[data-row]');
    if (row && !question?.matches('.cell')) folded.add(row);
  }
  for (const said of every(form, SHOWN)) {
    const question = around(said, '[data-question]');
    if (!messages.has(question)) say(question, '');
  }
  for (const [question, message] of messages) say(question, message);
  for (const row of every(form, '[data-row]')) row.toggleAttribute('data-has-problem', folded.has(row));
}

/**
 * @param {Element} question
 * @param {string} message '' for no problem
 */
function say(question, message) {
  const place = the(question, '[data-problem]');
  place.hidden = !message;
  place.textContent = message;
  for (const control of every(question, '[name]')) {
    if (message) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
  }
}
