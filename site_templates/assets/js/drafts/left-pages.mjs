// What pages had not kept yet when they were left, until another page brings it into the store. Local
// storage takes it at once: IndexedDB drops a write that waits for another one when its page goes.

/** @import { DraftRecord } from './record.mjs' */

const PREFIX = 'validator.left.';

/** @param {DraftRecord} record of the draft on a page that is being left */
export function keepAtOnce(record) {
  try {
    localStorage.setItem(PREFIX + record.page, JSON.stringify(record));
  } catch {
    // Full, or refused: nobody looks at the page any more.
  }
}

/** @returns {DraftRecord[]} what no page brought into the store yet */
export function leftRecords() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).flatMap(read);
  } catch {
    return []; // A browser that refuses storage kept nothing.
  }
}

/** @param {string} page id of the page whose record is in the store, or was removed */
export function removeLeft(page) {
  try {
    localStorage.removeItem(PREFIX + page);
  } catch {
    // A browser that refuses storage kept nothing.
  }
}

/** @param {() => void} act called when another page was left with something not kept yet */
export function onLeft(act) {
  addEventListener('storage', ({ key, newValue }) => {
    if (newValue && key?.startsWith(PREFIX)) act();
  });
}

/**
 * @param {string} key
 * @returns {DraftRecord[]} none where another page brought it into the store meanwhile
 */
function read(key) {
  try {
    const record = JSON.parse(localStorage.getItem(key) ?? 'null');
    return record?.id ? [record] : [];
  } catch {
    return [];
  }
}
