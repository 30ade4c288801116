// What came out of a file, said at length beside the control that opened the file.
import { around, every, the } from '../page/index.mjs';
import { showRendered } from './rendered.mjs';

/**
 * @param {string} name of the place
 * @param {string} html from Python; '' when there is nothing to say
 */
export function showReport(name, html) {
  const report = the(document, `[data-report="${name}"]`);
  showRendered(the(report, '[data-report-words]'), html);
  report.hidden = !html;
  if (!html) return;
  const card = report.closest('details');
  if (card) card.open = true;
  the(report, '[data-report-title]').focus();
}

/** Closes all of them: the answers that they are about are no longer in the form. */
export function closeReports() {
  every(document, '[data-report]').forEach(close);
}

/** Makes the buttons work that close one of them. */
export function closeOnRequest() {
  for (const button of every(document, '[data-report-close]')) {
    const report = around(button, '[data-report]');
    button.addEventListener('click', () => {
      close(report);
      if (report.parentElement) the(report.parentElement, 'input[type=file]').focus();
    });
  }
}

/** @param {HTMLElement} report */
function close(report) {
  report.hidden = true;
  showRendered(the(report, '[data-report-words]'), '');
}
