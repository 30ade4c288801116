// The form's answers as a draft.
import { answersOf } from './answers.mjs';

/**
 * @param {HTMLFormElement} form
 * @returns {import('./pointers.mjs').Draft} a copy: answered questions only; every row, even an empty one
 */
export function collect(form) {
  return JSON.parse(JSON.stringify(answersOf(form)));
}
