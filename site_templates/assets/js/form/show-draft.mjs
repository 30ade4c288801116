// A draft back into the form.
import { replaceAnswers } from './answers.mjs';
import { showAnswers, showRows, unfold } from './rows.mjs';
import { known } from './known.mjs';
import { refreshQuestions } from './questions.mjs';

/**
 * Show a draft, and nothing else. Rows that are unfolded stay unfolded. The form has the answers
 * at once, all of its rows somewhat later.
 * @param {HTMLFormElement} form
 * @param {object} draft of any version that the page's own Python can read
 * @returns {Promise<void>} resolved when all is on screen
 */
export function restore(form, draft) {
  const open = [...form.querySelectorAll('[data-unfold][aria-expanded=true]')]
    .map((button) => button.parentElement.id);
  for (const row of form.querySelectorAll('[data-row]')) row.remove();
  replaceAnswers(form, known(form, draft));
  showAnswers(form, form);
  refreshQuestions(form);
  return showRows(form).then(() => {
    for (const id of open) {
      const row = document.getElementById(id);
      if (row) unfold(row);
    }
  });
}
