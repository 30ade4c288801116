// Puts the report, and the changes that would improve it, into the page.
import { maybe, the } from '../page/index.mjs';
import { updateRendered } from './rendered.mjs';

/**
 * @param {ParentNode} page
 * @param {{summary: string, counts_html: string, html: string}} answer escaped by Python
 * @returns {Promise<void>} resolved when the report is in the page
 */
export async function showResults(page, { summary, counts_html: counts, html }) {
  const said = the(page, '[data-summary]');
  if (said.textContent !== summary) said.textContent = summary;
  await updateRendered(the(page, '[data-counts]'), counts);
  await updateRendered(the(page, '[data-results]'), html);
}

/**
 * @param {ParentNode} page
 * @param {{html: string}} answer changes that would improve the report
 */
export async function showChanges(page, { html }) {
  const place = maybe(page, '[data-changes]');
  if (place) await updateRendered(place, html);
}
