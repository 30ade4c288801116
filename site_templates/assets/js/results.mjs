// Puts what Python rendered into the page.

/**
 * @param {ParentNode} page
 * @param {{summary: string, counts_html: string, html: string}} answer escaped by Python
 */
export function showResults(page, { summary, counts_html: counts, html }) {
  const said = page.querySelector('[data-summary]');
  if (said.textContent !== summary) said.textContent = summary;
  page.querySelector('[data-counts]').innerHTML = counts;
  const place = page.querySelector('[data-results]');
  const open = new Map([...place.querySelectorAll('details[id]')].map((it) => [it.id, it.open]));
  place.innerHTML = html;
  for (const group of place.querySelectorAll('details[id]')) {
    group.open = open.get(group.id) ?? group.open;
  }
}
