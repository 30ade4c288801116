// The drafts in this browser's IndexedDB, all calls together. A write is done when it is on the disk
// (`strict`): otherwise a browser that is killed would lose it. Every function rejects with a
// DOMException when the browser refuses storage or does not answer.
import { openDB } from 'idb';
import { leftRecords, removeLeft } from './left-pages.mjs';
import { isOf } from './record.mjs';
import { holds, withAnswersAside, written, writtenOfLeft } from './revisions.mjs';

/** @import { DBSchema, IDBPDatabase } from 'idb' */
/** @import { DraftRecord, FoundRecord } from './record.mjs' */

/** @typedef {DBSchema & {drafts: {key: string, value: FoundRecord}}} Schema */

const STRICT = /** @type {const} */ ({ durability: 'strict' });
const PATIENCE = 5000; // milliseconds: a browser that does not answer is taken as one that refuses
/** @type {Promise<IDBPDatabase<Schema>> | undefined} */
let opening;

/**
 * @param {string} call id of the call
 * @returns {Promise<FoundRecord[]>} all drafts of the call, the last changed first; of a draft that
 *   the browser cannot read at least the `id`
 */
export async function all(call) {
  return (await everything()).filter((record) => isOf(record, call));
}

/** @returns {Promise<FoundRecord[]>} all drafts of all calls, the last changed first */
export async function everything() {
  const db = await database();
  if (leftRecords().length) await keepLeft(db);
  // Limited in time: a page that stands still inside a transaction keeps all others waiting.
  const keys = await inTime(db.getAllKeys('drafts'));
  const records = await Promise.all(keys.map((id) => read(db, id)));
  return records
    .filter((record) => record !== undefined)
    .sort((first, second) => (Number(second.changed) || 0) - (Number(first.changed) || 0));
}

/**
 * @param {string} id
 * @returns {Promise<FoundRecord | undefined>} undefined when there is no such draft
 */
export async function one(id) {
  return read(await database(), id);
}

/**
 * Keeps a draft, unless another page has written or removed it since `record.revision`.
 * @param {DraftRecord} record as it was read, with new answers
 * @returns {Promise<{kept?: DraftRecord, found?: FoundRecord}>} `kept`: as it stands in the store
 *   now; otherwise `found`: what another page wrote, nothing where it removed the draft
 */
export function keep(record) {
  return inTime(write(record));
}

/**
 * Reads a draft past the connection that wrote it. A disk that was full may have taken a write and
 * not hold it later.
 * @param {DraftRecord} record as it was kept
 * @returns {Promise<boolean>} whether the store holds the draft so
 */
export async function stands(record) {
  (await database()).close();
  close();
  const found = await one(record.id);
  return found?.revision === record.revision && holds(found, record);
}

/**
 * Puts the answers of a draft that no page can show aside.
 * @param {DraftRecord} record
 */
export async function setAside({ id, revision }) {
  const tx = (await database()).transaction('drafts', 'readwrite', STRICT);
  const found = await tx.store.get(id);
  if (found?.revision === revision && !found.aside) {
    tx.store.put(withAnswersAside(/** @type {DraftRecord} */ (found)));
  }
  await tx.done;
}

/**
 * @param {string} id
 * @param {string} name '' takes the name away
 * @returns {Promise<FoundRecord | undefined>} as it stands in the store now; no copy any more
 */
export async function rename(id, name) {
  const tx = (await database()).transaction('drafts', 'readwrite', STRICT);
  const found = await tx.store.get(id);
  const renamed = found && { ...found, name, copyOf: undefined };
  if (renamed) tx.store.put(renamed);
  await tx.done;
  return renamed;
}

/**
 * @param {string[]} ids
 * @returns {Promise<FoundRecord[]>} what was removed, for `keepAgain`
 */
export async function remove(ids) {
  const db = await database();
  const removed = await Promise.all(ids.map((id) => read(db, id)));
  const tx = db.transaction('drafts', 'readwrite', STRICT);
  for (const id of ids) tx.store.delete(id);
  await tx.done;
  for (const { id, page } of leftRecords()) if (ids.includes(id)) removeLeft(page);
  return removed.filter((record) => record !== undefined);
}

/**
 * Undoes `remove`.
 * @param {FoundRecord[]} records
 */
export async function keepAgain(records) {
  const tx = (await database()).transaction('drafts', 'readwrite', STRICT);
  for (const record of records) tx.store.put(record);
  await tx.done;
}

/**
 * @param {DraftRecord} record
 * @returns {Promise<{kept?: DraftRecord, found?: FoundRecord}>}
 */
async function write(record) {
  const tx = (await database()).transaction('drafts', 'readwrite', STRICT);
  const found = await tx.store.get(record.id);
  const kept = written(found, { ...record, changed: Date.now() });
  if (kept) tx.store.put(kept);
  await tx.done;
  if (!kept) return { found };
  removeLeft(record.page); // A page that was left and came back has left its answers beside the store.
  return { kept };
}

/** @param {IDBPDatabase<Schema>} db */
async function keepLeft(db) {
  const tx = db.transaction('drafts', 'readwrite', STRICT);
  await inTime(tx.store.count()); // Once the store answers, no other page runs this transaction.
  const records = leftRecords();
  for (const record of records) {
    const kept = writtenOfLeft(await tx.store.get(record.id), record);
    if (kept) tx.store.put(kept);
  }
  await tx.done;
  for (const { page } of records) removeLeft(page);
}

/**
 * @param {IDBPDatabase<Schema>} db
 * @param {string} id
 * @returns {Promise<FoundRecord | undefined>}
 */
async function read(db, id) {
  try {
    const record = await db.get('drafts', id);
    return record && { ...record, id };
  } catch {
    return { id }; // The browser cannot read this record: it is damaged.
  }
}

function database() {
  opening ??= inTime(openIt()).catch((refusal) => {
    close();
    throw refusal;
  });
  return opening;
}

/** @returns {Promise<IDBPDatabase<Schema>>} */
function openIt() {
  return openDB('validator', 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'id' });
    },
    // A page of a later edition of the site, with another version of the database, waits until this
    // connection is closed.
    blocking: (_was, _wanted, event) => {
      /** @type {IDBDatabase} */ (event.target).close();
      close();
    },
    terminated: close,
  });
}

/**
 * @template Result
 * @param {Promise<Result>} done
 * @returns {Promise<Result>} rejects when it takes longer than PATIENCE
 */
function inTime(done) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), PATIENCE);
  });
  return Promise.race([done, tooLong]).finally(() => clearTimeout(timer));
}

function close() {
  opening = undefined;
}
