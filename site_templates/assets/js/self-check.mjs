// The self-check page: form, Python and results put together.
import { Autosave } from './autosave.mjs';
import { showFailure, showStage } from './boot-view.mjs';
import { collect } from './collect.mjs';
import { startEngine } from './engine.mjs';
import { editing, showErrors } from './errors.mjs';
import { Keeping } from './keeping.mjs';
import { LiveCheck } from './live-check.mjs';
import { restore } from './restore.mjs';
import { showResults } from './results.mjs';
import { followLinks } from './reveal.mjs';
import { addRow, removeRow } from './rows.mjs';
import { refreshEchoes, refreshQuestions } from './visibility.mjs';

const form = document.querySelector('[data-form]');
const boot = document.querySelector('[data-boot]');
const needPython = document.querySelectorAll(
  '[data-check-now], [data-example], [data-open-file], [data-attachment]',
);
const links = JSON.parse(form.dataset.links);

const engine = startEngine({
  onStage: (stage, progress) => {
    showStage(boot, stage, progress);
    for (const control of needPython) control.disabled = stage !== 'ready';
  },
});
const live = new LiveCheck(check, showAnswer, (failure) => showFailure(boot, failure));
const autosave = new Autosave(form);
const keeping = new Keeping(form, engine, autosave, changed);

async function check() {
  const spared = editing(form);
  const draft = JSON.stringify(collect(form, { shown: true }));
  return { spared, ...await engine.call('check', { draft, links, editing: spared }) };
}

function showAnswer(answer) {
  showStage(boot, 'ready');
  if (answer.error) {
    keeping.refuse(answer.error);
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
  keeping.note('removed');
  changed();
}

form.addEventListener('input', () => {
  keeping.note(''); // Undoing now would undo this as well.
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

const draft = autosave.last;
if (draft) restore(form, draft);
refresh();
followLinks();
live.now();
