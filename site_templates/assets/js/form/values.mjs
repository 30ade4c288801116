// The value of one answer between JSON and its controls. What cannot be converted stays as it was
// typed, and Python says what is wrong with it.
import { the } from '../page/index.mjs';
import { isChecked } from './controls.mjs';

/** @import { Control, Controls } from './controls.mjs' */

const HALF = /\p{Surrogate}/gu; // with the flag `u` the two halves of a whole character do not match
const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const LONGEST = 1000; // characters; no number is longer, and to normalise text may take their square
const EXACT = 15; // digits; a JavaScript number keeps no more of them

/**
 * @param {Controls} controls all that share a name
 * @returns {unknown} a JSON value; undefined when unanswered
 */
export function read(controls) {
  const { type } = controls[0].dataset;
  if (type === 'strings' || type === 'integers') return readList(controls, type);
  const text = textOf(controls);
  if (!text.trim()) return undefined;
  if (type === 'boolean') return text === 'true';
  return type === 'string' ? text : numberOr(text);
}

/**
 * @param {Controls} controls all that share a name
 * @param {unknown} value a JSON value; undefined or null for unanswered
 */
export function write(controls, value) {
  const [first] = controls;
  if (isBox(first)) {
    if (first.type === 'radio') writeRadios(controls.filter(isBox), value);
    else writeBoxes(controls.filter(isBox), value);
    return;
  }
  writeText(first, Array.isArray(value) ? value.join('\n') : String(value ?? ''));
  const none = controls.filter(isBox).find(saysNone);
  if (none) none.checked = Array.isArray(value) && value.length === 0;
}

/**
 * @param {string} text
 * @returns {string} the text with a sign in the place of each half character: some input methods
 *   leave them behind, and Python refuses them
 */
export function wellFormed(text) {
  return text.replace(HALF, '\uFFFD');
}

/**
 * @param {string} text
 * @returns {number | string} the number; the text itself where it is none, or none that is exact
 */
export function numberOr(text) {
  if (text.length > LONGEST) return text;
  const plain = text.normalize('NFKC').trim();
  const digits = plain.replace(/\D/g, '').replace(/^0+/, '');
  return NUMBER.test(plain) && digits.length <= EXACT ? Number(plain) : text;
}

/**
 * @param {Controls} controls check boxes, or one control with a value on each line and perhaps a box
 *   that says that there are none
 * @param {string} type
 */
function readList(controls, type) {
  const [first] = controls;
  const list = first.type === 'checkbox'
    ? controls.filter(isChecked).map((box) => box.value)
    : wellFormed(first.value).split('\n').map((line) => line.trim()).filter(Boolean);
  const none = controls.some((control) => saysNone(control) && isChecked(control));
  if (!list.length) return none ? [] : undefined;
  return type === 'integers' ? list.map(numberOr) : list;
}

/** @param {Controls} controls */
function textOf(controls) {
  const chosen = controls.length > 1 ? controls.find(isChecked) : controls[0];
  return wellFormed(chosen?.value ?? '');
}

/** @param {Control} control @returns {control is HTMLInputElement} */
function isBox(control) {
  return control.type === 'radio' || control.type === 'checkbox';
}

/** @param {Control} control */
function saysNone(control) {
  return 'none' in control.dataset;
}

/**
 * @param {HTMLInputElement[]} radios the last of them stands for unanswered
 * @param {unknown} value
 */
function writeRadios(radios, value) {
  const wanted = String(value ?? '');
  for (const radio of radios) radio.checked = radio.value === wanted;
  const last = radios.at(-1);
  if (last && !radios.some(isChecked)) last.checked = true;
}

/**
 * A list may hold what the page does not offer: each such value becomes a box of its own.
 * @param {HTMLInputElement[]} boxes
 * @param {unknown} value
 */
function writeBoxes(boxes, value) {
  const wanted = (Array.isArray(value) ? value : []).map(String);
  const offered = new Set(boxes.map((box) => box.value));
  for (const box of boxes) box.checked = wanted.includes(box.value);
  const label = boxes[0]?.closest('label');
  for (const word of wanted.filter((one) => !offered.has(one))) {
    label?.parentElement?.append(labelled(label, word));
  }
}

/**
 * @param {HTMLLabelElement} label of another box
 * @param {string} word
 * @returns {HTMLElement} the same for a box of this value, checked
 */
function labelled(label, word) {
  const copy = /** @type {HTMLLabelElement} */ (label.cloneNode(true));
  const box = the(copy, 'input', HTMLInputElement);
  box.value = word;
  box.checked = true;
  the(copy, 'span').textContent = word;
  return copy;
}

/**
 * A control that cannot show the text (a date, a list of choices) is changed so that it can: nothing
 * that a draft holds is lost.
 * @param {Control} control
 * @param {string} text
 */
function writeText(control, text) {
  const isDay = 'day' in control.dataset && 'max' in control;
  if (isDay) control.type = 'date';
  control.value = text;
  if (control.value === text) return;
  if ('options' in control) control.append(new Option(text, text));
  else if (isDay) control.type = 'text';
  control.value = text;
}
