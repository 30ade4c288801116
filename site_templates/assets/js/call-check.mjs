// The script of the publishers' page: takes a call's folder as a .zip, and shows what Python finds in it,
// what has changed against a published call, and how a draft fares by its rules. Nothing is kept.
import {
  arrive, every, keepOffline, onChosen, showFailure, showStage, takeDrops, the,
} from './page/index.mjs';
import { keptDrafts } from './drafts/index.mjs';
import { fetchFolder, startEngine, Talk } from './engine/index.mjs';
import { showRendered } from './results/index.mjs';
import { startTheme } from './theme.mjs';

/** @import { Failure } from '../../../browser_python/boot/failure.mjs' */
/** @import { Compare } from './engine/wire.d.ts' */

const PATIENCE = 45_000; // milliseconds to wait for each piece of a published call's folder
const UNNAMED = '未命名草稿';

const root = the(document, '[data-call-check]');
const boot = the(root, '[data-boot]');
const examined = the(root, '[data-examined]');
const compared = the(root, '[data-compared]');
const tried = the(root, '[data-tried]');
const triedSummary = the(root, '[data-tried-summary]');
const published = the(root, '[data-compare-with]', HTMLSelectElement);
const listKept = the(root, '[data-list-kept]');
const { folderMax, draftMax, links } = root.dataset;

/** @type {Blob | undefined} the folder that is examined; a copy, since the file may change meanwhile */
let folder;
let isRead = false;
/** @type {{title: string, draft: object}[]} */
let kept = [];

const engine = startEngine({
  page: { links: JSON.parse(links ?? '{}') },
  onStage: (stage, progress) => {
    showStage(boot, stage, progress);
    if (stage === 'ready') startTheme();
    if (stage === 'failed') showFailure(boot, /** @type {Failure} */ (engine.failure));
  },
});
const talk = new Talk(engine);

/**
 * Examine another folder, in the place of the one before.
 * @param {File} file
 */
async function take(file) {
  forget();
  if (file.size > Number(folderMax)) {
    talk.note('too_large');
    return;
  }
  const copy = await bytesOf(file);
  if (!copy) return;
  folder = copy;
  the(root, '[data-folder-name]').textContent = file.name;
  the(root, '[data-folder-shown]').hidden = false;
  await examine();
}

// Nothing of a folder stays on the page while the next one is examined, or when that one is refused.
function forget() {
  folder = undefined;
  isRead = false;
  talk.note('');
  the(root, '[data-folder-shown]').hidden = true;
  for (const part of every(root, '[data-after]')) part.hidden = true;
  for (const place of [examined, compared, tried]) showRendered(place, '');
  triedSummary.textContent = '';
}

async function examine() {
  const mine = folder;
  if (!mine) return;
  const answer = await talk.ask('call_examine', { folder: mine });
  if (!answer || mine !== folder) return;
  isRead = answer.is_read;
  showRendered(examined, answer.html);
  for (const part of every(root, '[data-after]')) part.hidden = false;
  the(root, '[data-not-compared]').hidden = isRead;
  the(root, '[data-not-tried]').hidden = answer.is_sound;
  the(root, '[data-tries]').hidden = !answer.is_sound;
  the(root, '#results-title').focus();
  await compare();
}

async function compare() {
  const mine = folder;
  const call = published.value;
  showRendered(compared, '');
  if (!mine || !isRead) return;
  compared.setAttribute('aria-busy', 'true');
  const answer = await talk.ask('call_compare', comparison(mine));
  if (mine !== folder || call !== published.value) return;
  compared.setAttribute('aria-busy', 'false');
  if (answer) showRendered(compared, answer.html);
}

/**
 * @param {Blob} mine
 * @returns {Promise<Compare>} without a key for the published folder where Python has that folder
 */
async function comparison(mine) {
  const packed = published.selectedOptions[0]?.dataset.packed;
  const request = { folder: mine, call: published.value };
  if (!packed) return request;
  const place = JSON.parse(packed);
  const address = new URL(place.address, document.baseURI).href;
  return { ...request, published: await fetchFolder({ ...place, address }, PATIENCE) };
}

/** @param {Blob} [draft] nothing for the folder's own example */
async function attempt(draft) {
  const mine = folder;
  if (!mine) return;
  showRendered(tried, '');
  triedSummary.textContent = '';
  const answer = await talk.ask('call_try', draft ? { folder: mine, draft } : { folder: mine });
  if (!answer || mine !== folder) return;
  triedSummary.textContent = answer.summary;
  showRendered(tried, answer.html);
}

/** @param {File} file */
async function attemptFile(file) {
  if (file.size > Number(draftMax)) {
    talk.note('draft_too_large');
    return;
  }
  const copy = await bytesOf(file);
  if (copy) await attempt(copy);
}

/**
 * @param {File} file
 * @returns {Promise<Blob | undefined>} its bytes; undefined when it cannot be read, which is said
 */
async function bytesOf(file) {
  try {
    return new Blob([await file.arrayBuffer()]);
  } catch {
    talk.note('unreadable');
    return undefined;
  }
}

async function listDrafts() {
  kept = await keptDrafts(UNNAMED);
  the(root, '[data-kept]').hidden = !kept.length;
  listKept.setAttribute('aria-expanded', String(kept.length > 0));
  talk.note(kept.length ? '' : 'no_kept');
  const options = kept.map(({ title }, place) => new Option(title, String(place)));
  const list = the(root, '[data-kept-draft]', HTMLSelectElement);
  list.replaceChildren(...options);
  if (kept.length) list.focus();
}

function attemptKept() {
  const chosen = kept[Number(the(root, '[data-kept-draft]', HTMLSelectElement).value)];
  if (chosen) attempt(new Blob([JSON.stringify(chosen.draft)]));
}

onChosen('[data-folder-file]', take);
onChosen('[data-try-file]', attemptFile);
takeDrops((files) => {
  if (files.length > 1) talk.note('one_file');
  else take(files[0]);
});
published.addEventListener('change', compare);
the(root, '[data-try-example]').addEventListener('click', () => attempt());
listKept.addEventListener('click', listDrafts);
the(root, '[data-try-kept]').addEventListener('click', attemptKept);
the(root, '[data-retry]').addEventListener('click', () => {
  if (engine.failure?.code === 'replaced') {
    location.reload();
    return;
  }
  the(root, '#folder').focus(); // The button is about to be hidden and would lose the focus.
  engine.restart().then(examine, () => {});
});
// What is folded would be missing on paper.
addEventListener('beforeprint', () => {
  for (const part of every(root, 'details', HTMLDetailsElement)) part.open = true;
});

keepOffline(engine, { isKept: () => false });
arrive();
