// Questions that are asked only after a certain answer.
import { answersOf } from './answers.mjs';
import { get } from './pointers.mjs';

/**
 * Show and hide questions according to the answers.
 * @param {HTMLElement} root the form, or a part of it
 * @param {string} [name] only those that wait for this answer
 */
export function refreshQuestions(root, name) {
  const answers = answersOf(root.closest('form'));
  const waiting = name ? `[data-shown-by="${CSS.escape(name)}"]` : '[data-shown-by]';
  for (const question of root.querySelectorAll(waiting)) {
    const { shownBy, shownValue } = question.dataset;
    question.hidden = String(get(answers, shownBy)) !== shownValue;
  }
}
