// The drafts in this browser's IndexedDB, all calls together. A write is done when it is on the disk
// (`strict`): otherwise a browser that is killed would lose it. Every function rejects with a
// DOMException when the browser refuses storage or does not answer.
import { openDB } from 'idb';
import { leftRecords, removeLeft } from './left-pages.mjs';
import { Presence } from './presence.mjs';
import { isOf } from './record.mjs';
import { holds, withAnswersAside, written, writtenOfLeft } from './revisions.mjs';

/** @import { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb' */
/** @import { DraftRecord, FoundRecord } from './record.mjs' */

/** @typedef {DBSchema & {drafts: {key: string, value: FoundRecord}}} Schema */
/**
 * @template {IDBTransactionMode} Mode
 * @typedef {IDBPTransaction<Schema, ['drafts'], Mode>} Transaction
 */

const STRICT = /** @type {const} */ ({ durability: 'strict' });
const PATIENCE = 5000; // milliseconds: a browser that does not answer is taken as one that refuses
const presence = new Presence(globalThis);
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
  if (leftRecords().length) await keepLeft();
  // Limited in time: a page that stands still inside a transaction keeps all others waiting.
  const keys = await transact('readonly', (tx) => inTime(tx.store.getAllKeys()));
  const records = await Promise.all(keys.map(read));
  return records
    .filter((record) => record !== undefined)
    .sort((first, second) => (Number(second.changed) || 0) - (Number(first.changed) || 0));
}

/**
 * @param {string} id
 * @returns {Promise<FoundRecord | undefined>} undefined when there is no such draft
 */
export async function one(id) {
  await database(); // `read` does not tell a browser that refuses from a damaged draft.
  return read(id);
}

/**
 * Keeps a draft, unless another page has written or removed it since `record.revision`.
 * @param {DraftRecord} record as it was read, with new answers
 * @returns {Promise<{kept?: DraftRecord, found?: FoundRecord}>} `kept`: as it stands in the store
 *   now; otherwise `found`: what another page wrote, nothing where it removed the draft
 */
export async function keep(record) {
  const done = await transact('readwrite', (tx) => inTime(write(tx, record)));
  // A page that was left and came back has left its answers beside the store.
  if (done.kept) removeLeft(record.page);
  return done;
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
export function setAside({ id, revision }) {
  return transact('readwrite', async ({ store, done }) => {
    const found = await store.get(id);
    if (found?.revision === revision && !found.aside) {
      await store.put(withAnswersAside(/** @type {DraftRecord} */ (found)));
    }
    await done;
  });
}

/**
 * @param {string} id
 * @param {string} name '' takes the name away
 * @returns {Promise<FoundRecord | undefined>} as it stands in the store now; no copy any more
 */
export function rename(id, name) {
  return transact('readwrite', async ({ store, done }) => {
    const found = await store.get(id);
    const renamed = found && { ...found, name, copyOf: undefined };
    if (renamed) await store.put(renamed);
    await done;
    return renamed;
  });
}

/**
 * @param {string[]} ids
 * @returns {Promise<FoundRecord[]>} what was removed, for `keepAgain`
 */
export async function remove(ids) {
  await database(); // `read` does not tell a browser that refuses from a damaged draft.
  const removed = await Promise.all(ids.map(read));
  await transact('readwrite', async ({ store, done }) => {
    await Promise.all([...ids.map((id) => store.delete(id)), done]);
  });
  for (const { id, page } of leftRecords()) if (ids.includes(id)) removeLeft(page);
  return removed.filter((record) => record !== undefined);
}

/**
 * Undoes `remove`.
 * @param {FoundRecord[]} records
 */
export function keepAgain(records) {
  return transact('readwrite', async ({ store, done }) => {
    await Promise.all([...records.map((record) => store.put(record)), done]);
  });
}

/**
 * @param {Transaction<'readwrite'>} tx
 * @param {DraftRecord} record
 * @returns {Promise<{kept?: DraftRecord, found?: FoundRecord}>}
 */
async function write({ store, done }, record) {
  const found = await store.get(record.id);
  const kept = written(found, { ...record, changed: Date.now() });
  if (kept) await store.put(kept);
  await done;
  return kept ? { kept } : { found };
}

async function keepLeft() {
  const records = await transact('readwrite', async ({ store, done }) => {
    await inTime(store.count()); // Once the store answers, no other page runs this transaction.
    const left = leftRecords();
    for (const record of left) {
      const kept = writtenOfLeft(await store.get(record.id), record);
      if (kept) await store.put(kept);
    }
    await done;
    return left;
  });
  for (const { page } of records) removeLeft(page);
}

/**
 * @param {string} id
 * @returns {Promise<FoundRecord | undefined>}
 */
async function read(id) {
  try {
    const record = await transact('readonly', ({ store }) => store.get(id));
    return record && { ...record, id };
  } catch {
    return { id }; // The browser cannot read this record: it is damaged.
  }
}

/**
 * Does something in a transaction of its own, once more if the page is left before it is done.
 * @template {IDBTransactionMode} Mode
 * @template Result
 * @param {Mode} mode
 * @param {(tx: Transaction<Mode>) => Promise<Result>} act
 * @returns {Promise<Result>}
 */
function transact(mode, act) {
  return presence.during(async () => {
    const tx = (await database()).transaction('drafts', mode, STRICT);
    presence.watch(tx);
    return act(tx);
  });
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
    upgrade(db, _was, _wanted, tx) {
      db.createObjectStore('drafts', { keyPath: 'id' });
      presence.watch(tx);
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
