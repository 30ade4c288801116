// The list of the form's sections: how far each of them is, in Python's words.
import { the } from '../page/index.mjs';

/**
 * @param {ParentNode} page
 * @param {{pointer: string, state: string, label: string}[]} sections
 */
export function showSections(page, sections) {
  for (const { pointer, state, label } of sections) {
    const section = the(page, `[data-section="${pointer}"]`);
    section.dataset.state = state;
    the(section, '[data-section-state]').textContent = label;
  }
}
