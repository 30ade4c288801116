import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberOr, read, wellFormed, write } from '../../site_templates/assets/js/form/values.mjs';

/** @import { Control, Controls } from '../../site_templates/assets/js/form/controls.mjs' */

/**
 * @param {string} answer its type, as in `data-type`
 * @param {object} given what else the control has
 * @returns {Control} what of a control the functions under test read and write
 */
const control = (answer, given) => /** @type {Control} */ (
  /** @type {unknown} */ ({ dataset: { type: answer }, type: 'text', value: '', ...given }));

/** @param {string} answer @param {...string} values @returns {Controls} */
const radios = (answer, ...values) => /** @type {Controls} */ (
  values.map((value) => control(answer, { type: 'radio', value, checked: false })));

/** @param {string} answer @param {...string} values @returns {Controls} */
const boxes = (answer, ...values) => /** @type {Controls} */ (
  values.map((value) => control(answer, { type: 'checkbox', value, checked: false, closest: () => null })));

/** @param {string} text @param {boolean} [none] @returns {Controls} */
const lines = (text, none = false) => [
  control('strings', { type: 'textarea', value: text }),
  control('strings', { type: 'checkbox', dataset: { type: 'strings', none: '' }, checked: none }),
];

test('a number may be written in full-width digits, with a sign, and with spaces around it', () => {
  assert.equal(numberOr('１２'), 12);
  assert.equal(numberOr(' -3.5 '), -3.5);
  assert.equal(numberOr('+007'), 7);
});

test('what is no plain number stays as it was typed', () => {
  for (const text of ['十二', '1,000', '1e3', '0x10', '3.', '.5', '１２人', 'Infinity', '']) {
    assert.equal(numberOr(text), text);
  }
});

test('a number of more digits than a JavaScript number keeps stays text', () => {
  assert.equal(numberOr('999999999999999'), 999_999_999_999_999);
  assert.equal(numberOr('9999999999999999'), '9999999999999999');
  assert.equal(numberOr('0000000000000000001'), 1);
  assert.equal(numberOr('1'.padStart(1001, '0')), '1'.padStart(1001, '0'));
});

test('half a character becomes a sign; a whole one of two halves stays', () => {
  assert.equal(wellFormed('\uD83D甲\uDE00'), '\uFFFD甲\uFFFD');
  assert.equal(wellFormed('\u{1F600}\u{20000}'), '\u{1F600}\u{20000}');
});

test('text is read as it stands; of spaces alone there is no answer', () => {
  assert.equal(read([control('string', { value: ' 甲 ' })]), ' 甲 ');
  assert.equal(read([control('string', { value: '  ' })]), undefined);
  assert.equal(read([control('integer', { value: '１２' })]), 12);
  assert.equal(read([control('integer', { value: '十二' })]), '十二');
});

test('the chosen radio button is the answer; the empty one stands for none', () => {
  const yesNo = radios('boolean', 'true', 'false', '');
  for (const [value, chosen] of [[true, 0], [false, 1], [undefined, 2], [null, 2], ['是', 2]]) {
    write(yesNo, value);
    assert.deepEqual(yesNo.map((it) => 'checked' in it && it.checked), [0, 1, 2].map((it) => it === chosen));
    assert.equal(read(yesNo), typeof value === 'boolean' ? value : undefined);
  }
});

test('checked boxes are a list, in the order of the page', () => {
  const offered = boxes('integers', '2', '3', '5');
  write(offered, [5, 2]);
  assert.deepEqual(read(offered), [2, 5]);
  write(offered, undefined);
  assert.equal(read(offered), undefined);
});

test('each line is an item; blank lines are none', () => {
  assert.deepEqual(read(lines(' 甲 \n\n乙\n')), ['甲', '乙']);
  assert.equal(read(lines('\n')), undefined);
});

test('that there are none is an answer: an empty list, unless a line says otherwise', () => {
  assert.deepEqual(read(lines('', true)), []);
  assert.deepEqual(read(lines('甲', true)), ['甲']);
});

test('a list is written line by line, and an empty one checks that there are none', () => {
  for (const [value, text, none] of [[['甲', '乙'], '甲\n乙', false], [[], '', true], [undefined, '', false]]) {
    const written = lines('丙', !none);
    write(written, value);
    assert.equal(written[0].value, text);
    assert.equal(written[1] && 'checked' in written[1] && written[1].checked, none);
  }
});

test('zero and no are answers, and are written as such', () => {
  const number = control('integer', {});
  write([number], 0);
  assert.equal(number.value, '0');
  assert.equal(read([number]), 0);
});

// As browsers have it: while its type is `date` it drops what is no day.
class DayControl {
  dataset = { type: 'string', day: '' };
  max = '9999-12-31';
  type = 'date';
  #value = '';

  get value() { return this.#value; }

  set value(text) {
    this.#value = this.type === 'date' && !/^\d{4}-\d\d-\d\d$/.test(text) ? '' : text;
  }
}

test('a control for a day shows what is no day as text, and a day as a day', () => {
  const day = /** @type {Control} */ (/** @type {unknown} */ (new DayControl()));
  write([day], '八月七日');
  assert.deepEqual([day.type, day.value], ['text', '八月七日']);
  write([day], '2023-08-07');
  assert.deepEqual([day.type, day.value], ['date', '2023-08-07']);
});
