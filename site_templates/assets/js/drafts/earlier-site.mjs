// The one draft that editions of this site before draft records kept, as text in local storage.
import { keep } from './store.mjs';

/** @import { Draft, DraftRecord } from './record.mjs' */

/** @param {string} call */
const keyOf = (call) => `validator.draft.${call}`;

/**
 * Brings that draft into the store. Text that is no JSON is kept as it is: the list says that the
 * draft is damaged, and it can be removed there.
 * @param {string} call id of the call
 * @param {() => Promise<DraftRecord>} makeRecord makes the record of a draft not kept yet
 */
export async function keepEarlier(call, makeRecord) {
  const text = localStorage.getItem(keyOf(call));
  if (text === null) return;
  const { kept } = await keep({ ...await makeRecord(), draft: parsed(text) });
  if (kept) localStorage.removeItem(keyOf(call));
}

/**
 * @param {string} text
 * @returns {Draft}
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return /** @type {Draft} */ (/** @type {unknown} */ (text));
  }
}
