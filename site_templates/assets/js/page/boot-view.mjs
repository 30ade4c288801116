// How the start of Python looks: its stages, its progress, and what stopped it. The words stand
// in the page; here they are only shown and hidden.

/**
 * @param {HTMLElement} boot `[data-boot]`
 * @param {string} stage
 * @param {{loaded: number, total: number}} [progress]
 */
export function showStage(boot, stage, progress) {
  boot.hidden = stage === 'ready';
  for (const words of document.querySelectorAll('[data-stage]')) {
    words.hidden = words.dataset.stage !== stage;
  }
  const bar = boot.querySelector('[data-progress]');
  bar.hidden = stage === 'failed';
  if (progress) {
    bar.max = progress.total;
    bar.value = progress.loaded;
  } else {
    bar.removeAttribute('value');
  }
}

/**
 * @param {HTMLElement} boot
 * @param {{code: string, file: string}} failure
 */
export function showFailure(boot, { code, file }) {
  showStage(boot, 'failed');
  for (const words of boot.querySelectorAll('[data-failure]')) {
    words.hidden = !words.dataset.failure.split(' ').includes(code);
  }
  const place = boot.querySelector('[data-failure-file]');
  place.hidden = !file;
  place.querySelector('code').textContent = file;
}
