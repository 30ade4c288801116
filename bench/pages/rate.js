// Measures bits per second with a known file. A page imports this script and calls its functions; as a
// worker the script measures by itself and posts the result.
const KNOWN = new URL('known.bin', import.meta.url);

export async function page() {
  const asked = performance.now();
  const content = await (await fetch(KNOWN, { cache: 'no-store' })).arrayBuffer();
  return (content.byteLength * 8000) / (performance.now() - asked);
}

export function worker() {
  return new Promise((resolve, reject) => {
    const started = new Worker(import.meta.url, { type: 'module' });
    started.addEventListener('message', ({ data }) => resolve(data));
    started.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
}

export async function together() {
  const [here, there] = await Promise.all([page(), worker()]);
  return here + there;
}

if (!self.document) self.postMessage(await page());
