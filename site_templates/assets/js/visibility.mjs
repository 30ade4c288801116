// Questions that are asked only after a certain answer, and answers repeated in a card's head.
import { controlsByName } from './collect.mjs';
import { read } from './values.mjs';

/** Show and hide all questions of a form according to its answers. */
export function refreshQuestions(form) {
  const dependent = form.querySelectorAll('[data-shown-by]');
  const controls = controlsByName(form);
  for (const question of dependent) {
    const { shownBy, shownValue } = question.dataset;
    question.hidden = String(read(controls.get(shownBy))) !== shownValue;
  }
}

/** Repeat answers where the form's cards show them while closed. */
export function refreshEchoes(form) {
  for (const echo of form.querySelectorAll('[data-echo]')) {
    const control = form.elements[echo.dataset.echo];
    echo.textContent = control ? wordsOf(control) : '';
  }
}

function wordsOf(control) {
  if (control instanceof RadioNodeList) return '';
  if (!control.options) return control.value;
  return control.value && control.selectedOptions[0].label;
}
