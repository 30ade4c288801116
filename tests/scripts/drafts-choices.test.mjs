// Which draft a page shows: when it is opened, and after one was removed.
import assert from 'node:assert/strict';
import test from 'node:test';
import { first, nextAfter } from '../../site_templates/assets/js/drafts/choices.mjs';
import { newRecord } from '../../site_templates/assets/js/drafts/record.mjs';

/** @import { DraftRecord } from '../../site_templates/assets/js/drafts/record.mjs' */

/**
 * @param {string} id
 * @param {Partial<DraftRecord>} [parts]
 * @returns {DraftRecord}
 */
const record = (id, parts) => ({ ...newRecord('a_call', 'a page'), id, ...parts });
const fits = (/** @type {DraftRecord} */ { draft }) => !draft.huge;

test('the draft of this tab is shown first, else the last changed that is no copy', () => {
  const records = [record('copy', { copyOf: 'b' }), record('a'), record('b')];
  assert.equal(first(records, { tab: 'b', fits }).record?.id, 'b');
  assert.equal(first(records, { tab: 'copy', fits }).record?.id, 'copy');
  assert.equal(first(records, { tab: 'gone', fits }).record?.id, 'a');
  assert.equal(first(records, { tab: null, fits }).record?.id, 'a');
  assert.equal(first(records.slice(0, 1), { fits }).record?.id, 'copy');
  assert.equal(first([], { fits }).record, undefined);
});

test('what cannot be shown is told, and never shown, even where this tab had it', () => {
  const huge = record('huge', { draft: { huge: true } });
  const aside = { ...record('aside'), draft: undefined, aside: new Blob(['{}']) };
  const damaged = { id: 'damaged' };
  const found = first([huge, damaged, aside, record('a')], { tab: 'huge', fits });
  assert.equal(found.record?.id, 'a');
  assert.equal(found.damaged, damaged);
  assert.equal(found.large, huge);
  assert.deepEqual(found.tooLarge, [huge]);
  const later = first([aside], { fits });
  assert.deepEqual([later.large, later.damaged, later.tooLarge], [aside, undefined, []]);
});

test('after a removal the last changed draft follows that needs no Python and can be shown', () => {
  const records = [
    { id: 'damaged' },
    record('removed', { draft: { draft_version: 7 } }),
    record('older', { draft: { draft_version: 6 } }),
    record('huge', { draft: { draft_version: 7, huge: true } }),
    record('a', { draft: { draft_version: 7 } }),
  ];
  assert.equal(nextAfter(records, 'removed', { version: 7, fits })?.id, 'a');
  assert.equal(nextAfter(records.slice(0, 4), 'removed', { version: 7, fits }), undefined);
});
