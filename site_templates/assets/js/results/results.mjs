// Puts what Python said of the whole form into the page.
import { updateRendered } from './rendered.mjs';

/**
 * @param {ParentNode} page
 * @param {{summary: string, counts_html: string, html: string}} answer escaped by Python
 * @returns {Promise<void>} resolved when it is there
 */
export async function showResults(page, { summary, counts_html: counts, html }) {
  const said = page.querySelector('[data-summary]');
  if (said.textContent !== summary) said.textContent = summary;
  await updateRendered(page.querySelector('[data-counts]'), counts);
  await updateRendered(page.querySelector('[data-results]'), html);
}

/** @param {{html: string}} answer what other ways of doing would come to */
export async function showChanges(page, { html }) {
  const place = page.querySelector('[data-changes]');
  if (place) await updateRendered(place, html);
}
