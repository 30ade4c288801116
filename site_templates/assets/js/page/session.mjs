// What lasts until the tab is closed, and no longer.

/**
 * @param {string} key
 * @param {unknown} value any JSON value
 * @returns {boolean} false when the browser refuses to keep anything
 */
export function keep(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} key
 * @returns {unknown} what was kept; undefined when nothing can be read
 */
export function kept(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Wipes what was kept.
 * @param {string} key
 */
export function forget(key) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // A browser that refuses storage kept nothing.
  }
}
