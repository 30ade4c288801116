// Lists that grow by rows. A row shows its first answers at once; the rest of the row is made when
// somebody unfolds it: thirty members would otherwise be ten thousand elements.
import { around, every, maybe, the, turn } from '../page/index.mjs';
import { answersOf, rowsOf } from './answers.mjs';
import { controlsByName } from './controls.mjs';
import { get, take } from './pointers.mjs';
import { refreshQuestions } from './questions.mjs';
import { write } from './values.mjs';

const SOME = 4;
const TURN = 16; // milliseconds: the browser draws as often

/**
 * Adds an empty row at the end of a list.
 * @param {HTMLElement} list `[data-rows]`: holds the pointer of the list
 * @returns {HTMLElement} the row
 */
export function addRow(list) {
  rowsOf(formOf(list), pointerOf(list)).push({});
  append(list);
  const row = the(list, ':scope > [data-list] > :last-child');
  hasten(row);
  return row;
}

/**
 * Lays a row out that is needed now: of many rows, rows.css delays the last.
 * @param {HTMLElement} row `[data-row]`
 */
export function hasten(row) {
  for (const delay of row.getAnimations()) delay.finish();
}

/**
 * Removes a row; those after it move up.
 * @param {HTMLElement} row `[data-row]`
 * @returns {HTMLElement} what to focus: the row that took its place, or the one before, or the button
 */
export function removeRow(row) {
  const list = around(row, '[data-rows]');
  const pointer = pointerOf(list);
  const place = the(list, ':scope > [data-list]');
  const index = [...place.children].indexOf(row);
  const answers = rowsOf(formOf(list), pointer);
  answers.splice(index, 1);
  if (!answers.length) take(answersOf(formOf(list)), pointer);
  row.remove();
  const rows = every(place, ':scope > [data-row]');
  rows.slice(index).forEach((later, step) => number(later, index + step, pointer));
  limit(list);
  const neighbour = rows[index] ?? rows.at(-1);
  return (neighbour && maybe(neighbour, '[name]')) ?? the(list, ':scope > [data-add]');
}

/**
 * Shows every row of a form's lists, each with its answers. Some rows at a time: the browser draws
 * and hears keys in between, and rows that are removed meanwhile are not made.
 * @param {HTMLFormElement} form
 * @returns {Promise<void>} resolved when all are there
 */
export async function showRows(form) {
  let since = performance.now();
  for (const list of every(form, '[data-rows]')) {
    while (append(list, SOME)) {
      if (performance.now() - since < TURN) continue;
      await turn();
      since = performance.now();
    }
  }
}

/**
 * Writes the answers into controls.
 * @param {ParentNode} root what holds the controls
 * @param {HTMLFormElement} form
 */
export function showAnswers(root, form) {
  const answers = answersOf(form);
  for (const [name, controls] of controlsByName(root.querySelectorAll('[name]'))) {
    if (controls[0].type !== 'hidden') write(controls, get(answers, name));
  }
}

/**
 * Shows the rest of a row, or folds it away.
 * @param {HTMLElement} row `[data-row]`
 */
export function unfold(row, open = true) {
  const button = maybe(row, ':scope > [data-unfold]');
  if (!button) return;
  const rest = the(row, ':scope > [data-rest]');
  button.setAttribute('aria-expanded', String(open));
  rest.hidden = !open;
  if (rest.hasChildNodes()) return;
  const list = around(row, '[data-rows]');
  rest.append(the(list, ':scope > [data-rest-template]', HTMLTemplateElement).content.cloneNode(true));
  readdress(rest, blankOf(list), row.id);
  showAnswers(rest, formOf(row));
  for (const inner of every(rest, '[data-rows]')) append(inner);
  refreshQuestions(rest);
  rest.dispatchEvent(new Event('change', { bubbles: true })); // the problems in it may now be said
}

/**
 * Adds rows that a list's answers have and the list has not. They are made of text, which no answer
 * goes into: many times faster than to clone elements and to readdress each.
 * @param {HTMLElement} list
 * @param {number} [most] how many
 * @returns {boolean} whether any were added
 */
function append(list, most = Infinity) {
  limit(list);
  const rows = the(list, ':scope > [data-list]');
  const before = rows.children.length;
  const count = Math.min(most, lengthOf(list) - before);
  if (count <= 0) return false;
  const blank = the(list, ':scope > [data-row-template]', HTMLTemplateElement).innerHTML.trim();
  const places = Array.from({ length: count }, (_, place) => `${pointerOf(list)}/${before + place}`);
  const added = document.createElement('template');
  added.innerHTML = places.map((place) => blank.split(blankOf(list)).join(place)).join('');
  [...added.content.children].forEach((row, place) => sayNumber(row, before + place));
  showAnswers(added.content, formOf(list));
  rows.append(added.content);
  return true;
}

/** @param {HTMLElement} list */
function limit(list) {
  const add = the(list, ':scope > [data-add]', HTMLButtonElement);
  add.disabled = lengthOf(list) >= Number(list.dataset.limit);
}

/** @param {HTMLElement} list */
function lengthOf(list) {
  const rows = get(answersOf(formOf(list)), pointerOf(list));
  return Array.isArray(rows) ? rows.length : 0;
}

/**
 * @param {HTMLElement} row
 * @param {number} index
 * @param {string} pointer of its list
 */
function number(row, index, pointer) {
  sayNumber(row, index);
  readdress(row, row.id, `${pointer}/${index}`);
}

/** @param {Element} row @param {number} index */
function sayNumber(row, index) {
  the(row, '[data-number]').textContent = String(index + 1);
}

/** @param {Element} inner */
function formOf(inner) {
  return around(inner, 'form', HTMLFormElement);
}

/** @param {HTMLElement} list */
function pointerOf(list) {
  return list.dataset.rows ?? '';
}

/** @param {HTMLElement} list @returns {string} the pointer of a row in its templates */
function blankOf(list) {
  return `${pointerOf(list)}/-`;
}

/**
 * Changes every attribute that names a row: names, ids, what labels what, what shows what.
 * @param {Element} root
 * @param {string} from pointer of the row
 * @param {string} to
 */
function readdress(root, from, to) {
  if (from === to) return;
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes(from)) attribute.value = moved(attribute.value, from, to);
    }
    if (!(element instanceof HTMLTemplateElement)) continue;
    for (const inner of element.content.children) readdress(inner, from, to);
  }
}

/**
 * @param {string} value words, some of which may be pointers
 * @param {string} from
 * @param {string} to
 */
function moved(value, from, to) {
  return value.split(' ')
    .map((word) => (isAt(word, from) ? to + word.slice(from.length) : word))
    .join(' ');
}

/** @param {string} word @param {string} place */
function isAt(word, place) {
  return word.startsWith(place) && ['/', ':', undefined].includes(word[place.length]);
}
