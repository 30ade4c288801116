// A page that is brought back as it was left, without being loaded (the browser's Back). WebKit
// empties the controls of a form with `autocomplete=off` then, and tells nobody: all that they
// showed is written into them again.
import { showAnswers } from './rows.mjs';

/**
 * @param {HTMLFormElement} form
 * @param {() => void} act told when the form shows again what it showed
 */
export function onComeBack(form, act) {
  let beside = [];
  addEventListener('pagehide', () => {
    beside = [...form.elements].filter(isBeside).map((control) => [control, control.value, control.checked]);
  });
  addEventListener('pageshow', ({ persisted }) => persisted && setTimeout(() => { // WebKit empties after it
    showAnswers(form, form);
    for (const [control, value, checked] of beside) Object.assign(control, { value, checked });
    act();
  }));
}

// What holds no answer: the box to paste into, a draft's name, how to import. (Nothing writes files.)
function isBeside({ name, type }) {
  return !name?.startsWith('/') && ['text', 'textarea', 'checkbox', 'radio'].includes(type);
}
