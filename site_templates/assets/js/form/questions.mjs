// Questions and lists that are asked only after certain answers. What is typed in them is kept.
import { answersOf } from './answers.mjs';
import { get } from './pointers.mjs';

/**
 * Show and hide questions and lists according to the answers.
 * @param {HTMLElement} root the form, or a part of it
 * @param {string} [name] only those that wait for this answer, and those that wait for them
 */
export function refreshQuestions(root, name) {
  refresh(root, answersOf(root.closest('form')), name, new Set());
}

// `gone` are questions that are hidden themselves: what was answered to them is no answer.
function refresh(root, answers, name, gone) {
  const waiting = name ? `[data-shown-by="${CSS.escape(name)}"]` : '[data-shown-by]';
  for (const part of root.querySelectorAll(waiting)) { // what they wait for comes before them
    const { shownBy, shownIf, hiddenIf, question } = part.dataset;
    const answer = gone.has(shownBy) ? null : get(answers, shownBy) ?? null;
    part.hidden = JSON.parse(shownIf ?? hiddenIf).includes(answer) !== (shownIf !== undefined);
    if (!question) continue;
    if (part.hidden) gone.add(question);
    if (name) refresh(root, answers, question, gone);
  }
}
