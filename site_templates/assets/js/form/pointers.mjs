// JSON pointers (RFC 6901): where an answer stands in a draft, and which element shows it.

/** @typedef {Record<string, unknown>} Draft answers by section; an answer that was not given is left out */

/**
 * @param {Draft} draft
 * @param {string} pointer
 * @returns {unknown} the value there; undefined where there is none
 */
export function get(draft, pointer) {
  /** @type {unknown} */
  let value = draft;
  for (const step of steps(pointer)) value = isNested(value) ? value[step] : undefined;
  return value;
}

/**
 * Puts a value at a pointer, making what leads there: a list where the next step is a number.
 * @param {Draft} draft
 * @param {string} pointer
 * @param {unknown} value
 */
export function put(draft, pointer, value) {
  const path = steps(pointer);
  const last = path.pop() ?? '';
  let place = draft;
  path.forEach((step, depth) => {
    const next = path[depth + 1] ?? last;
    place[step] ??= /^\d+$/.test(next) ? [] : {};
    place = /** @type {Draft} */ (place[step]);
  });
  place[last] = value;
}

/**
 * Takes the value at a pointer away, and the sections around it that are then empty. A row of a list
 * stays even when it is empty.
 * @param {Draft} draft
 * @param {string} pointer
 */
export function take(draft, pointer) {
  const path = steps(pointer);
  const last = path.pop() ?? '';
  /** @type {[Draft, string][]} each value on the way, with the step that leads on from there */
  const way = [];
  /** @type {unknown} */
  let place = draft;
  for (const step of path) {
    if (!isNested(place)) return;
    way.push([place, step]);
    place = place[step];
  }
  if (!isNested(place)) return;
  delete place[last];
  for (const [around, step] of way.reverse()) {
    const inner = around[step];
    if (!isSection(inner) || !isSection(around) || Object.keys(inner).length) return;
    delete around[step];
  }
}

/**
 * @param {string} pointer
 * @returns {HTMLElement | null} what shows the answer there, or else the nearest part of the form
 *   around it that the page shows
 */
export function elementAt(pointer) {
  for (let place = pointer; place; place = place.slice(0, place.lastIndexOf('/'))) {
    const element = document.getElementById(place);
    if (element) return element;
  }
  return null;
}

/** @param {string} pointer */
function steps(pointer) {
  return pointer.split('/').slice(1).map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** @param {unknown} value @returns {value is Draft} whether it is a section or a list */
function isNested(value) {
  return typeof value === 'object' && value !== null;
}

/** @param {unknown} value @returns {value is Draft} */
function isSection(value) {
  return isNested(value) && !Array.isArray(value);
}
