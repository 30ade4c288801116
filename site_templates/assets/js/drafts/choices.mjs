// Which of the drafts of a call a page shows.
import { isSound } from './record.mjs';

/** @import { DraftRecord, FoundRecord } from './record.mjs' */

/**
 * @typedef {object} First
 * @property {DraftRecord} [record] the draft to show when the page is opened
 * @property {FoundRecord} [damaged] a draft that cannot be read
 * @property {FoundRecord} [large] a draft that is more than the page can show
 */

/**
 * @param {FoundRecord[]} records the drafts of a call, the last changed first
 * @param {object} by
 * @param {string | null} [by.tab] id of the draft that this tab showed last
 * @param {(record: DraftRecord) => boolean} by.fits whether the page can show the answers
 * @returns {First & {tooLarge: DraftRecord[]}} the tab's draft, else the last changed that is no
 *   copy; `tooLarge`: those whose answers do not stand aside yet
 */
export function first(records, { tab, fits }) {
  const sound = records.filter(isSound);
  const tooLarge = sound.filter((record) => !fits(record));
  const showable = sound.filter((record) => !tooLarge.includes(record));
  return {
    record: showable.find(({ id }) => id === tab)
      ?? showable.find(({ copyOf }) => !copyOf) ?? showable[0],
    damaged: records.find((record) => !isSound(record) && !record.aside),
    large: tooLarge[0] ?? records.find(({ aside }) => aside),
    tooLarge,
  };
}

/**
 * @param {FoundRecord[]} records the drafts of a call, the last changed first
 * @param {string} removed id of the draft that is removed from the screen
 * @param {object} by
 * @param {number} by.version of drafts that the page shows without Python
 * @param {(record: DraftRecord) => boolean} by.fits whether the page can show the answers
 * @returns {DraftRecord | undefined} the draft to show instead
 */
export function nextAfter(records, removed, { version, fits }) {
  return records.filter(isSound).find((record) => (
    record.id !== removed && record.draft.draft_version === version && fits(record)
  ));
}
