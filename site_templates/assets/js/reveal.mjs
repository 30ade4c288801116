// Links to a place in the form: closed cards around it open, and it takes the focus.
import { elementAt } from './pointers.mjs';

const FOCUSABLE = 'input:not([type=hidden]), select, textarea';

/** Make the page's links to places in the form work, and the one it was opened with. */
export function followLinks() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#/"]');
    if (!link || !reveal(decodeURIComponent(link.hash.slice(1)))) return;
    event.preventDefault();
    history.pushState(null, '', link.hash);
  });
  // The browser looks for the address' place itself, up to the end of loading.
  if (document.readyState === 'complete') revealAddress();
  else addEventListener('load', revealAddress, { once: true });
}

function revealAddress() {
  if (location.hash.startsWith('#/')) reveal(decodeURIComponent(location.hash.slice(1)));
}

function reveal(pointer) {
  const place = elementAt(pointer);
  if (!place) return false;
  for (let card = place.closest('details'); card; card = card.parentElement.closest('details')) {
    card.open = true;
  }
  const own = place.querySelector(':scope > details');
  if (own) own.open = true;
  place.scrollIntoView({ block: place.matches('section') ? 'start' : 'center' });
  target(place).focus({ preventScroll: true });
  return true;
}

// A question takes the focus in its control, a card in its head, anything larger itself.
function target(place) {
  if (place.matches('[data-question]')) {
    return place.querySelector('input:checked') ?? place.querySelector(FOCUSABLE);
  }
  return place.querySelector(':scope > details > summary') ?? place;
}
