// Until the page's script runs nothing is kept and no button does anything: the page says so, and
// start.js why. Here that ends.

/** Take back what was said for want of this script, and let its controls be used. */
export function arrive() {
  const root = document.documentElement;
  root.dataset.runs = '';
  root.removeAttribute('data-unstarted');
  for (const words of document.querySelectorAll('[data-unstarted-words]')) words.remove();
  document.querySelector('[data-summary]').hidden = false;
  for (const control of document.querySelectorAll('[data-needs-page]')) control.disabled = false;
}
