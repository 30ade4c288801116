// The draft on screen as it leaves the page, in a file or in a document.
import { collect } from '../form/index.mjs';

/** @import { Draft } from './record.mjs' */
/** @import { Keeper } from './keeper.mjs' */

/**
 * @param {HTMLFormElement} form
 * @param {Keeper} keeper
 * @returns {Draft} with the name that a person gave it, which is no answer and not in the form
 */
export function draftWithName(form, keeper) {
  const { draft_version: version, ...answers } = collect(form);
  const { name } = keeper.record;
  return { draft_version: version, ...(name && { draft_name: name }), ...answers };
}
