// The self-check page: form, Python and results put together.
import {
  addRow, answersOf, editing, followLinks, onComeBack, refreshQuestions, removeRow, revealAddress,
  showProblems, showMoot, Steps, unfold, walkCells,
} from './form/index.mjs';
import { arrive, keepOffline, showFailure, showStage, takeDrops } from './page/index.mjs';
import { DraftTools, handedOver, Keeper } from './drafts/index.mjs';
import { isRefusal, LiveCheck, startEngine, Talk } from './engine/index.mjs';
import { Members, Preview, ReportTaking, Taking } from './documents/index.mjs';
import { closeOnRequest, showChanges, showResults, showSections } from './results/index.mjs';
import { startTheme } from './theme.mjs';

const CHANGES_PAUSE = 600; // other ways of doing can wait until nobody types

let failed;
const form = document.querySelector('[data-form]');
const boot = document.querySelector('[data-boot]');
const needPython = document.querySelectorAll('[data-check-now], [data-needs-python]');

const engine = startEngine({
  page: { call: form.dataset.notice, links: JSON.parse(form.dataset.links) },
  onStage: (stage, progress) => {
    showStage(boot, stage, progress);
    for (const control of needPython) control.disabled = stage !== 'ready';
  },
});
const live = new LiveCheck(check, showAnswer, fail);
const changes = new LiveCheck(tryChanges, showTried, () => showTried({ html: '' }));
const keeper = new Keeper(form);
const talk = new Talk(engine);
const drafts = new DraftTools(form, talk, keeper, changed);
const members = new Members(form, talk, drafts);
const steps = new Steps(form);
new Taking(form, talk, preview('preview'), keeper).listen();
new ReportTaking(form, talk, preview('report'), keeper).listen();

function preview(name) {
  return new Preview(document.querySelector(`[data-preview-dialog="${name}"]`));
}

async function check() {
  const spared = editing(form);
  const draft = JSON.stringify(answersOf(form));
  return { spared, ...await engine.ask('check', { draft, editing: spared }) };
}

function fail(failure) {
  failed = failure;
  if (!talk.tellUnchecked(failure)) showFailure(boot, failure);
}

function showTried(answer) {
  return showChanges(document, answer);
}

function tryChanges() {
  return engine.ask('what_if', { draft: JSON.stringify(answersOf(form)) });
}

async function showAnswer(answer) {
  showStage(boot, 'ready');
  talk.tellChecked();
  if (isRefusal(answer)) {
    talk.refuse(answer.error);
    return;
  }
  showProblems(form, answer.problems, answer.spared);
  showMoot(form, answer.moot);
  showSections(document, answer.sections);
  const isFirst = !document.querySelector('[data-results]').firstElementChild;
  await showResults(document, answer);
  if (isFirst && /^#(finding|results)-/.test(location.hash)) revealAddress(steps);
  changes.later(CHANGES_PAUSE);
  startTheme();
}

function changed() {
  keeper.keepSoon();
  live.later();
}

function add(list) {
  const row = addRow(list);
  row.querySelector('[name]').focus();
  changed();
}

function remove(row) {
  drafts.remember();
  removeRow(row).focus();
  talk.note('removed');
  changed();
}

// Which findings an answer goes into. No <details>: the theme looks after each of those at the start.
function showUses(button) {
  const uses = button.nextElementSibling;
  uses.hidden = !uses.hidden;
  button.setAttribute('aria-expanded', !uses.hidden);
}

form.addEventListener('input', ({ target }) => {
  if (!target.name.startsWith('/')) return; // no answer: how to import, what to download
  talk.note(''); // Undoing now would undo this as well.
  refreshQuestions(form, target.name);
  changed();
});
// A field has been left, or a choice made: what is wrong with it may now be said.
form.addEventListener('change', () => live.later(0));
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('click', ({ target }) => {
  const button = target.closest('button');
  if (button?.matches('[data-add]')) add(button.closest('[data-rows]'));
  if (button?.matches('[data-remove]')) remove(button.closest('[data-row]'));
  if (button?.matches('[data-uses]')) showUses(button);
  if (button?.matches('[data-unfold]')) {
    unfold(button.closest('[data-row]'), button.getAttribute('aria-expanded') !== 'true');
  }
});
document.querySelector('[data-check-now]').addEventListener('click', async () => {
  await live.now();
  const problems = document.querySelector('[data-error-summary]');
  (problems ?? document.getElementById('results-title')).focus();
});
document.querySelector('[data-retry]').addEventListener('click', async () => {
  if (failed.code === 'replaced') {
    await keeper.keep();
    location.reload(); // The browser asks first where something would be lost.
    return;
  }
  document.getElementById('results-title').focus(); // the button goes
  engine.restart().catch(() => {});
  live.now();
});

onComeBack(form, () => {
  keeper.comeBack();
  live.now();
});
closeOnRequest();
walkCells(form, (text) => members.paste(text));
takeDrops((files) => {
  if (files.length > 1) talk.note('one_file');
  else if (/\.xlsx$/i.test(files[0].name)) members.importFile(files[0]);
  else drafts.open(files[0]);
});
keepOffline(engine, { save: () => keeper.keep(), isKept: () => keeper.keeps });

arrive();
begin();

async function begin() {
  if (!await keeper.first) refreshQuestions(form);
  const given = handedOver();
  if (given) await drafts.showNew(given, 'handed_over');
  else if (location.hash === '#carried') talk.note('carried');
  if (location.hash === '#carried') history.replaceState(null, '', location.pathname);
  followLinks(steps);
  live.now();
}
