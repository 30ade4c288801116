// Puts what Python said of the whole form into the page.
import { updateRendered } from './rendered.mjs';

/**
 * @param {ParentNode} page
 * @param {{summary: string, counts_html: string, html: string}} answer escaped by Python
 */
export function showResults(page, { summary, counts_html: counts, html }) {
  const said = page.querySelector('[data-summary]');
  if (said.textContent !== summary) said.textContent = summary;
  updateRendered(page.querySelector('[data-counts]'), counts);
  updateRendered(page.querySelector('[data-results]'), html);
}

/** @param {{html: string}} answer what other ways of doing would come to */
export function showChanges(page, { html }) {
  const place = page.querySelector('[data-changes]');
  if (place) updateRendered(place, html);
}
