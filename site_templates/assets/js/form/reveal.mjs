// Links to a place on the page: the part of the form that holds it is turned to, what is folded
// around it opens, and it takes the focus.
import { elementAt } from './pointers.mjs';
import { hasten, unfold } from './rows.mjs';

const FOCUSABLE = 'input:not([type=hidden]), select, textarea';
const PLACES = /^#(\/|files$|finding-|results-)/;

/**
 * Make the page's links to its own places work, and the one it was opened with.
 * @param {Steps} [steps] where the page is shown part by part
 */
export function followLinks(steps) {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || !reveal(link.hash, steps)) return;
    event.preventDefault();
    if (location.hash !== link.hash) history.pushState(null, '', link.hash);
  });
  addEventListener('popstate', () => setTimeout(() => { // after the browser's own way there
    if (location.hash) revealAddress(steps);
    else steps?.begin().focus(); // back where the page was opened
  }));
  // The browser looks for the address' place itself, up to the end of loading.
  if (document.readyState === 'complete') revealAddress(steps);
  else addEventListener('load', () => revealAddress(steps), { once: true });
}

/** Reveal the place that the page's address names; once more when what it names is there. */
export function revealAddress(steps) {
  reveal(location.hash, steps);
}

function reveal(hash, steps) {
  if (!PLACES.test(hash)) return false;
  const place = find(decoded(hash.slice(1)));
  if (!place) return false;
  steps?.turnTo(place);
  for (let card = place; card; card = card.parentElement) {
    if (card.matches('details')) card.open = true;
    if (card.matches('[data-rest]')) unfold(card.parentElement);
    if (card.matches('[data-row]')) hasten(card);
  }
  place.scrollIntoView({ block: place.matches('[data-step], details') ? 'start' : 'center' });
  target(place).focus({ preventScroll: true });
  return true;
}

function decoded(place) {
  try {
    return decodeURIComponent(place);
  } catch {
    return place; // no address of ours
  }
}

// What a row has not shown yet is made first.
function find(place) {
  const found = elementAt(place);
  if (!found?.matches('[data-row]') || found.id === place) return found;
  unfold(found);
  return elementAt(place);
}

// A question takes the focus in its control, a part of the form in its heading.
function target(place) {
  if (place.matches('[data-step]')) return place.querySelector('h2');
  if (place.matches('details')) return place.querySelector('summary');
  if (place.matches('[data-question]')) {
    return place.querySelector('input:checked') ?? place.querySelector(FOCUSABLE);
  }
  return place;
}
