// How the start of Python looks: its stages, its progress, and what stopped it. The sentences stand in
// the page's template; here they are only shown and hidden.
import { every, the } from './elements.mjs';

/**
 * @param {HTMLElement} boot `[data-boot]`
 * @param {string} stage names the sentence to show
 * @param {{loaded: number, total: number}} [progress] in bytes
 */
export function showStage(boot, stage, progress) {
  boot.hidden = stage === 'ready';
  for (const words of every(document, '[data-stage]')) words.hidden = words.dataset.stage !== stage;
  const bar = the(boot, '[data-progress]', HTMLProgressElement);
  bar.hidden = stage === 'failed';
  if (progress) {
    bar.max = progress.total;
    bar.value = progress.loaded;
  } else {
    bar.removeAttribute('value');
  }
}

/**
 * @param {HTMLElement} boot `[data-boot]`
 * @param {{code: string, file: string}} failure
 */
export function showFailure(boot, { code, file }) {
  showStage(boot, 'failed');
  for (const words of every(boot, '[data-failure]')) {
    words.hidden = !words.dataset.failure?.split(' ').includes(code);
  }
  const place = the(boot, '[data-failure-file]');
  place.hidden = !file;
  the(place, 'code').textContent = file;
}
