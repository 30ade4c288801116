// Bits a second of a known file. As a module: where to fetch it. As a worker: fetches and tells.
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
