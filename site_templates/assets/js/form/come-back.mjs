// Restores a form when the browser's Back shows the page as it was left, without loading it. WebKit then
// empties the controls of a form with `autocomplete=off`, without an event, so everything that the
// controls showed is written into them again.
import { isControl } from './controls.mjs';
import { showAnswers } from './rows.mjs';

const TYPES = ['text', 'textarea', 'checkbox', 'radio'];

/**
 * @param {HTMLFormElement} form
 * @param {() => void} act told when the form shows again what it showed
 */
export function onComeBack(form, act) {
  /** @type {(() => void)[]} */
  let beside = [];
  addEventListener('pagehide', () => {
    beside = [...form.elements].filter(isBeside).map(rewriting);
  });
  addEventListener('pageshow', ({ persisted }) => persisted && setTimeout(() => { // WebKit empties after the event
    showAnswers(form, form);
    for (const rewrite of beside) rewrite();
    act();
  }));
}

/**
 * @param {Element} control
 * @returns {control is import('./controls.mjs').Control} whether it holds something that is no answer:
 *   the box to paste into, a draft's name, how to import. (A script cannot write a file's input.)
 */
function isBeside(control) {
  return isControl(control) && !control.name.startsWith('/') && TYPES.includes(control.type);
}

/** @param {import('./controls.mjs').Control} control */
function rewriting(control) {
  const { value } = control;
  if (!(control instanceof HTMLInputElement)) return () => { control.value = value; };
  const { checked } = control;
  return () => Object.assign(control, { value, checked });
}
