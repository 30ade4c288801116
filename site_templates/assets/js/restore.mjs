// A draft back into the form.
import { replaceAnswers } from './answers.mjs';
import { showAnswers, showRows, unfold } from './rows.mjs';
import { known } from './known.mjs';
import { refreshQuestions } from './visibility.mjs';

/**
 * Show a draft, and nothing else. Rows that are unfolded stay unfolded.
 * @param {HTMLFormElement} form
 * @param {object} draft of any version that the page's own Python can read
 */
export function restore(form, draft) {
  const open = [...form.querySelectorAll('[data-unfold][aria-expanded=true]')]
    .map((button) => button.parentElement.id);
  for (const row of form.querySelectorAll('[data-row]')) row.remove();
  replaceAnswers(form, known(form, draft));
  showAnswers(form, form);
  showRows(form);
  refreshQuestions(form);
  for (const id of open) {
    const row = document.getElementById(id);
    if (row) unfold(row);
  }
}
