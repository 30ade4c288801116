// Drafts in this browser's IndexedDB. A write counts as done when it is on the disk (`strict`): a
// browser that is killed loses none. Every function rejects when the browser refuses storage.
import { openDB } from 'idb';
import { forget, left } from './left.mjs';

const NAME = 100; // characters of a name that tells a draft from others
const STRICT = { durability: 'strict' };
const PATIENCE = 5000; // milliseconds: a browser that does not answer is as one that refuses
let opening;

/**
 * @typedef {object} DraftRecord
 * @property {string} id
 * @property {string} notice the call it answers
 * @property {string} name given by a person; '' for none
 * @property {number} number counts what has no name
 * @property {object} draft the answers
 * @property {number} revision grows with every write; 0 while it was never kept
 * @property {number} changed milliseconds since 1970
 * @property {string} page which page wrote it last
 * @property {string} [copyOf] id of the draft that another page changed or removed meanwhile
 * @property {Blob} [aside] the answers as JSON, in the place of `draft`: too many to be shown
 */

/** Whether a record is whole enough to be shown. */
export function isSound(record) {
  const { name, number, draft, revision, changed } = record;
  return typeof name === 'string' && [number, revision, changed].every(Number.isFinite)
    && draft !== null && typeof draft === 'object' && !Array.isArray(draft);
}

/** All of a call's drafts, the last changed first; damaged ones too: at least their `id` is there. */
export async function all(notice) {
  const db = await database();
  if (left().length) await settle(db);
  const keys = await inTime(db.getAllKeys('drafts')); // a page that hangs may keep others waiting
  const records = await Promise.all(keys.map((id) => read(db, id)));
  return records
    .filter((record) => record && (record.notice === notice || typeof record.notice !== 'string'))
    .sort((first, second) => (Number(second.changed) || 0) - (Number(first.changed) || 0));
}

/** @returns {Promise<DraftRecord | undefined>} undefined when there is none */
export async function one(id) {
  return read(await database(), id);
}

/**
 * Keep a draft, unless another page has written or removed it since `record.revision`.
 * @param {DraftRecord} record as it was read, with new answers
 * @returns {Promise<{kept?: DraftRecord, found?: DraftRecord}>} `found` alone is what stands in the
 *   way; neither is there when the draft was removed
 */
export function keep(record) {
  return inTime(write(record));
}

/**
 * Whether a draft stands in the storage as it was kept: read anew, past the connection that wrote it.
 * A disk that was full may have taken a write that is not there later.
 * @param {DraftRecord} record
 */
export async function stands(record) {
  (await database()).close();
  close();
  const found = await one(record.id);
  return found?.revision === record.revision && same(found, record);
}

/**
 * Put the answers of a draft that no page can show where they are read no more: whatever lists the
 * drafts would else wait for them each time.
 * @param {DraftRecord} record
 */
export async function setAside({ id, revision }) {
  const tx = (await database()).transaction('drafts', 'readwrite', STRICT);
  const found = await tx.store.get(id);
  if (found?.revision === revision && !found.aside) {
    const { draft, ...rest } = found;
    const name = found.name || String(draft.alliance?.name ?? '').slice(0, NAME);
    tx.store.put({ ...rest, name, revision: revision + 1, aside: new Blob([JSON.stringify(draft)]) });
  }
  await tx.done;
}

/** Give a draft a name; '' takes it away. */
export async function rename(id, name) {
  const tx = (await database()).transaction('drafts', 'readwrite', STRICT);
  const found = await tx.store.get(id);
  if (found) tx.store.put({ ...found, name, copyOf: undefined });
  await tx.done;
}

/** @returns {Promise<DraftRecord[]>} what was removed, for `bringBack` */
export async function remove(ids) {
  const db = await database();
  const removed = await Promise.all(ids.map((id) => read(db, id)));
  const tx = db.transaction('drafts', 'readwrite', STRICT);
  for (const id of ids) tx.store.delete(id);
  await tx.done;
  for (const { id, page } of left()) if (ids.includes(id)) forget(page);
  return removed.filter(Boolean);
}

/** Undo `remove`. */
export async function bringBack(records) {
  const tx = (await database()).transaction('drafts', 'readwrite', STRICT);
  for (const record of records) tx.store.put(record);
  await tx.done;
}

/** A name that nothing else has. (`crypto.randomUUID` wants https.) */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

async function write(record) {
  const tx = (await database()).transaction('drafts', 'readwrite', STRICT);
  const found = await tx.store.get(record.id);
  const kept = follows(found, record) && next(found, { ...record, changed: Date.now() });
  if (kept) tx.store.put(kept);
  await tx.done;
  if (kept) forget(record.page); // a page left, and come back to
  return kept ? { kept } : { found };
}

// Brings what pages left behind into their drafts, or beside them where another page went on.
async function settle(db) {
  const tx = db.transaction('drafts', 'readwrite', STRICT);
  await inTime(tx.store.count()); // now no other page settles
  const records = left();
  for (const record of records) {
    const found = await tx.store.get(record.id);
    if (follows(found, record)) tx.store.put(next(found, record));
    else if (!same(found, record)) {
      tx.store.put({ ...record, id: newId(), revision: 1, copyOf: record.id });
    }
  }
  await tx.done;
  for (const { page } of records) forget(page);
}

// Nobody wrote since the page read it; or the page itself did, and was stopped before it knew.
function follows(found, record) {
  return (found?.revision ?? 0) === record.revision || (found && found.page === record.page);
}

// The name is given in the list of drafts, perhaps of another page: the one that is kept holds.
function next(found, record) {
  const { name, revision } = found ?? record;
  return { ...record, name, revision: revision + 1 };
}

function same(found, { draft }) {
  return JSON.stringify(found?.draft) === JSON.stringify(draft);
}

async function read(db, id) {
  try {
    const record = await db.get('drafts', id);
    return record && { ...record, id };
  } catch {
    return { id }; // The browser itself cannot read it.
  }
}

function database() {
  opening ??= inTime(openIt()).catch((refusal) => {
    close();
    throw refusal;
  });
  return opening;
}

function openIt() {
  return openDB('validator', 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'id' });
    },
    blocking: (_was, _wanted, event) => {
      event.target.close();
      close();
    },
    terminated: close,
  });
}

function inTime(done) {
  let timer;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), PATIENCE);
  });
  return Promise.race([done, tooLong]).finally(() => clearTimeout(timer));
}

function close() {
  opening = undefined;
}
