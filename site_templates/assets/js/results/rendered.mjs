// The one place where Python's HTML enters the page: it has escaped what people typed.
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
 * Change only what differs: what has the focus, or was folded by the reader, stays so.
 * @param {Element} place
 * @param {string} html from Python
 * @returns {Promise<void>} resolved when it is there
 */
export async function updateRendered(place, html) {
  const wanted = place.cloneNode(false);
  wanted.innerHTML = html;
  if (place.firstElementChild) await turn(); // what is shown first is waited for
  morphdom(place, wanted, {
    childrenOnly: true,
    getNodeKey: ({ id }) => id,
    onBeforeElUpdated(shown, next) {
      if (shown.matches('details')) next.open = shown.open;
      if (shown.matches('[data-changes]')) return false; // asked for and shown apart
      return !shown.isEqualNode(next);
    },
  });
}
