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
