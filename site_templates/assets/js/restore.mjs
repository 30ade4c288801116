// A draft back into the form.
import { controlsByName } from './collect.mjs';
import { get } from './pointers.mjs';
import { addRow } from './rows.mjs';
import { write } from './values.mjs';

/**
 * Show a draft, and nothing else. Cards that are open stay open.
 * @param {HTMLFormElement} form
 * @param {object} draft of any version that the page's own Python can read
 */
export function restore(form, draft) {
  const open = [...form.querySelectorAll('[data-row] > details[open]')].map((card) => card.parentElement.id);
  for (const row of form.querySelectorAll('[data-row]')) row.remove();
  // Lists inside new rows come later in this same walk.
  const lists = [...form.querySelectorAll('[data-rows]')];
  while (lists.length) {
    const list = lists.shift();
    const rows = get(draft, list.dataset.rows);
    if (!Array.isArray(rows)) continue;
    for (const _ of rows) lists.push(...addRow(list).querySelectorAll('[data-rows]'));
  }
  for (const [name, controls] of controlsByName(form)) {
    if (controls[0].type !== 'hidden') write(controls, get(draft, name));
  }
  for (const id of open) document.getElementById(id)?.firstElementChild.setAttribute('open', '');
}
