// The script of the pre-check page: a dozen questions, Python's answer, and the button that hands the
// answers over to the self-check.
import {
  collect, controlsByName, editingIn, followLinks, onComeBack, put, read, refreshQuestions, showDraft,
  showProblems,
} from './form/index.mjs';
import {
  arrive, every, forget, keep, keepOffline, kept, showFailure, showStage, the,
} from './page/index.mjs';
import { handOver, isShared, keepNew, onShared } from './drafts/index.mjs';
import { isRefusal, LiveCheck, ofCall, startEngine, Talk } from './engine/index.mjs';
import { updateRendered } from './results/index.mjs';
import { startTheme } from './theme.mjs';

/** @import { Failure } from '../../../browser_python/boot/failure.mjs' */
/** @import { Answers, Refusal } from './engine/wire.d.ts' */
/** @import { Draft } from './form/pointers.mjs' */

const form = the(document, '[data-form]', HTMLFormElement);
const boot = the(document, '[data-boot]');
const summary = the(document, '[data-summary]');
const results = the(document, '[data-results]');
const toHandOver = every(document, '[data-hand-over]');
const { notice = '', selfCheck = '', draftName = '' } = form.dataset;
const key = `validator.precheck.${notice}`;

const engine = startEngine({
  ...ofCall(form),
  onStage: (stage, progress) => {
    showStage(boot, stage, progress);
    for (const button of toHandOver) button.toggleAttribute('disabled', stage !== 'ready');
  },
});
const live = new LiveCheck(ask, show, fail);
const talk = new Talk(engine);
/** @type {Draft} */
let before = {};
let isKept = false;
/** @type {Failure | undefined} why the last check failed */
let failed;

/** @param {Failure} failure */
function fail(failure) {
  failed = failure;
  if (!talk.tellUnchecked(failure)) showFailure(boot, failure);
}

async function ask() {
  const editing = editingIn(form);
  const answers = JSON.stringify(collect(form));
  return { editing, ...await engine.ask('precheck', { answers, editing }) };
}

/** @param {{editing: string} & (Answers['precheck'] | Refusal)} answer */
async function show(answer) {
  showStage(boot, 'ready');
  talk.tellChecked();
  if (isRefusal(answer)) {
    talk.refuse(answer.error);
    return;
  }
  showProblems(form, answer.problems, answer.editing);
  if (summary.textContent !== answer.summary) summary.textContent = answer.summary;
  await updateRendered(results, answer.html);
  startTheme();
}

/** @param {number} [pause] milliseconds without a further change before the answers are checked */
function changed(pause) {
  refreshQuestions(form);
  keepAnswers();
  live.later(pause);
}

// Keeps the answers until the tab is closed, and shows whether they are kept.
function keepAnswers() {
  if (isShared()) forget(key);
  isKept = !isShared() && keep(key, collect(form));
  const state = isShared() ? 'shared' : 'refused';
  for (const words of every(form, '[data-keeping]')) {
    words.hidden = words.dataset.keeping !== (isKept ? 'yes' : state);
  }
}

// Returns the kept answers, replaced where the form has others: an answer that was typed before this
// script ran is newer than the kept one.
function keptAndTyped() {
  const answers = /** @type {Draft} */ ((!isShared() && kept(key)) || {});
  for (const [name, controls] of controlsByName(form.elements)) {
    const value = read(controls);
    if (value !== undefined) put(answers, name, value);
  }
  return answers;
}

/** @param {Draft} answers @param {string} note the name of the sentence to show */
function showInstead(answers, note) {
  before = collect(form);
  showDraft(form, answers);
  talk.note(note);
  changed(0);
}

async function handOverDraft() {
  const answer = await talk.ask('precheck_draft', { answers: JSON.stringify(collect(form)) });
  if (!answer) return;
  const { draft } = answer;
  const id = await keepNew(notice, { name: draftName, draft });
  if (id || handOver(draft)) location.assign(`${selfCheck}#handed-over`);
  else talk.note('refused');
}

form.addEventListener('input', () => {
  talk.note(''); // takes back the offer to undo, which would undo this answer as well
  changed();
});
form.addEventListener('change', () => live.later(0));
form.addEventListener('submit', (event) => event.preventDefault());
the(form, '[data-clear]').addEventListener('click', () => {
  showInstead({}, 'cleared');
  forget(key);
  the(document, '[data-undo]').focus();
});
the(document, '[data-undo]').addEventListener('click', () => {
  showInstead(before, '');
  form.focus();
});
the(document, '[data-retry]').addEventListener('click', () => {
  if (failed?.code === 'replaced') {
    location.reload();
    return;
  }
  the(document, '#results-title').focus(); // The button is about to be hidden and would lose the focus.
  engine.restart().catch(() => {});
  live.now();
});
for (const button of toHandOver) button.addEventListener('click', handOverDraft);
keepOffline(engine, { isKept: () => isKept });
onShared(keepAnswers);
onComeBack(form, () => changed(0));

showDraft(form, keptAndTyped());
keepAnswers();
followLinks();
arrive();
live.now();
