// The answers of a form as they stand: kept beside the controls, so that a keystroke costs one
// answer and not a walk over thousands of controls.
import { get, put, take } from './pointers.mjs';
import { read } from './values.mjs';

const kept = new WeakMap();

/**
 * @param {HTMLFormElement} form
 * @returns {object} the draft, alive: answered questions only; every row, even an empty one
 */
export function answersOf(form) {
  if (!kept.has(form)) {
    kept.set(form, scan(form));
    // Before anybody else hears of it.
    form.addEventListener('input', ({ target }) => note(form, target), { capture: true });
  }
  return kept.get(form);
}

/** Answer anew; the controls are the caller's to write. */
export function replaceAnswers(form, draft) {
  answersOf(form);
  kept.set(form, { ...blank(form), ...draft });
}

/** The rows of a list, which begins to exist with this. */
export function rowsOf(form, pointer) {
  const answers = answersOf(form);
  const rows = get(answers, pointer);
  if (Array.isArray(rows)) return rows;
  put(answers, pointer, []);
  return get(answers, pointer);
}

/** The controls that hold answers, by name. */
export function controlsByName(controls) {
  const groups = new Map();
  for (const control of controls) {
    if (!control.name?.startsWith('/')) continue;
    if (groups.has(control.name)) groups.get(control.name).push(control);
    else groups.set(control.name, [control]);
  }
  return groups;
}

function note(form, target) {
  if (!target.name?.startsWith('/')) return;
  // `form.elements` would find fieldsets too: it looks for names among the ids.
  const value = read([...form.querySelectorAll(`[name="${CSS.escape(target.name)}"]`)]);
  if (value === undefined) take(kept.get(form), target.name);
  else put(kept.get(form), target.name, value);
}

function scan(form) {
  const draft = blank(form);
  for (const [name, controls] of controlsByName(form.elements)) {
    const value = read(controls);
    if (value !== undefined) put(draft, name, value);
  }
  return draft;
}

function blank(form) {
  const { draftVersion } = form.dataset; // none where the answers are no draft
  const draft = draftVersion ? { draft_version: Number(draftVersion) } : {};
  for (const { name, value } of form.querySelectorAll('input[type=hidden][name^="/"]')) put(draft, name, value);
  return draft;
}
