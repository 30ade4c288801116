// The self-check page: form, Python and results put together.
import { Autosave } from './autosave.mjs';
import { showFailure, showStage } from './boot-view.mjs';
import { collect } from './collect.mjs';
import { takeDrops } from './drops.mjs';
import { startEngine } from './engine.mjs';
import { editing, showErrors } from './errors.mjs';
import { Keeping } from './keeping.mjs';
import { LiveCheck } from './live-check.mjs';
import { Members } from './members.mjs';
import { Preview } from './preview.mjs';
import { ReportTaking } from './report-taking.mjs';
import { closeOnRequest } from './reports.mjs';
import { restore } from './restore.mjs';
import { showResults } from './results.mjs';
import { followLinks } from './reveal.mjs';
import { addRow, removeRow } from './rows.mjs';
import { Taking } from './taking.mjs';
import { Talk } from './talk.mjs';
import { refreshEchoes, refreshQuestions } from './visibility.mjs';

const form = document.querySelector('[data-form]');
const boot = document.querySelector('[data-boot]');
const needPython = document.querySelectorAll('[data-check-now], [data-needs-python]');
const links = JSON.parse(form.dataset.links);

const engine = startEngine({
  onStage: (stage, progress) => {
    showStage(boot, stage, progress);
    for (const control of needPython) control.disabled = stage !== 'ready';
  },
});
const live = new LiveCheck(check, showAnswer, (failure) => showFailure(boot, failure));
const autosave = new Autosave(form);
const talk = new Talk(engine);
const keeping = new Keeping(form, talk, autosave, changed);
const members = new Members(form, talk, keeping);
new Taking(form, talk, preview('preview')).listen();
new ReportTaking(form, talk, preview('report')).listen();

function preview(name) {
  return new Preview(document.querySelector(`[data-preview-dialog="${name}"]`));
}

async function check() {
  const spared = editing(form);
  const draft = JSON.stringify(collect(form, { shown: true }));
  return { spared, ...await engine.call('check', { draft, links, editing: spared }) };
}

function showAnswer(answer) {
  showStage(boot, 'ready');
  if (answer.error) {
    talk.refuse(answer.error);
    return;
  }
  showErrors(form, answer.problems, answer.spared);
  showResults(document, answer);
}

function refresh() {
  refreshQuestions(form);
  refreshEchoes(form);
}

function changed() {
  refresh();
  autosave.later();
  live.later();
}

function add(list) {
  const row = addRow(list);
  row.querySelector('details').open = true;
  row.querySelector('input, select, textarea').focus();
  changed();
}

function remove(row) {
  keeping.remember();
  removeRow(row).focus();
  talk.note('removed');
  changed();
}

form.addEventListener('input', ({ target }) => {
  if (!target.name.startsWith('/')) return; // no answer: how to import, what to download
  talk.note(''); // Undoing now would undo this as well.
  changed();
});
// A field has been left, or a choice made: what is wrong with it may now be said.
form.addEventListener('change', () => live.later(0));
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('click', ({ target }) => {
  if (target.matches('[data-add]')) add(target.closest('[data-rows]'));
  if (target.matches('[data-remove]')) remove(target.closest('[data-row]'));
});
document.querySelector('[data-check-now]').addEventListener('click', async () => {
  await live.now();
  const problems = document.querySelector('[data-error-summary]');
  (problems ?? document.getElementById('results-title')).focus();
});
document.querySelector('[data-retry]').addEventListener('click', () => {
  engine.restart().catch(() => {});
  live.now();
});

closeOnRequest();
takeDrops((files) => {
  if (files.length > 1) talk.note('one_file');
  else if (/\.xlsx$/i.test(files[0].name)) members.importFile(files[0]);
  else keeping.open(files[0]);
});

const draft = autosave.last;
if (draft) restore(form, draft);
refresh();
followLinks();
live.now();
