// The form's answers as a draft.
import { put } from './pointers.mjs';
import { read } from './values.mjs';

/** The controls of a form that hold answers, by name. */
export function controlsByName(form) {
  const groups = new Map();
  for (const control of form.elements) {
    if (!control.name.startsWith('/')) continue;
    if (groups.has(control.name)) groups.get(control.name).push(control);
    else groups.set(control.name, [control]);
  }
  return groups;
}

/**
 * @param {HTMLFormElement} form
 * @param {object} options
 * @param {boolean} options.shown leave out questions that an earlier answer hides
 * @returns {object} a draft: answered questions only; every row, even an empty one
 */
export function collect(form, { shown = false } = {}) {
  const { draftVersion } = form.dataset;
  const draft = draftVersion ? { draft_version: Number(draftVersion) } : {};
  for (const row of form.querySelectorAll('[data-row]')) put(draft, row.id, {});
  for (const [name, controls] of controlsByName(form)) {
    const value = read(controls);
    if (value !== undefined && !(shown && controls[0].closest('[data-question][hidden]'))) {
      put(draft, name, value);
    }
  }
  return draft;
}
