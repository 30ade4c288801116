// The form's answers as a draft.
import { answersOf } from './answers.mjs';

/**
 * @param {HTMLFormElement} form
 * @returns {object} a draft of its own: answered questions only; every row, even an empty one
 */
export function collect(form) {
  return JSON.parse(JSON.stringify(answersOf(form)));
}

/**
 * @param {HTMLFormElement} form
 * @param {object} autosave
 * @returns {object} the draft on screen as it is taken away: its name goes with it
 */
export function named(form, autosave) {
  const { draft_version: version, ...answers } = collect(form);
  const { name } = autosave.record;
  return { draft_version: version, ...(name && { draft_name: name }), ...answers };
}
