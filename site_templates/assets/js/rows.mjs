// Lists that grow by rows. A row shows its first answers at once; the rest of it is made when
// somebody looks: thirty members would else be ten thousand elements.
import { answersOf, controlsByName, rowsOf } from './answers.mjs';
import { get, take } from './pointers.mjs';
import { write } from './values.mjs';
import { refreshQuestions } from './visibility.mjs';

/**
 * Add an empty row at the end of a list.
 * @param {HTMLElement} list `[data-rows]`: holds the pointer of the list
 * @returns {HTMLElement} the row
 */
export function addRow(list) {
  rowsOf(list.closest('form'), list.dataset.rows).push({});
  return showRow(list);
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
  const form = list.closest('form');
  const left = rowsOf(form, list.dataset.rows);
  left.splice(index, 1);
  if (!left.length) take(answersOf(form), list.dataset.rows);
  row.remove();
  [...rows.children].slice(index)
    .forEach((later, place) => number(later, index + place, list.dataset.rows));
  limit(list);
  const neighbour = rows.children[index] ?? rows.lastElementChild;
  return neighbour?.querySelector('[name]') ?? list.querySelector(':scope > [data-add]');
}

/** Show every row of the lists inside an element, each with its answers. */
export function showRows(root) {
  for (const list of root.querySelectorAll('[data-rows]')) {
    const rows = get(answersOf(list.closest('form')), list.dataset.rows);
    if (Array.isArray(rows)) rows.forEach(() => showRow(list));
  }
}

/** Write the answers into the controls of an element. */
export function showAnswers(root, form) {
  const answers = answersOf(form);
  for (const [name, controls] of controlsByName(root.querySelectorAll('[name]'))) {
    if (controls[0].type !== 'hidden') write(controls, get(answers, name));
  }
}

/** Show the rest of a row, or fold it away. */
export function unfold(row, open = true) {
  const button = row.querySelector(':scope > [data-unfold]');
  if (!button) return;
  const rest = row.querySelector(':scope > [data-rest]');
  button.setAttribute('aria-expanded', open);
  rest.hidden = !open;
  if (rest.hasChildNodes()) return;
  const list = row.closest('[data-rows]');
  rest.append(list.querySelector(':scope > [data-rest-template]').content.cloneNode(true));
  readdress(rest, blankOf(list), row.id);
  showAnswers(rest, row.closest('form'));
  showRows(rest);
  refreshQuestions(rest);
  rest.dispatchEvent(new Event('change', { bubbles: true })); // what is wrong in it may be said
}

function showRow(list) {
  const row = list.querySelector(':scope > [data-row-template]').content.firstElementChild.cloneNode(true);
  const rows = list.querySelector(':scope > [data-list]');
  rows.append(row);
  number(row, rows.children.length - 1, list.dataset.rows);
  showAnswers(row, list.closest('form'));
  limit(list);
  return row;
}

function limit(list) {
  const rows = list.querySelector(':scope > [data-list]');
  list.querySelector(':scope > [data-add]').disabled = rows.children.length >= Number(list.dataset.limit);
}

function number(row, index, pointer) {
  row.querySelector('[data-number]').textContent = index + 1;
  readdress(row, row.id, `${pointer}/${index}`);
}

const blankOf = (list) => `${list.dataset.rows}/-`;

// Every attribute that speaks of the row: names, ids, labels, what shows what.
function readdress(root, from, to) {
  if (from === to) return;
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const attribute of element.attributes) {
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
