// What lasts until the tab is closed, and no longer.

/** @returns {boolean} false when the browser refuses to keep anything */
export function keep(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** What was kept; undefined when there is nothing to be read. */
export function kept(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Wipe what was kept. */
export function forget(key) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // A browser that refuses storage kept nothing.
  }
}
