// Answers that cannot be used: the message beside the field, once the field is left.
import { elementAt } from './pointers.mjs';

/** The pointer of the answer being typed, unless its message already shows; else ''. */
export function editing(form) {
  const { activeElement } = document;
  const name = (form.contains(activeElement) && activeElement.name) || '';
  const shown = activeElement.closest('[data-question]')?.querySelector('[data-error]:not([hidden])');
  return name.startsWith('/') && !shown ? name : '';
}

/**
 * @param {HTMLFormElement} form
 * @param {{pointer: string, message: string}[]} problems
 * @param {string} spared the pointer of an answer whose message has to wait
 */
export function showErrors(form, problems, spared) {
  const messages = new Map();
  const folded = new Set();
  for (const { pointer, message } of problems) {
    if (pointer === spared) continue;
    const place = elementAt(pointer);
    const question = place?.closest('[data-question]');
    if (question && !messages.has(question)) messages.set(question, message);
    const row = place?.closest('[data-row]');
    if (row && !question?.matches('.cell')) folded.add(row);
  }
  for (const error of form.querySelectorAll('[data-error]:not([hidden])')) {
    const question = error.closest('[data-question]');
    if (!messages.has(question)) mark(question, '');
  }
  for (const [question, message] of messages) mark(question, message);
  for (const row of form.querySelectorAll('[data-row]')) row.toggleAttribute('data-wrong', folded.has(row));
}

function mark(question, message) {
  const error = question.querySelector('[data-error]');
  error.hidden = !message;
  error.textContent = message;
  for (const control of question.querySelectorAll('[name]')) {
    if (message) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
  }
}
