// What came out of a file, said at length where the file was taken in.
import { showRendered } from './rendered.mjs';

/**
 * @param {string} name of the place
 * @param {string} html from Python; '' when there is nothing to say
 */
export function showReport(name, html) {
  const report = document.querySelector(`[data-report="${name}"]`);
  showRendered(report.querySelector('[data-report-words]'), html);
  report.hidden = !html;
  if (!html) return;
  const card = report.closest('details');
  if (card) card.open = true;
  report.querySelector('[data-report-title]').focus();
}

/** Close all: what they spoke of is gone from the form. */
export function closeReports() {
  document.querySelectorAll('[data-report]').forEach(close);
}

/** Make the buttons work that close a report. */
export function closeOnRequest() {
  for (const button of document.querySelectorAll('[data-report-close]')) {
    const report = button.closest('[data-report]');
    button.addEventListener('click', () => {
      close(report);
      report.parentElement.querySelector('input[type=file]').focus();
    });
  }
}

function close(report) {
  report.hidden = true;
  showRendered(report.querySelector('[data-report-words]'), '');
}
