// Questions that cannot matter any more, as Python found them: they are marked, and can still be answered.
import { every, the } from '../page/index.mjs';

/**
 * @param {HTMLFormElement} form
 * @param {string[]} pointers of the answers that are moot
 */
export function showMoot(form, pointers) {
  const moot = new Set(pointers);
  const { content } = the(form, '[data-moot-words]', HTMLTemplateElement);
  for (const question of every(form, '[data-question]')) {
    const wanted = moot.has(question.dataset.question ?? '');
    if (wanted === 'moot' in question.dataset) continue;
    question.toggleAttribute('data-moot', wanted);
    if (wanted) the(question, '[data-problem]').before(content.cloneNode(true));
    else the(question, '.question__moot').remove();
  }
}
