// What a record of a draft says of its draft.
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  isBlank, isSound, newId, newRecord, nextNumber, titleOf, titlesOf,
} from '../../site_templates/assets/js/drafts/record.mjs';

const MINUTE = 60_000;
const UNNAMED = '未命名草稿';

/** @param {Partial<ReturnType<typeof newRecord>>} parts */
const record = (parts) => ({ ...newRecord('a_call', 'a page'), ...parts });

test('ids are never the same', () => {
  assert.equal(new Set(Array.from({ length: 1000 }, newId)).size, 1000);
});

test('a new record is sound, blank and was never kept', () => {
  const made = newRecord('a_call', 'a page', 7);
  assert.ok(isSound(made));
  assert.ok(isBlank(made.draft));
  assert.deepEqual([made.notice, made.page, made.number, made.revision], ['a_call', 'a page', 7, 0]);
});

test('a record of which anything is missing or of another kind is damaged', () => {
  const whole = record({ draft: { lead: { name: '甲' } } });
  for (const key of ['name', 'number', 'draft', 'revision', 'changed']) {
    assert.ok(!isSound({ ...whole, [key]: undefined }), key);
  }
  for (const draft of [null, [], 'text']) {
    assert.ok(!isSound(/** @type {any} */ ({ ...whole, draft })));
  }
  assert.ok(!isSound({ ...whole, revision: NaN }));
  assert.ok(!isSound({ id: 'unreadable' }));
});

test('what names a draft, and lists without a row, are no answers', () => {
  assert.ok(isBlank({ draft_version: 7, draft_name: '一稿', notice: 'a_call', fingerprint: '0badcafe', members: [] }));
  assert.ok(!isBlank({ members: [{}] }));
  assert.ok(!isBlank({ lead: { name: '甲' } }));
});

test('the next number is above all others, damaged ones too', () => {
  assert.equal(nextNumber([]), 1);
  assert.equal(nextNumber([{ id: 'a', number: 3 }, { id: 'b' }, { id: 'c', number: NaN }]), 4);
});

test('a draft is called by its name, else the alliance, else its number', () => {
  const draft = { alliance: { name: '氢能联盟' } };
  assert.equal(titleOf({ name: '一稿', number: 2, draft }, UNNAMED), '一稿');
  assert.equal(titleOf({ name: '', number: 2, draft }, UNNAMED), '氢能联盟');
  assert.equal(titleOf({ name: '', number: 2, draft: {} }, UNNAMED), '未命名草稿 2');
  assert.equal(titleOf({}, UNNAMED), '未命名草稿');
  assert.equal(titleOf({ draft: /** @type {any} */ (null) }, UNNAMED), '未命名草稿');
  assert.equal(titleOf({ name: '长'.repeat(5000) }, UNNAMED).length, 200);
});

test('drafts alike in title and minute are told apart, in the same way whatever their order', () => {
  const first = record({ id: 'b', name: '一稿', number: 1, changed: 5 * MINUTE + 9 });
  const copy = record({ id: 'a', name: '一稿', number: 1, changed: 5 * MINUTE + 20_000 });
  const second = record({ id: 'c', name: '一稿', number: 2, changed: 5 * MINUTE });
  const expected = { a: '一稿（1）', b: '一稿（2）', c: '一稿（3）' };
  assert.deepEqual(Object.fromEntries(titlesOf([first, copy, second], UNNAMED)), expected);
  assert.deepEqual(Object.fromEntries(titlesOf([second, copy, first], UNNAMED)), expected);
});

test('drafts of another title or minute keep their titles', () => {
  const records = [
    record({ id: 'a', name: '一稿', changed: 5 * MINUTE }),
    record({ id: 'b', name: '一稿', changed: 6 * MINUTE }),
    record({ id: 'c', name: '二稿', changed: 5 * MINUTE }),
    { id: 'damaged' },
  ];
  assert.deepEqual([...titlesOf(records, UNNAMED).values()], ['一稿', '一稿', '二稿', '未命名草稿']);
});
