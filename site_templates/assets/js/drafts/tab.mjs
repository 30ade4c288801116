// What a tab knows of itself: which page it shows, and the draft to show again when it is reloaded.
import { newId } from './record.mjs';

/** @param {string} call */
const keyOf = (call) => `validator.current.${call}`;

/** The id of this page, until it is left. */
export const page = newId();

/**
 * @param {string} call id of the call
 * @returns {string | null} id of the draft that this tab showed last
 */
export function draftOfTab(call) {
  try {
    return sessionStorage.getItem(keyOf(call));
  } catch {
    return null; // A browser that refuses storage kept nothing.
  }
}

/**
 * @param {string} call id of the call
 * @param {string} id of the draft to show when this tab is reloaded; '' for none
 */
export function setDraftOfTab(call, id) {
  try {
    if (id) sessionStorage.setItem(keyOf(call), id);
    else sessionStorage.removeItem(keyOf(call));
  } catch {
    // The store refuses as well, and the page says so.
  }
}
