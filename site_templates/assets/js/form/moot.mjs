// Questions that cannot matter any more, as Python found them: marked, and still there to answer.

/**
 * @param {HTMLFormElement} form
 * @param {string[]} pointers
 */
export function showMoot(form, pointers) {
  const moot = new Set(pointers);
  const words = form.querySelector('[data-moot-words]').content.firstElementChild;
  for (const question of form.querySelectorAll('[data-question]')) {
    const wanted = moot.has(question.dataset.question);
    if (wanted === 'moot' in question.dataset) continue;
    question.toggleAttribute('data-moot', wanted);
    if (wanted) question.querySelector('[data-error]').before(words.cloneNode(true));
    else question.querySelector('.question__moot').remove();
  }
}
