// How pages that keep the same draft stay out of each other's way: pure decisions on records, which
// `store.mjs` makes inside one transaction. A page never overwrites what it has not read.
import { allianceOf, newId } from './record.mjs';

/** @import { DraftRecord, FoundRecord } from './record.mjs' */

/**
 * @typedef {object} News that a draft was written, renamed or removed
 * @property {string} id
 * @property {number} [revision] 0 for a removed draft
 * @property {number} [changed] milliseconds since 1970; none for a removed draft
 */

/**
 * @typedef {object} Elsewhere what another page did to the draft on screen
 * @property {string} id
 * @property {number} [changed] milliseconds since 1970; none when the other page removed the draft
 */

const LONGEST_NAME = 100; // characters, enough to tell a draft from others

/**
 * @param {FoundRecord | undefined} found what the store holds under the record's id
 * @param {DraftRecord} record as its page read or wrote it last, with new answers
 * @returns {DraftRecord | undefined} what to write; undefined where another page wrote or removed
 *   the draft since
 */
export function written(found, record) {
  return follows(found, record) ? next(found, record) : undefined;
}

/**
 * @param {FoundRecord | undefined} found what the store holds under the record's id
 * @param {DraftRecord} record what a page had not kept yet when it was left
 * @returns {DraftRecord | undefined} what to write: the draft, or a copy beside the draft where
 *   another page went on; undefined where the store holds these answers already
 */
export function writtenOfLeft(found, record) {
  if (follows(found, record)) return next(found, record);
  if (holds(found, record)) return undefined;
  return { ...record, id: newId(), revision: 1, copyOf: record.id };
}

/**
 * @param {FoundRecord | undefined} found
 * @param {DraftRecord} record
 * @returns {boolean} whether the store holds the answers of a record
 */
export function holds(found, { draft }) {
  return JSON.stringify(found?.draft) === JSON.stringify(draft);
}

/**
 * @param {DraftRecord} record of a draft that another page changed or removed
 * @returns {DraftRecord} the record of a copy, not kept yet, into which this page goes on
 */
export function copyBeside(record) {
  return { ...record, id: newId(), revision: 0, copyOf: record.id };
}

/**
 * @param {DraftRecord} record as this page kept it last
 * @param {News} news of a draft
 * @returns {boolean} whether another page wrote or removed the draft since
 */
export function isBehind(record, { id, revision }) {
  return id === record.id && (!revision || revision > record.revision);
}

/**
 * @param {DraftRecord} record more than any page can show
 * @returns {Omit<DraftRecord, 'draft'>} the record with its answers in `aside`. Reading a record
 *   reads a Blob's address only: whatever lists the drafts would wait for the answers otherwise
 */
export function withAnswersAside({ draft, ...rest }) {
  const name = rest.name || String(allianceOf(draft) ?? '').slice(0, LONGEST_NAME);
  const aside = new Blob([JSON.stringify(draft)]);
  return { ...rest, name, revision: rest.revision + 1, aside };
}

/**
 * @param {FoundRecord | undefined} found
 * @param {DraftRecord} record
 * @returns {boolean} true also where the page itself wrote, and was stopped before it knew
 */
function follows(found, record) {
  return (found?.revision ?? 0) === record.revision
    || (found !== undefined && found.page === record.page);
}

/**
 * @param {FoundRecord | undefined} found
 * @param {DraftRecord} record
 * @returns {DraftRecord} with the name in the store, which any page's list may have given meanwhile
 */
function next(found, record) {
  const { name = '', revision = 0 } = found ?? record;
  return { ...record, name, revision: revision + 1 };
}
