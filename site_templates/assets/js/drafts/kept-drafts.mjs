// The drafts of a call in this browser: a new one among them, and the one to show first.
import { first } from './choices.mjs';
import { keepEarlier } from './earlier-site.mjs';
import { tell } from './news.mjs';
import { isSound, newRecord, nextNumber, titlesOf } from './record.mjs';
import { isShared } from './shared-computer.mjs';
import { all, everything, keep, setAside } from './store.mjs';
import { draftOfTab, page, setDraftOfTab } from './tab.mjs';

/** @import { First } from './choices.mjs' */
/** @import { Draft, DraftRecord, FoundRecord } from './record.mjs' */

/**
 * Keeps a draft beside all others as the one of this tab: the self-check page, loaded next in this
 * tab, shows it. For pages without the form.
 * @param {string} call id of the call that the draft answers
 * @param {object} given
 * @param {string} [given.name] how the list of drafts names it, with a number behind; without a name
 *   the list says the alliance's
 * @param {Draft} given.draft `draft_version` is among its keys
 * @returns {Promise<string | undefined>} its id; undefined when nothing was kept: this is a shared
 *   computer, or the browser refuses
 */
export async function keepNew(call, { name = '', draft }) {
  if (isShared()) return undefined;
  try {
    const record = await nextRecord(call);
    const { kept } = await keep({ ...record, name: name && `${name} ${record.number}`, draft });
    if (!kept) return undefined;
    setDraftOfTab(call, kept.id);
    tell(kept);
    return kept.id;
  } catch {
    return undefined;
  }
}

/**
 * Lists the drafts of all calls, for pages without the form.
 * @param {string} unnamed the words before the number of a draft that has no name
 * @returns {Promise<{title: string, draft: Draft}[]>} the last changed first; none where the browser
 *   refuses
 */
export async function keptDrafts(unnamed) {
  /** @type {FoundRecord[]} */
  const found = await everything().catch(() => []);
  const records = found.filter(isSound);
  const titles = titlesOf(records, unnamed);
  return records.map(({ id, draft }) => ({ title: titles.get(id) ?? '', draft }));
}

/**
 * @param {string} call id of the call
 * @returns {Promise<DraftRecord>} of a draft that was never kept, with the next number
 * @throws {DOMException} the browser refuses
 */
export async function nextRecord(call) {
  return newRecord(call, page, nextNumber(await all(call)));
}

/**
 * Finds the draft to show when the page is opened.
 * @param {string} call id of the call
 * @param {(record: DraftRecord) => boolean} fits whether the page can show the answers
 * @returns {Promise<First>}
 * @throws {DOMException} the browser refuses
 */
export async function firstToShow(call, fits) {
  await keepEarlier(call, () => nextRecord(call));
  const { tooLarge, ...chosen } = first(await all(call), { tab: draftOfTab(call), fits });
  // Where the browser refuses, the answers are read once more at the next visit.
  for (const record of tooLarge) await setAside(record).catch(() => {});
  return chosen;
}
