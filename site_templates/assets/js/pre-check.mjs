// The pre-check page: a dozen questions, Python's answer to them, and the way on.
import {
  collect, controlsByName, editing, followLinks, onComeBack, put, read, refreshQuestions, restore,
  showProblems,
} from './form/index.mjs';
import { arrive, forget, keep, keepOffline, kept, showFailure, showStage } from './page/index.mjs';
import { handOver, isShared, keepNew, onShared } from './drafts/index.mjs';
import { isRefusal, LiveCheck, startEngine, Talk } from './engine/index.mjs';
import { updateRendered } from './results/index.mjs';
import { startTheme } from './theme.mjs';

const form = document.querySelector('[data-form]');
const boot = document.querySelector('[data-boot]');
const summary = document.querySelector('[data-summary]');
const results = document.querySelector('[data-results]');
const carry = document.querySelectorAll('[data-carry]');
const { notice, selfCheck, draftName } = form.dataset;
const key = `validator.precheck.${notice}`;

const engine = startEngine({
  page: { call: notice, links: JSON.parse(form.dataset.links) },
  onStage: (stage, progress) => {
    showStage(boot, stage, progress);
    for (const button of carry) button.disabled = stage !== 'ready';
  },
});
const live = new LiveCheck(ask, show, fail);
const talk = new Talk(engine);
let before = {};
let isKept = false;
let failed;

function fail(failure) {
  failed = failure;
  if (!talk.tellUnchecked(failure)) showFailure(boot, failure);
}

async function ask() {
  const spared = editing(form);
  const answers = JSON.stringify(collect(form));
  return { spared, ...await engine.ask('precheck', { answers, editing: spared }) };
}

async function show(answer) {
  showStage(boot, 'ready');
  talk.tellChecked();
  if (isRefusal(answer)) {
    talk.refuse(answer.error);
    return;
  }
  showProblems(form, answer.problems, answer.spared);
  if (summary.textContent !== answer.summary) summary.textContent = answer.summary;
  await updateRendered(results, answer.html);
  startTheme();
}

function changed(pause) {
  refreshQuestions(form);
  keepAnswers();
  live.later(pause);
}

// Until the tab is closed. Of the page's sentences on keeping, the one that is true is shown.
function keepAnswers() {
  if (isShared()) forget(key);
  isKept = !isShared() && keep(key, collect(form));
  const state = isShared() ? 'shared' : 'refused';
  for (const words of form.querySelectorAll('[data-keeping]')) {
    words.hidden = words.dataset.keeping !== (isKept ? 'yes' : state);
  }
}

// What was typed before this script came is newer than what was kept.
function keptAndTyped() {
  const answers = (!isShared() && kept(key)) || {};
  for (const [name, controls] of controlsByName(form.elements)) {
    const value = read(controls);
    if (value !== undefined) put(answers, name, value);
  }
  return answers;
}

function replace(answers, note) {
  before = collect(form);
  restore(form, answers);
  talk.note(note);
  changed(0);
}

async function carryOver() {
  const answer = await talk.ask('precheck_draft', { answers: JSON.stringify(collect(form)) });
  if (!answer) return;
  const { draft } = answer;
  const id = await keepNew(notice, { name: draftName, draft });
  if (id || handOver(draft)) location.assign(`${selfCheck}#carried`);
  else talk.note('refused');
}

form.addEventListener('input', () => {
  talk.note(''); // Undoing now would undo this as well.
  changed();
});
form.addEventListener('change', () => live.later(0));
form.addEventListener('submit', (event) => event.preventDefault());
form.querySelector('[data-clear]').addEventListener('click', () => {
  replace({}, 'cleared');
  forget(key);
  document.querySelector('[data-undo]').focus();
});
document.querySelector('[data-undo]').addEventListener('click', () => {
  replace(before, '');
  form.focus();
});
document.querySelector('[data-retry]').addEventListener('click', () => {
  if (failed.code === 'replaced') {
    location.reload();
    return;
  }
  document.getElementById('results-title').focus(); // the button goes
  engine.restart().catch(() => {});
  live.now();
});
for (const button of carry) button.addEventListener('click', carryOver);
keepOffline(engine, { isKept: () => isKept });
onShared(keepAnswers);
onComeBack(form, () => changed(0));

restore(form, keptAndTyped());
keepAnswers();
followLinks();
arrive();
live.now();
