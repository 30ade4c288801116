import assert from 'node:assert/strict';
import { test } from 'node:test';
import { get, put, take } from '../../site_templates/assets/js/form/pointers.mjs';

/** @import { Draft } from '../../site_templates/assets/js/form/pointers.mjs' */

test('a value is found by its pointer, in sections and in rows', () => {
  const draft = { lead: { name: '甲' }, members: [{ name: '乙' }, { tier: 'core' }] };
  assert.equal(get(draft, '/lead/name'), '甲');
  assert.equal(get(draft, '/members/1/tier'), 'core');
  assert.deepEqual(get(draft, '/members/0'), { name: '乙' });
  assert.equal(get(draft, ''), draft);
});

test('there is nothing where a section is missing, empty, or an answer', () => {
  const draft = { lead: { name: '甲', credit: null } };
  for (const pointer of ['/alliance/name', '/lead/credit/queries', '/lead/name/0', '/members/0/name']) {
    assert.equal(get(draft, pointer), undefined, pointer);
  }
});

test('~1 in a pointer is a slash, ~0 a tilde, and ~01 is ~1', () => {
  const draft = { 'a/b': { '~c': 1 }, '~1': 2 };
  assert.equal(get(draft, '/a~1b/~0c'), 1);
  assert.equal(get(draft, '/~01'), 2);
});

test('what leads to a value is made: a list where the next step is a number', () => {
  /** @type {Draft} */
  const draft = {};
  put(draft, '/lead/signature/signer', '甲');
  put(draft, '/members/0/name', '乙');
  put(draft, '/alliance/chains/0', '链');
  assert.deepEqual(draft, {
    lead: { signature: { signer: '甲' } },
    members: [{ name: '乙' }],
    alliance: { chains: ['链'] },
  });
});

test('what is there already is kept when a value is put beside it', () => {
  const draft = { lead: { name: '甲' } };
  const { lead } = draft;
  put(draft, '/lead/tier', 'core');
  assert.deepEqual(draft, { lead: { name: '甲', tier: 'core' } });
  assert.equal(draft.lead, lead);
});

test('with the last answer of a section the section goes, and those around it', () => {
  const draft = { lead: { credit: { clear: true } }, alliance: { name: '盟' } };
  take(draft, '/lead/credit/clear');
  assert.deepEqual(draft, { alliance: { name: '盟' } });
});

test('a section that holds more stays', () => {
  const draft = { lead: { name: '甲', credit: { clear: true } } };
  take(draft, '/lead/credit/clear');
  assert.deepEqual(draft, { lead: { name: '甲' } });
});

test('a row stays a row when it is empty, and keeps the section around its list', () => {
  const draft = { organs: { people: [{ name: '甲' }, { name: '乙' }] } };
  take(draft, '/organs/people/0/name');
  assert.deepEqual(draft, { organs: { people: [{}, { name: '乙' }] } });
});

test('an empty section in a row goes, and the row stays', () => {
  const draft = { members: [{ credit: { clear: true } }] };
  take(draft, '/members/0/credit/clear');
  assert.deepEqual(draft, { members: [{}] });
});

test('to take what is not there changes nothing', () => {
  const draft = { lead: { name: '甲' } };
  for (const pointer of ['/lead/tier', '/alliance/name', '/lead/name/0']) take(draft, pointer);
  assert.deepEqual(draft, { lead: { name: '甲' } });
});
