// Has the site kept for use without a network, and says when a new edition of the site is there.
import { every, the } from './elements.mjs';

const WORKER = new URL('../../../sw.js', import.meta.url);
const PAUSE = 4000; // milliseconds; Python's archive of modules is to be fetched before all else

/**
 * Keeps the site once Python runs and the page is idle.
 * @param {{ready: Promise<{refused?: string}>}} engine
 * @param {object} [filled] what becomes of the answers on screen when the page is reloaded
 * @param {() => Promise<void>} [filled.save] keeps the answers that are not kept yet
 * @param {() => boolean} [filled.isKept] whether the answers are there again after a reload
 */
export function keepOffline(engine, { save = async () => {}, isKept = () => true } = {}) {
  /** @type {ServiceWorkerContainer | undefined} */
  const home = navigator.serviceWorker;
  if (!home) return; // a private window, or a site without https
  announce(home, save, isKept);
  document.addEventListener('visibilitychange', async () => {
    if (!document.hidden) (await home.getRegistration(WORKER))?.update().catch(() => {});
  });
  engine.ready.then(
    ({ refused }) => setTimeout(() => whenIdle(() => keep(home, refused)), PAUSE),
    ({ code }) => code === 'file_hash' && mend(home),
  );
}

/**
 * Where the browser cannot keep the site (no room, a policy) the page goes on with the network.
 * @param {ServiceWorkerContainer} home
 * @param {string} [refused] why Python did not start from its memory image
 */
async function keep(home, refused) {
  if (refused?.startsWith('file_hash')) mend(home); // the image may lie spoiled in the cache
  const kept = await home.register(WORKER, { updateViaCache: 'none' }).catch(() => undefined);
  // A newer edition tidies up as it takes over. A message would only wake the older one, and the
  // newer one would then wait for the older one to end.
  if (kept?.installing || kept?.waiting) return;
  home.controller?.postMessage({ act: 'tidy', script: import.meta.url });
}

/** @param {ServiceWorkerContainer} home */
function mend(home) {
  home.controller?.postMessage({ act: 'mend' });
}

/** @param {() => void} act */
function whenIdle(act) {
  if ('requestIdleCallback' in self) requestIdleCallback(act, { timeout: PAUSE });
  else act();
}

/**
 * @param {ServiceWorkerContainer} home
 * @param {() => Promise<void>} save
 * @param {() => boolean} isKept
 */
function announce(home, save, isKept) {
  const panel = the(document, '[data-edition]');
  let before = home.controller;
  const say = () => {
    for (const words of every(panel, '[data-edition-kept]')) {
      words.hidden = (words.dataset.editionKept === 'yes') !== isKept();
    }
  };
  home.addEventListener('controllerchange', async () => {
    if (before) {
      await save();
      say();
      panel.hidden = false;
    }
    before = home.controller;
  });
  document.addEventListener('change', () => setTimeout(say));
  the(panel, 'button').addEventListener('click', async () => {
    await save();
    location.reload(); // The browser asks first where something would be lost.
  });
}
