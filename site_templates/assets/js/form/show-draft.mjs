// A draft is put into the form.
import { around, every } from '../page/index.mjs';
import { replaceAnswers } from './answers.mjs';
import { known } from './known.mjs';
import { refreshQuestions } from './questions.mjs';
import { showAnswers, showRows, unfold } from './rows.mjs';

/**
 * Shows a draft, and nothing else. Rows that are unfolded stay unfolded. `answersOf` gives the new
 * answers at once; the rows are drawn some at a time.
 * @param {HTMLFormElement} form
 * @param {import('./pointers.mjs').Draft} draft of the version that the form asks
 * @returns {Promise<void>} resolved when all is on screen
 */
export async function showDraft(form, draft) {
  const open = every(form, '[data-unfold][aria-expanded=true]').map((button) => around(button, '[data-row]').id);
  for (const row of every(form, '[data-row]')) row.remove();
  replaceAnswers(form, known(form, draft));
  showAnswers(form, form);
  refreshQuestions(form);
  await showRows(form);
  for (const id of open) {
    const row = document.getElementById(id);
    if (row) unfold(row);
  }
}
