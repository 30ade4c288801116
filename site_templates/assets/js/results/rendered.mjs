// The one place where Python's HTML enters the page. Python has escaped what people typed.
import morphdom from 'morphdom';
import { turn } from '../page/index.mjs';

/**
 * @param {Element} place
 * @param {string} html from Python; '' to empty the place
 */
export function showRendered(place, html) {
  place.innerHTML = html;
}

/**
 * Changes only what differs: the focus, and what the reader has folded, stay as they are.
 * @param {Element} place
 * @param {string} html from Python
 * @returns {Promise<void>} resolved when the HTML is in the page
 */
export async function updateRendered(place, html) {
  const wanted = /** @type {Element} */ (place.cloneNode(false));
  wanted.innerHTML = html;
  if (place.firstElementChild) await turn(); // The first HTML is drawn at once, since people wait for it.
  morphdom(place, wanted, {
    childrenOnly: true,
    getNodeKey: (node) => (node instanceof Element ? node.id : undefined),
    onBeforeElUpdated(before, next) {
      if (before instanceof HTMLDetailsElement && next instanceof HTMLDetailsElement) next.open = before.open;
      if (before.matches('[data-changes]')) return false; // filled by showChanges
      return !before.isEqualNode(next);
    },
  });
}
