// What of a draft the form asks: an answer to no question could be seen and mended nowhere.

const kept = new WeakMap();

/**
 * @param {HTMLFormElement} form
 * @param {object} draft
 * @returns {object} a copy with the answers to the form's own questions; rows keep their places
 */
export function known(form, draft) {
  if (!kept.has(form)) kept.set(form, placesIn(form));
  return pick(draft, '', kept.get(form)) ?? {};
}

function pick(value, place, places) {
  if (places.answers.has(place)) return value ?? undefined;
  if (places.lists.has(place)) {
    return Array.isArray(value) ? value.map((row) => pick(row, `${place}/-`, places) ?? {}) : undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const picked = Object.entries(value)
    .map(([step, inner]) => [step, pick(inner, `${place}/${step}`, places)])
    .filter(([, inner]) => inner !== undefined);
  return picked.length ? Object.fromEntries(picked) : undefined;
}

// Places in templates are those of the row after the last, `-`.
function placesIn(form) {
  const answers = new Set();
  const lists = new Set();
  const roots = [form];
  while (roots.length) {
    const root = roots.pop();
    for (const control of root.querySelectorAll('[name^="/"]')) answers.add(control.name);
    for (const list of root.querySelectorAll('[data-rows]')) lists.add(list.dataset.rows);
    for (const template of root.querySelectorAll('template')) roots.push(template.content);
  }
  return { answers, lists };
}
