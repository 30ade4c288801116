// Links to a place on the page: the step that holds the place is turned to, what is folded
// around it opens, and it takes the focus.
import { happenedIn, maybe, the } from '../page/index.mjs';
import { elementAt } from './pointers.mjs';
import { hasten, unfold } from './rows.mjs';

/** @import { Steps } from './steps.mjs' */

const FOCUSABLE = 'input:not([type=hidden]), select, textarea';
const PLACES = /^#(\/|files$|finding-|results-)/;

/**
 * Makes the page's links to its own places work, and the one that the page was opened with.
 * @param {Steps} [steps] where the page is shown step by step
 */
export function followLinks(steps) {
  document.addEventListener('click', (event) => {
    const link = happenedIn(event, 'a[href^="#"]', HTMLAnchorElement);
    if (!link || !reveal(link.hash, steps)) return;
    event.preventDefault();
    if (location.hash !== link.hash) history.pushState(null, '', link.hash);
  });
  addEventListener('popstate', () => setTimeout(() => { // after the browser has scrolled by itself
    if (location.hash) revealAddress(steps);
    else steps?.begin().focus(); // back where the page was opened
  }));
  // Until the end of loading the browser itself scrolls to the place that the address names.
  if (document.readyState === 'complete') revealAddress(steps);
  else addEventListener('load', () => revealAddress(steps), { once: true });
}

/**
 * Reveals the place that the page's address names. To be called again once that place is there.
 * @param {Steps} [steps]
 */
export function revealAddress(steps) {
  reveal(location.hash, steps);
}

/**
 * @param {string} hash
 * @param {Steps} [steps]
 * @returns {boolean} false where the page holds no such place
 */
function reveal(hash, steps) {
  if (!PLACES.test(hash)) return false;
  const place = find(decoded(hash.slice(1)));
  if (!place) return false;
  steps?.turnTo(place);
  /** @type {HTMLElement | null} */
  let card = place;
  for (; card; card = card.parentElement) {
    if (card instanceof HTMLDetailsElement) card.open = true;
    if (card.matches('[data-rest]') && card.parentElement) unfold(card.parentElement);
    if (card.matches('[data-row]')) hasten(card);
  }
  place.scrollIntoView({ block: place.matches('[data-step], details') ? 'start' : 'center' });
  target(place).focus({ preventScroll: true });
  return true;
}

/** @param {string} place */
function decoded(place) {
  try {
    return decodeURIComponent(place);
  } catch {
    return place; // not an address that this site has written
  }
}

/**
 * The rest of a row is made first where the place is in it.
 * @param {string} place
 */
function find(place) {
  const found = elementAt(place);
  if (!found?.matches('[data-row]') || found.id === place) return found;
  unfold(found);
  return elementAt(place);
}

/**
 * @param {HTMLElement} place
 * @returns {HTMLElement} what takes the focus: the control of a question, the heading of a step
 */
function target(place) {
  if (place.matches('[data-step]')) return the(place, 'h2');
  if (place.matches('details')) return the(place, 'summary');
  if (place.matches('[data-question]')) return maybe(place, 'input:checked') ?? the(place, FOCUSABLE);
  return place;
}
