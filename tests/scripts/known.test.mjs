import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isShort, pick, waysTo } from '../../site_templates/assets/js/form/known.mjs';

const answers = new Map([
  ['/alliance/name', 0], ['/alliance/chains', 2], ['/members/-/name', 0], ['/members/-/sites/-/city', 0],
]);
const lists = new Map([['/members', 2], ['/members/-/sites', 1]]);
const places = { answers, lists, ways: waysTo([...answers.keys(), ...lists.keys()]) };

/** @param {unknown} draft */
const picked = (draft) => pick(draft, '', places);

/** @param {unknown} draft */
const fits = (draft) => isShort(draft, '', places);

test('the ways to a place are the places around it', () => {
  assert.deepEqual(waysTo(['/a/-/b', '/c']), new Set(['', '/a/-/b', '/a/-', '/a', '/c']));
});

test('answers to questions of the form are kept, and nothing else', () => {
  assert.deepEqual(
    picked({ alliance: { name: '盟', motto: '和' }, secret: 1, members: [{ name: '甲', age: 3 }] }),
    { alliance: { name: '盟' }, members: [{ name: '甲' }] },
  );
});

test('rows keep their places, whatever is in them', () => {
  assert.deepEqual(
    picked({ members: ['甲', null, { name: '乙', sites: [{ city: '太原' }, 7] }] }),
    { members: [{}, {}, { name: '乙', sites: [{ city: '太原' }, {}] }] },
  );
});

test('a section without an answer is left out, and so is what is no section', () => {
  assert.equal(picked({ alliance: { motto: '和' } }), undefined);
  assert.equal(picked({ alliance: ['盟'], members: { 0: { name: '甲' } } }), undefined);
  assert.equal(picked(null), undefined);
  assert.equal(picked({ alliance: { name: null } }), undefined);
});

test('half characters are replaced, in lists too', () => {
  assert.deepEqual(
    picked({ alliance: { name: '\uD800', chains: ['\uDFFF', 3] } }),
    { alliance: { name: '\uFFFD', chains: ['\uFFFD', 3] } },
  );
});

test('three times the rows that a list may hold can be shown, and not one more', () => {
  assert.equal(fits({ members: Array.from({ length: 6 }, () => ({})) }), true);
  assert.equal(fits({ members: Array.from({ length: 7 }, () => ({})) }), false);
  assert.equal(fits({ members: [{ sites: [{}, {}, {}, {}] }] }), false);
});

test('three times the values that an answer may hold can be shown, however they are nested', () => {
  assert.equal(fits({ alliance: { chains: [1, 2, 3, 4, 5] } }), true);
  assert.equal(fits({ alliance: { chains: [1, 2, 3, 4, 5, 6] } }), false);
  assert.equal(fits({ alliance: { chains: [[1, 2], [3, [4, 5]]] } }), false);
  assert.equal(fits({ alliance: { name: Array.from({ length: 59 }, () => 1) } }), true);
  assert.equal(fits({ alliance: { name: Array.from({ length: 60 }, () => 1) } }), false);
});

test('an answer of more than a million characters cannot be shown', () => {
  assert.equal(fits({ alliance: { name: '盟'.repeat(1_000_000) } }), true);
  assert.equal(fits({ alliance: { name: '盟'.repeat(1_000_001) } }), false);
});

test('what the form does not ask for has no weight', () => {
  assert.equal(fits({ other: Array.from({ length: 100_000 }, () => 1), members: 'none' }), true);
});
