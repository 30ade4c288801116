// The one place where HTML enters the page: Python rendered it and escaped what people typed.

/**
 * @param {Element} place
 * @param {string} html from Python; '' to empty the place
 */
export function showRendered(place, html) {
  place.innerHTML = html;
}
