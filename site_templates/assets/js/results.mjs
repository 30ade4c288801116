// Puts what Python rendered into the page.
import { showRendered } from './rendered.mjs';

/**
 * @param {ParentNode} page
 * @param {{summary: string, counts_html: string, html: string}} answer escaped by Python
 */
export function showResults(page, { summary, counts_html: counts, html }) {
  const said = page.querySelector('[data-summary]');
  if (said.textContent !== summary) said.textContent = summary;
  showRendered(page.querySelector('[data-counts]'), counts);
  const place = page.querySelector('[data-results]');
  const open = new Map([...place.querySelectorAll('details[id]')].map((it) => [it.id, it.open]));
  showRendered(place, html);
  for (const group of place.querySelectorAll('details[id]')) {
    group.open = open.get(group.id) ?? group.open;
  }
}
