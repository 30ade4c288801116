// Lists that grow by rows: every row is a copy of the list's template, addressed by its number.

/**
 * Add an empty row at the end of a list.
 * @param {HTMLElement} list `[data-rows]`: holds the pointer of the list
 * @returns {HTMLElement} the row
 */
export function addRow(list) {
  const row = list.querySelector(':scope > template').content.firstElementChild.cloneNode(true);
  const rows = list.querySelector(':scope > [data-list]');
  rows.append(row);
  number(row, rows.children.length - 1, list.dataset.rows);
  limit(list);
  return row;
}

/**
 * Remove a row; those after it move up.
 * @param {HTMLElement} row `[data-row]`
 * @returns {HTMLElement} what to focus: the row in its place, or the one before, or the button
 */
export function removeRow(row) {
  const list = row.closest('[data-rows]');
  const rows = row.parentElement;
  const index = [...rows.children].indexOf(row);
  row.remove();
  [...rows.children].slice(index)
    .forEach((later, place) => number(later, index + place, list.dataset.rows));
  limit(list);
  const neighbour = rows.children[index] ?? rows.lastElementChild;
  return neighbour?.querySelector('summary') ?? list.querySelector(':scope > [data-add]');
}

function limit(list) {
  const rows = list.querySelector(':scope > [data-list]');
  list.querySelector(':scope > [data-add]').disabled = rows.children.length >= Number(list.dataset.limit);
}

function number(row, index, pointer) {
  row.querySelector('[data-number]').textContent = index + 1;
  readdress(row, row.id, `${pointer}/${index}`);
}

// Every attribute that speaks of the row: names, ids, labels, what shows what.
function readdress(root, from, to) {
  if (from === to) return;
  const elements = [root, ...root.querySelectorAll('*')].filter((element) => element.nodeType === 1);
  for (const element of elements) {
    for (const attribute of element.attributes ?? []) {
      if (attribute.value.includes(from)) attribute.value = moved(attribute.value, from, to);
    }
    for (const inner of element.content?.children ?? []) readdress(inner, from, to);
  }
}

function moved(value, from, to) {
  return value.split(' ')
    .map((word) => (isAt(word, from) ? to + word.slice(from.length) : word))
    .join(' ');
}

function isAt(word, place) {
  return word.startsWith(place) && ['/', ':', undefined].includes(word[place.length]);
}
