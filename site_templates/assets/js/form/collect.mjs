// The form's answers as a draft.
import { answersOf } from './answers.mjs';

/**
 * @param {HTMLFormElement} form
 * @returns {object} a draft of its own: answered questions only; every row, even an empty one
 */
export function collect(form) {
  return JSON.parse(JSON.stringify(answersOf(form)));
}
