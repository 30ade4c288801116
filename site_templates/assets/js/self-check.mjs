// The script of the self-check page: connects the form, Python and the results.
import {
  addRow, answersOf, editingIn, followLinks, holdsAnswer, onComeBack, refreshQuestions, removeRow, revealAddress,
  showProblems, showMoot, Steps, unfold, walkCells,
} from './form/index.mjs';
import {
  arrive, around, every, happenedIn, keepOffline, maybe, showFailure, showStage, takeDrops, the,
} from './page/index.mjs';
import { DraftTools, handedOver, Keeper } from './drafts/index.mjs';
import { isRefusal, LiveCheck, ofCall, startEngine, Talk } from './engine/index.mjs';
import { DocumentTools, MembersImport, Preview, ReportTools } from './documents/index.mjs';
import { closeToldOnRequest, showChanges, showResults, showSections } from './results/index.mjs';
import { startTheme } from './theme.mjs';

/** @import { Failure } from '../../../browser_python/boot/failure.mjs' */
/** @import { Answers, Refusal } from './engine/wire.d.ts' */
/** @import { Draft } from './form/pointers.mjs' */

// Milliseconds without typing before Python looks for changes that would improve the draft: that takes
// up to fifteen checks, and would delay the check of what is typed next.
const CHANGES_PAUSE = 600;

/** @type {Failure | undefined} why the last check failed */
let failed;
const form = the(document, '[data-form]', HTMLFormElement);
const boot = the(document, '[data-boot]');
const needPython = every(document, '[data-check-now], [data-needs-python]');

const engine = startEngine({
  ...ofCall(form),
  onStage: (stage, progress) => {
    showStage(boot, stage, progress);
    for (const control of needPython) control.toggleAttribute('disabled', stage !== 'ready');
  },
});
const live = new LiveCheck(check, showAnswer, fail);
const changes = new LiveCheck(tryChanges, showTried, () => showTried({ html: '' }));
const keeper = new Keeper(form);
const talk = new Talk(engine);
const drafts = new DraftTools(form, talk, keeper, changed);
const members = maybe(form, '[data-import]') && new MembersImport(form, talk, drafts);
const steps = new Steps(form);
new DocumentTools(form, talk, preview('preview'), keeper).listen();
new ReportTools(form, talk, preview('report'), keeper).listen();

/** @param {string} name */
function preview(name) {
  return new Preview(the(document, `[data-preview-dialog="${name}"]`, HTMLDialogElement));
}

async function check() {
  const editing = editingIn(form);
  const draft = JSON.stringify(answersOf(form));
  return { editing, ...await engine.ask('check', { draft, editing }) };
}

/** @param {Failure} failure */
function fail(failure) {
  failed = failure;
  if (!talk.tellUnchecked(failure)) showFailure(boot, failure);
}

/** @param {Answers['what_if'] | Refusal} answer */
async function showTried(answer) {
  await showChanges(document, isRefusal(answer) ? { html: '' } : answer);
}

function tryChanges() {
  return engine.ask('what_if', { draft: JSON.stringify(answersOf(form)) });
}

/** @param {{editing: string} & (Answers['check'] | Refusal)} answer */
async function showAnswer(answer) {
  showStage(boot, 'ready');
  talk.tellChecked();
  if (isRefusal(answer)) {
    talk.refuse(answer.error);
    return;
  }
  showProblems(form, answer.problems, answer.editing);
  showMoot(form, answer.moot);
  showSections(document, answer.sections);
  const isFirst = !the(document, '[data-results]').firstElementChild;
  await showResults(document, answer);
  if (isFirst && /^#(finding|results)-/.test(location.hash)) revealAddress(steps);
  changes.later(CHANGES_PAUSE);
  startTheme();
}

function changed() {
  keeper.keepSoon();
  live.later();
}

/** @param {HTMLElement} list */
function add(list) {
  const row = addRow(list);
  the(row, '[name]').focus();
  changed();
}

/** @param {HTMLElement} row */
function remove(row) {
  drafts.remember();
  removeRow(row).focus();
  talk.note('removed');
  changed();
}

/**
 * Shows or hides the list of the rules that read an answer. The list is no <details> element: the theme's
 * script handles every such element when it starts, and the form would have one for each question.
 * @param {HTMLElement} button
 */
function showUses(button) {
  const uses = /** @type {HTMLElement} */ (button.nextElementSibling);
  uses.hidden = !uses.hidden;
  button.setAttribute('aria-expanded', String(!uses.hidden));
}

form.addEventListener('input', ({ target }) => {
  if (!holdsAnswer(target)) return; // a control of an import or a download
  talk.note(''); // takes back the offer to undo, which would undo this answer as well
  refreshQuestions(form, target.name);
  changed();
});
// A field was left or an option chosen. While somebody types, the field's problem is not shown; the
// check at once shows the problem now.
form.addEventListener('change', () => live.later(0));
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('click', (event) => {
  const button = happenedIn(event, 'button');
  if (button?.matches('[data-add]')) add(around(button, '[data-rows]'));
  if (button?.matches('[data-remove]')) remove(around(button, '[data-row]'));
  if (button?.matches('[data-uses]')) showUses(button);
  if (button?.matches('[data-unfold]')) {
    unfold(around(button, '[data-row]'), button.getAttribute('aria-expanded') !== 'true');
  }
});
the(document, '[data-check-now]').addEventListener('click', async () => {
  await live.now();
  (maybe(document, '[data-problem-list]') ?? the(document, '#results-title')).focus();
});
the(document, '[data-retry]').addEventListener('click', async () => {
  if (failed?.code === 'replaced') {
    await keeper.keep();
    location.reload(); // If answers are not kept, the browser asks before it discards them.
    return;
  }
  the(document, '#results-title').focus(); // The button is about to be hidden and would lose the focus.
  engine.restart().catch(() => {});
  live.now();
});

onComeBack(form, () => {
  keeper.comeBack();
  live.now();
});
closeToldOnRequest();
walkCells(form, (text) => members?.paste(text));
takeDrops((files) => {
  if (files.length > 1) talk.note('one_file');
  else if (members && /\.xlsx$/i.test(files[0].name)) members.importFile(files[0]);
  else drafts.open(files[0]);
});
keepOffline(engine, { save: () => keeper.keep(), isKept: () => keeper.keeps });

arrive();
begin();

async function begin() {
  if (!await keeper.first) refreshQuestions(form);
  const given = handedOver();
  if (given) await drafts.showNew(given, 'handed_over_by_tab');
  else if (location.hash === '#handed-over') talk.note('handed_over');
  if (location.hash === '#handed-over') history.replaceState(null, '', location.pathname);
  followLinks(steps);
  live.now();
}
