// Which part of a draft the form asks for, and whether the form can show all of it. An answer to no
// question of the form would go into every check and document, and could be seen and mended nowhere.
import { every } from '../page/index.mjs';
import { controlsByName } from './controls.mjs';
import { wellFormed } from './values.mjs';

/** @import { Draft } from './pointers.mjs' */

const SLACK = 3; // times what a list may hold: the rows that are too many can then be seen, and removed
const FEW = 20; // values where no list is asked for
const LONGEST = 1_000_000; // characters of one answer

/**
 * The pointers of a form. `-` stands for any row, as in the templates of rows.
 * @typedef {object} Places
 * @property {Map<string, number>} answers with how many values the answer may hold; 0 for one
 * @property {Map<string, number>} lists with how many rows the list may hold
 * @property {Set<string>} ways the places that lead to them, `''` for the draft itself
 */

/** @type {WeakMap<HTMLFormElement, Places>} */
const kept = new WeakMap();

/**
 * @param {HTMLFormElement} form
 * @param {Draft} draft
 * @returns {Draft} a copy with the answers to the form's own questions; rows keep their places
 */
export function known(form, draft) {
  return /** @type {Draft | undefined} */ (pick(draft, '', placesOf(form))) ?? {};
}

/**
 * Whether a form can show a draft. Hundreds of thousands of rows or words would block the page for
 * minutes, and again at each visit.
 * @param {HTMLFormElement} form
 * @param {Draft} draft
 */
export function fits(form, draft) {
  return isShort(draft, '', placesOf(form));
}

/**
 * @param {unknown} value
 * @param {string} place
 * @param {Places} places
 * @returns {unknown} what the form asks for of it; undefined for nothing
 */
export function pick(value, place, places) {
  if (places.answers.has(place)) return whole(value) ?? undefined;
  if (places.lists.has(place)) {
    return Array.isArray(value) ? value.map((row) => pick(row, `${place}/-`, places) ?? {}) : undefined;
  }
  if (!isOnTheWay(value, place, places)) return undefined;
  const picked = Object.entries(value)
    .map(([step, inner]) => [step, pick(inner, `${place}/${step}`, places)])
    .filter(([, inner]) => inner !== undefined);
  return picked.length ? Object.fromEntries(picked) : undefined;
}

/**
 * @param {unknown} value
 * @param {string} place
 * @param {Places} places
 * @returns {boolean} false at the first thing that is too much
 */
export function isShort(value, place, places) {
  const most = places.answers.get(place);
  if (most !== undefined) return weigh(value, SLACK * (most || FEW)) >= 0;
  const rows = places.lists.get(place);
  if (rows !== undefined) {
    return !Array.isArray(value) || (value.length <= SLACK * rows
      && value.every((row) => isShort(row, `${place}/-`, places)));
  }
  return !isOnTheWay(value, place, places)
    || Object.entries(value).every(([step, inner]) => isShort(inner, `${place}/${step}`, places));
}

/**
 * @param {Iterable<string>} places
 * @returns {Set<string>} every place on the way from the draft to them
 */
export function waysTo(places) {
  const ways = new Set(['']);
  for (const place of places) {
    for (let way = place; way; way = way.slice(0, way.lastIndexOf('/'))) ways.add(way);
  }
  return ways;
}

/**
 * Python would refuse half a character, and with it every check of the draft.
 * @param {unknown} value
 * @returns {unknown}
 */
function whole(value) {
  if (typeof value === 'string') return wellFormed(value);
  return Array.isArray(value) ? value.map(whole) : value;
}

/**
 * @param {unknown} value
 * @param {number} most how many values it may hold
 * @returns {number} how many more may follow it; below 0 when they were too many, or one of them too long
 */
function weigh(value, most) {
  if (typeof value === 'string') return value.length > LONGEST ? -1 : most - 1;
  let left = most - 1;
  if (typeof value !== 'object' || value === null) return left;
  for (const inner of Object.values(value)) {
    if (left < 0) return left;
    left = weigh(inner, left);
  }
  return left;
}

/**
 * @param {unknown} value
 * @param {string} place
 * @param {Places} places
 * @returns {value is Draft}
 */
function isOnTheWay(value, place, { ways }) {
  return ways.has(place) && typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {HTMLFormElement} form */
function placesOf(form) {
  const found = kept.get(form) ?? placesIn(form);
  kept.set(form, found);
  return found;
}

/**
 * @param {HTMLFormElement} form
 * @returns {Places} those in its templates too
 */
function placesIn(form) {
  const answers = new Map();
  const lists = new Map();
  /** @type {(HTMLFormElement | DocumentFragment)[]} */
  const roots = [form];
  for (const root of roots) {
    for (const [name, [{ dataset }]] of controlsByName(root.querySelectorAll('[name]'))) {
      answers.set(name, Number(dataset.limit ?? 0));
    }
    for (const { dataset } of every(root, '[data-rows]')) lists.set(dataset.rows, Number(dataset.limit));
    roots.push(...every(root, 'template', HTMLTemplateElement).map(({ content }) => content));
  }
  return { answers, lists, ways: waysTo([...answers.keys(), ...lists.keys()]) };
}
