// What of a draft the form asks: an answer to no question could be seen and mended nowhere. And how
// much of it the form can show.
import { wellFormed } from './values.mjs';

const SLACK = 3; // times what a list may hold: some too many can be seen, and taken away
const FEW = 20; // values where no list is asked for
const LONGEST = 1_000_000; // characters of one answer
const kept = new WeakMap();

/**
 * @param {HTMLFormElement} form
 * @param {object} draft
 * @returns {object} a copy with the answers to the form's own questions; rows keep their places
 */
export function known(form, draft) {
  return pick(draft, '', placesOf(form)) ?? {};
}

/**
 * Whether a form can show a draft. Hundreds of thousands of rows or words would hold the page up
 * for minutes, and at each visit again.
 * @param {HTMLFormElement} form
 * @param {object} draft
 */
export function fits(form, draft) {
  return isShort(draft, '', placesOf(form));
}

function pick(value, place, places) {
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

// Half a character would be refused by Python, and every check with it.
function whole(value) {
  if (typeof value === 'string') return wellFormed(value);
  return Array.isArray(value) ? value.map(whole) : value;
}

// Stops at the first thing that is too much.
function isShort(value, place, places) {
  if (places.answers.has(place)) return weigh(value, SLACK * (places.answers.get(place) || FEW)) >= 0;
  if (places.lists.has(place)) {
    return !Array.isArray(value) || (value.length <= SLACK * places.lists.get(place)
      && value.every((row) => isShort(row, `${place}/-`, places)));
  }
  return !isOnTheWay(value, place, places)
    || Object.entries(value).every(([step, inner]) => isShort(inner, `${place}/${step}`, places));
}

// How many values may still come; below 0 when they were too many, or one of them too long.
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

function isOnTheWay(value, place, { ways }) {
  return ways.has(place) && typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placesOf(form) {
  if (!kept.has(form)) kept.set(form, placesIn(form));
  return kept.get(form);
}

// Places in templates are those of the row after the last, `-`. With each goes how much it may hold.
function placesIn(form) {
  const answers = new Map();
  const lists = new Map();
  const roots = [form];
  while (roots.length) {
    const root = roots.pop();
    for (const { name, dataset } of root.querySelectorAll('[name^="/"]')) answers.set(name, Number(dataset.limit));
    for (const { dataset } of root.querySelectorAll('[data-rows]')) lists.set(dataset.rows, Number(dataset.limit));
    for (const template of root.querySelectorAll('template')) roots.push(template.content);
  }
  return { answers, lists, ways: waysTo([...answers.keys(), ...lists.keys()]) };
}

function waysTo(places) {
  const ways = new Set();
  for (const place of places) {
    for (let way = place; way; way = way.slice(0, way.lastIndexOf('/'))) ways.add(way);
  }
  return ways.add('');
}
