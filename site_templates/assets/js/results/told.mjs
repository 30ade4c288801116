// Shows what was found in a file that was opened or imported, beside the control for the file.
import { around, every, the } from '../page/index.mjs';
import { showRendered } from './rendered.mjs';

/**
 * @param {string} name of the place
 * @param {string} html from Python; '' when there is nothing to say
 */
export function showTold(name, html) {
  const told = the(document, `[data-told="${name}"]`);
  showRendered(the(told, '[data-told-words]'), html);
  told.hidden = !html;
  if (!html) return;
  const card = told.closest('details');
  if (card) card.open = true;
  the(told, '[data-told-title]').focus();
}

/** Closes all accounts of files, since the answers that they are about are no longer in the form. */
export function closeTold() {
  every(document, '[data-told]').forEach(close);
}

/** Listens to the buttons that close an account of a file. */
export function closeToldOnRequest() {
  for (const button of every(document, '[data-told-close]')) {
    const told = around(button, '[data-told]');
    button.addEventListener('click', () => {
      close(told);
      if (told.parentElement) the(told.parentElement, 'input[type=file]').focus();
    });
  }
}

/** @param {HTMLElement} told */
function close(told) {
  told.hidden = true;
  showRendered(the(told, '[data-told-words]'), '');
}
