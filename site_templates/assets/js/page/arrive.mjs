// Marks that the page's script runs. Until then nothing is kept and no button works: the page says so,
// and start.js says why.
import { every } from './elements.mjs';

/** Removes the warnings that the script does not run, and enables the controls that need it. */
export function arrive() {
  const root = document.documentElement;
  root.dataset.runs = '';
  root.removeAttribute('data-unstarted');
  for (const words of every(document, '[data-unstarted-words]')) words.remove();
  for (const words of every(document, '[data-summary]')) words.hidden = false;
  for (const control of every(document, '[data-needs-page]')) control.removeAttribute('disabled');
}
