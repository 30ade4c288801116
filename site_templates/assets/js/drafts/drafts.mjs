// The drafts of this browser: a new one, the last one, the one of earlier versions of this site.
import { currentId, isShared, page, setCurrent } from './session.mjs';
import { all, isSound, keep, newId, setAside } from './store.mjs';
import { tell } from './news.mjs';

const LONG = 200; // characters: whatever was typed or opened, a list stays a list
const ABOUT = ['draft_version', 'draft_name', 'notice'];
const earlier = (notice) => `validator.draft.${notice}`;

/**
 * Keep a draft beside all others and make it the current one: the self-check page, loaded next in
 * this tab, opens it. For pages without a form.
 * @param {string} notice the id of the call it answers
 * @param {object} given
 * @param {string} [given.name] how the list of drafts names it, with a number behind; else the
 *   alliance's name does
 * @param {object} given.draft answers as a draft file holds them, `draft_version` among them
 * @returns {Promise<string | undefined>} its id; undefined when nothing was kept: this is a shared
 *   computer, or the browser refuses
 */
export async function keepNew(notice, { name = '', draft }) {
  if (isShared()) return undefined;
  try {
    const record = await fresh(notice);
    const { kept } = await keep({ ...record, name: name && `${name} ${record.number}`, draft });
    setCurrent(notice, kept.id);
    tell(kept);
    return kept.id;
  } catch {
    return undefined;
  }
}

/** A draft that was never kept: no answers, no name, the next number. */
export async function fresh(notice) {
  const numbers = (await all(notice)).map(({ number }) => Number(number) || 0);
  return blank(notice, 1 + Math.max(0, ...numbers));
}

/** The same, for a browser that keeps nothing. */
export function blank(notice, number = 1) {
  return { id: newId(), notice, name: '', number, draft: {}, revision: 0, changed: 0, page };
}

/**
 * What to show when the page is opened: the draft that this tab had open, or the last changed.
 * @param {string} notice
 * @param {(draft: object) => boolean} fits whether the page can show answers
 * @returns {Promise<{record?: object, damaged?: object, large?: object}>} `damaged`, `large`: one
 *   that cannot be shown
 */
export async function lastKept(notice, fits) {
  await takeOver(notice);
  const records = await all(notice);
  const tooLarge = records.filter((record) => isSound(record) && !fits(record.draft));
  for (const record of tooLarge) await setAside(record).catch(() => {}); // read once more next time
  const sound = records.filter((record) => isSound(record) && !tooLarge.includes(record));
  const id = currentId(notice);
  return {
    record: sound.find((record) => record.id === id)
      ?? sound.find(({ copyOf }) => !copyOf) ?? sound[0],
    damaged: records.find((record) => !isSound(record) && !record.aside),
    large: tooLarge[0] ?? records.find((record) => record.aside),
  };
}

/** What a list calls a draft: its own name, or the alliance's, or its number. */
export function titleOf({ name, number, draft }, unnamed) {
  return String(name || draft?.alliance?.name || `${unnamed} ${number ?? ''}`.trim()).slice(0, LONG);
}

/** Whether a draft answers nothing; a list without a row is no answer. */
export function isBlank(draft) {
  return Object.entries(draft).every(([key, value]) => ABOUT.includes(key) || value?.length === 0);
}

// This site used to keep one draft, as text. What cannot be read is kept as it is: as damaged.
async function takeOver(notice) {
  const text = localStorage.getItem(earlier(notice));
  if (text === null) return;
  let draft;
  try {
    draft = JSON.parse(text);
  } catch {
    draft = text;
  }
  const { kept } = await keep({ ...await fresh(notice), draft });
  if (kept) localStorage.removeItem(earlier(notice));
}
