// What pages had not kept yet when they were left, until the next page brings it into the drafts.
// In local storage, which takes it at once: a write to IndexedDB that waits for another one is
// dropped when its page goes.
const PREFIX = 'validator.left.';

/** Put a draft down as its page is left. */
export function leave(record) {
  try {
    localStorage.setItem(PREFIX + record.page, JSON.stringify(record));
  } catch {
    // Full, or refused: there is nobody left to tell.
  }
}

/** @returns {import('./store.mjs').DraftRecord[]} what pages put down and nobody took yet */
export function left() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).flatMap(read);
  } catch {
    return []; // A browser that refuses storage kept nothing.
  }
}

/** What a page put down is kept elsewhere, or wanted no more. */
export function forget(page) {
  try {
    localStorage.removeItem(PREFIX + page);
  } catch {
    // A browser that refuses storage kept nothing.
  }
}

/** Call back when another page was left with something not kept yet. */
export function onLeft(act) {
  addEventListener('storage', ({ key, newValue }) => newValue && key.startsWith(PREFIX) && act());
}

function read(key) {
  try {
    const record = JSON.parse(localStorage.getItem(key));
    return record?.id ? record : []; // Nothing where another page took it meanwhile.
  } catch {
    return [];
  }
}
