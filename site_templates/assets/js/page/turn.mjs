// Lets the browser draw, and hear keys, before the page works on.

/** @returns {Promise<void>} resolved when it has; at once where nobody looks: timers sleep there */
export function turn() {
  return document.hidden ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve));
}
