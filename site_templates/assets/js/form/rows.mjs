// Lists that grow by rows. A row shows its first answers at once; the rest of it is made when
// somebody looks: thirty members would else be ten thousand elements.
import { answersOf, controlsByName, rowsOf } from './answers.mjs';
import { get, take } from './pointers.mjs';
import { turn } from '../page/index.mjs';
import { write } from './values.mjs';
import { refreshQuestions } from './questions.mjs';

const SOME = 4;
const TURN = 16; // milliseconds: the browser draws as often

/**
 * Add an empty row at the end of a list.
 * @param {HTMLElement} list `[data-rows]`: holds the pointer of the list
 * @returns {HTMLElement} the row
 */
export function addRow(list) {
  rowsOf(list.closest('form'), list.dataset.rows).push({});
  append(list);
  const row = list.querySelector(':scope > [data-list]').lastElementChild;
  hasten(row);
  return row;
}

/** Lay a row out that is wanted now: the last of many wait for it (rows.css). */
export function hasten(row) {
  for (const wait of row.getAnimations()) wait.finish();
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

/**
 * Show every row of a form's lists, each with its answers. Some rows at a time: the page goes on
 * meanwhile, whatever becomes of its answers.
 * @returns {Promise<void>} resolved when all are there
 */
export async function showRows(form) {
  let since = performance.now();
  for (const list of form.querySelectorAll('[data-rows]')) {
    while (append(list, SOME)) {
      if (performance.now() - since < TURN) continue;
      await turn();
      since = performance.now();
    }
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
  rest.querySelectorAll('[data-rows]').forEach((inner) => append(inner));
  refreshQuestions(rest);
  rest.dispatchEvent(new Event('change', { bubbles: true })); // what is wrong in it may be said
}

// Adds rows that a list's answers have and the list has not, and tells whether any did. As text,
// which no answer is part of: many times faster than to copy elements and to readdress each.
function append(list, most = Infinity) {
  limit(list);
  const rows = list.querySelector(':scope > [data-list]');
  const before = rows.children.length;
  const count = Math.min(most, lengthOf(list) - before);
  if (count <= 0) return false;
  const blank = list.querySelector(':scope > [data-row-template]').innerHTML.trim();
  const places = Array.from({ length: count }, (_, place) => `${list.dataset.rows}/${before + place}`);
  const added = document.createElement('template');
  added.innerHTML = places.map((place) => blank.split(blankOf(list)).join(place)).join('');
  [...added.content.children].forEach((row, place) => sayNumber(row, before + place));
  showAnswers(added.content, list.closest('form'));
  rows.append(added.content);
  return true;
}

function limit(list) {
  list.querySelector(':scope > [data-add]').disabled = lengthOf(list) >= Number(list.dataset.limit);
}

const lengthOf = (list) => get(answersOf(list.closest('form')), list.dataset.rows)?.length ?? 0;

function number(row, index, pointer) {
  sayNumber(row, index);
  readdress(row, row.id, `${pointer}/${index}`);
}

function sayNumber(row, index) {
  row.querySelector('[data-number]').textContent = index + 1;
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
