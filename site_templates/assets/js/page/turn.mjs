// Lets the browser draw, and handle keys, before the page's script continues.

/**
 * @returns {Promise<void>} resolved when the browser had its turn; at once in a tab that nobody sees,
 *   where browsers delay timers
 */
export function turn() {
  return document.hidden ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve));
}
