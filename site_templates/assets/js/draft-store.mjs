// Drafts in this browser's IndexedDB. A write counts as done when it is on the disk (`strict`): a
// browser that is killed loses none. Every function rejects when the browser refuses storage.
import { openDB } from 'idb';

const STRICT = { durability: 'strict' };
const PATIENCE = 5000; // milliseconds: a browser that does not answer is as one that refuses
let opening;
let open; // for a page that is being left: it cannot wait

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
  const keys = await db.getAllKeys('drafts');
  const records = await Promise.all(keys.map((id) => read(db, id)));
  return records
    .filter((record) => record && (record.notice === notice || typeof record.notice !== 'string'))
    .sort((one, other) => (Number(other.changed) || 0) - (Number(one.changed) || 0));
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
export async function keep(record) {
  const tx = (await database()).transaction(['drafts', 'left'], 'readwrite', STRICT);
  const drafts = tx.objectStore('drafts');
  const found = await drafts.get(record.id);
  const kept = follows(found, record) && next(found, { ...record, changed: Date.now() });
  if (kept) {
    drafts.put(kept);
    tx.objectStore('left').delete(record.page);
  }
  await tx.done;
  return kept ? { kept } : { found };
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
  const tx = db.transaction(['drafts', 'left'], 'readwrite', STRICT);
  const left = tx.objectStore('left');
  for (const id of ids) tx.objectStore('drafts').delete(id);
  for (const { page, record } of await left.getAll()) {
    if (ids.includes(record.id)) left.delete(page);
  }
  await tx.done;
  return removed.filter(Boolean);
}

/** Undo `remove`. */
export async function bringBack(records) {
  const tx = (await database()).transaction('drafts', 'readwrite', STRICT);
  for (const record of records) tx.store.put(record);
  await tx.done;
}

/** Put down what was not kept yet when its page was left: at once, without a look at what is there. */
export function leave(record) {
  try {
    const tx = open.transaction('left', 'readwrite', STRICT);
    tx.store.put({ page: record.page, record: { ...record, changed: Date.now() } });
    tx.commit();
  } catch {
    // Not open, or refused: there is nobody left to tell.
  }
}

/** Bring what pages left behind into their drafts, or beside them where another page went on. */
export async function settle() {
  const tx = (await database()).transaction(['drafts', 'left'], 'readwrite', STRICT);
  const [drafts, left] = [tx.objectStore('drafts'), tx.objectStore('left')];
  for (const { page, record } of await left.getAll()) {
    const found = await drafts.get(record.id);
    if (follows(found, record)) drafts.put(next(found, record));
    else if (!same(found, record)) {
      drafts.put({ ...record, id: newId(), revision: 1, copyOf: record.id });
    }
    left.delete(page);
  }
  await tx.done;
}

/** A name that nothing else has. (`crypto.randomUUID` wants https.) */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
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
  opening ??= Promise.race([openIt(), tooLong()]).then((db) => {
    open = db;
    return db;
  }, (refusal) => {
    close();
    throw refusal;
  });
  return opening;
}

function openIt() {
  return openDB('validator', 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'id' });
      db.createObjectStore('left', { keyPath: 'page' });
    },
    blocking: (_was, _wanted, event) => {
      event.target.close();
      close();
    },
    terminated: close,
  });
}

function tooLong() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), PATIENCE);
  });
}

function close() {
  opening = undefined;
  open = undefined;
}
