// The answers of a form as they stand, kept beside the controls: a keystroke changes one answer, and
// nothing has to read all answers from thousands of controls.
import { controlsByName, holdsAnswer } from './controls.mjs';
import { get, put, take } from './pointers.mjs';
import { read } from './values.mjs';

/** @import { Draft } from './pointers.mjs' */

/** @type {WeakMap<HTMLFormElement, Draft>} */
const kept = new WeakMap();

/**
 * @param {HTMLFormElement} form
 * @returns {Draft} the draft itself, which changes as people type: answered questions only; every
 *   row, even an empty one
 */
export function answersOf(form) {
  const known = kept.get(form);
  if (known) return known;
  const answers = scan(form);
  kept.set(form, answers);
  // Captured, so that every other listener finds the answer noted.
  form.addEventListener('input', ({ target }) => note(form, target), { capture: true });
  return answers;
}

/**
 * Answers anew; the caller writes the controls.
 * @param {HTMLFormElement} form
 * @param {Draft} draft
 */
export function replaceAnswers(form, draft) {
  answersOf(form);
  kept.set(form, { ...blank(form), ...draft });
}

/**
 * @param {HTMLFormElement} form
 * @param {string} pointer of a list
 * @returns {unknown[]} its rows; a list that is not there yet begins to exist
 */
export function rowsOf(form, pointer) {
  const answers = answersOf(form);
  const rows = get(answers, pointer);
  if (Array.isArray(rows)) return rows;
  /** @type {unknown[]} */
  const begun = [];
  put(answers, pointer, begun);
  return begun;
}

/**
 * @param {HTMLFormElement} form
 * @param {EventTarget | null} target
 */
function note(form, target) {
  if (!holdsAnswer(target)) return;
  // Not by `form.elements`: it would find a fieldset whose id is this name.
  const controls = controlsByName(form.querySelectorAll(`[name="${CSS.escape(target.name)}"]`));
  const value = read(controls.get(target.name) ?? [target]);
  if (value === undefined) take(answersOf(form), target.name);
  else put(answersOf(form), target.name, value);
}

/** @param {HTMLFormElement} form */
function scan(form) {
  const draft = blank(form);
  for (const [name, controls] of controlsByName(form.elements)) {
    const value = read(controls);
    if (value !== undefined) put(draft, name, value);
  }
  return draft;
}

/** @param {HTMLFormElement} form */
function blank(form) {
  const { draftVersion, fingerprint } = form.dataset; // not there where the answers are no draft
  /** @type {Draft} */
  const draft = draftVersion ? { draft_version: Number(draftVersion), fingerprint } : {};
  for (const [name, [control]] of controlsByName(form.querySelectorAll('input[type=hidden]'))) {
    put(draft, name, control.value);
  }
  return draft;
}
