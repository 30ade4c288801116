// Questions and lists that are asked only after certain answers. What is typed in them is kept.
import { around, every } from '../page/index.mjs';
import { answersOf } from './answers.mjs';
import { get } from './pointers.mjs';

/**
 * Shows and hides questions and lists according to the answers.
 * @param {Element} root the form, or a part of it
 * @param {string} [name] only those that depend on this answer, and those that depend on them in turn
 */
export function refreshQuestions(root, name) {
  refresh(root, answersOf(around(root, 'form', HTMLFormElement)), name, new Set());
}

/**
 * @param {Element} root
 * @param {import('./pointers.mjs').Draft} answers
 * @param {string | undefined} name
 * @param {Set<string>} gone questions that are hidden themselves: their answers do not count
 */
function refresh(root, answers, name, gone) {
  const waiting = name ? `[data-shown-by="${CSS.escape(name)}"]` : '[data-shown-by]';
  for (const part of every(root, waiting)) { // in the order of the page: what a part depends on stands before it
    const { shownBy = '', shownIf, hiddenIf, question } = part.dataset;
    const answer = gone.has(shownBy) ? null : get(answers, shownBy) ?? null;
    part.hidden = JSON.parse(shownIf ?? hiddenIf ?? '[]').includes(answer) !== (shownIf !== undefined);
    if (!question) continue;
    if (part.hidden) gone.add(question);
    if (name) refresh(root, answers, question, gone);
  }
}
