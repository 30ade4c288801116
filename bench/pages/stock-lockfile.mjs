// Stock Pyodide, its packages named by a lock file of our own: the documented way to self-host.
import { loadPyodide } from '../../../runtime/pyodide.mjs';

const folder = new URL('../../../runtime/', import.meta.url).href;
const asked = new Promise((resolve) => {
  addEventListener('message', ({ data }) => resolve(data), { once: true });
});
const lock = await (await fetch(`${folder}own-lock.json`)).text();
const python = await loadPyodide({
  indexURL: folder,
  lockFileContents: lock,
  packageBaseUrl: folder,
  packages: Object.keys(JSON.parse(lock).packages),
});
const { answer } = python.pyimport('validator.worker');
const { page, draft } = await asked;
answer('begin', python.toPy(page));
self.postMessage(answer('check', python.toPy({ draft })));
