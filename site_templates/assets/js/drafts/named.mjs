// The draft on screen as it leaves the page: in a file, or in the documents.
import { collect } from '../form/index.mjs';

/**
 * @param {HTMLFormElement} form
 * @param {object} autosave
 * @returns {object} the draft on screen; unlike an answer its name stands apart, and goes with it
 */
export function named(form, autosave) {
  const { draft_version: version, ...answers } = collect(form);
  const { name } = autosave.record;
  return { draft_version: version, ...(name && { draft_name: name }), ...answers };
}
