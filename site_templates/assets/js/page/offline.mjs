// Has the site kept for use without a network, and says when a new edition of it is there.
const WORKER = new URL('../../../sw.js', import.meta.url);
const PAUSE = 4000; // milliseconds; Python's archive of modules is wanted first

/**
 * Keep the site once Python runs and the page is quiet.
 * @param {{ready: Promise<{refused?: string}>}} engine
 * @param {object} [filled] what becomes of the answers on screen when the page is reloaded
 * @param {() => Promise<void>} [filled.save] save the last of them
 * @param {() => boolean} [filled.isKept] whether they come back
 */
export function keepOffline(engine, { save = async () => {}, isKept = () => true } = {}) {
  const home = navigator.serviceWorker; // none in a private window, or without https
  if (!home) return;
  announce(home, save, isKept);
  document.addEventListener('visibilitychange', async () => {
    if (!document.hidden) (await home.getRegistration(WORKER))?.update().catch(() => {});
  });
  engine.ready.then(
    ({ refused }) => setTimeout(() => whenIdle(() => keep(home, refused)), PAUSE),
    ({ code }) => code === 'file_hash' && home.controller?.postMessage({ act: 'mend' }),
  );
}

// Whoever cannot keep it (no room, a policy) works on with the network.
async function keep(home, refused) {
  if (refused?.startsWith('file_hash')) home.controller?.postMessage({ act: 'mend' }); // the image may lie spoiled
  const kept = await home.register(WORKER, { updateViaCache: 'none' }).catch(() => undefined);
  // A newer edition tidies as it takes over. An older one woken just then would be waited for.
  if (kept?.installing || kept?.waiting) return;
  home.controller?.postMessage({ act: 'tidy', script: import.meta.url });
}

function whenIdle(act) {
  if (self.requestIdleCallback) requestIdleCallback(act, { timeout: PAUSE });
  else act();
}

function announce(home, save, isKept) {
  const panel = document.querySelector('[data-edition]');
  let before = home.controller;
  const say = () => {
    for (const words of panel.querySelectorAll('[data-edition-kept]')) {
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
  panel.querySelector('button').addEventListener('click', async () => {
    await save();
    location.reload(); // The browser asks first where something would be lost.
  });
}
