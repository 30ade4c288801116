// The controls of a form that hold answers: each is named by the JSON pointer of its answer.

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/** @typedef {[Control, ...Control[]]} Controls all that share a name, and so hold one answer */

/**
 * @param {unknown} element
 * @returns {element is Control} whether it holds an answer, or a part of one
 */
export function holdsAnswer(element) {
  return isControl(element) && element.name.startsWith('/');
}

/**
 * @param {unknown} element
 * @returns {element is Control}
 */
export function isControl(element) {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement
    || element instanceof HTMLTextAreaElement;
}

/**
 * @param {Iterable<Element>} elements
 * @returns {Map<string, Controls>} the controls among them that hold answers, by name
 */
export function controlsByName(elements) {
  /** @type {Map<string, Controls>} */
  const groups = new Map();
  for (const element of elements) {
    if (!holdsAnswer(element)) continue;
    const group = groups.get(element.name);
    if (group) group.push(element);
    else groups.set(element.name, [element]);
  }
  return groups;
}

/**
 * @param {Control} control
 * @returns {boolean} whether it is chosen, as a radio button or a check box may be
 */
export function isChecked(control) {
  return 'checked' in control && control.checked;
}
