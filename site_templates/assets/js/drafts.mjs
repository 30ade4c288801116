// What is typed, kept in this browser and nowhere else.

const keyOf = (notice) => `validator.draft.${notice}`;

/**
 * @returns {boolean} false when the browser refuses to keep anything
 */
export function keep(notice, draft) {
  try {
    localStorage.setItem(keyOf(notice), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/**
 * @returns {{draft?: object, damaged?: boolean}} nothing when nothing is kept
 */
export function kept(notice) {
  let text = null;
  try {
    text = localStorage.getItem(keyOf(notice));
    const draft = JSON.parse(text);
    return draft === null ? {} : { draft };
  } catch {
    return { damaged: text !== null };
  }
}

/** Wipe what is kept. */
export function forget(notice) {
  try {
    localStorage.removeItem(keyOf(notice));
  } catch {
    // A browser that refuses storage kept nothing.
  }
}

/** Call back when another tab keeps something for the same call. */
export function onKeptElsewhere(notice, act) {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === keyOf(notice) && newValue !== null) act();
  });
}
