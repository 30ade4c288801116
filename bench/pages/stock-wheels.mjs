// Stock Pyodide, its packages loaded wheel by wheel, as micropip does.
import { loadPyodide } from '../../../runtime/pyodide.mjs';

const folder = new URL('../../../runtime/', import.meta.url).href;
const asked = new Promise((resolve) => {
  addEventListener('message', ({ data }) => resolve(data), { once: true });
});
const [wheels, python] = await Promise.all([
  fetch(`${folder}wheels.json`).then((response) => response.json()),
  loadPyodide({ indexURL: folder }),
]);
for (const wheel of wheels) await python.loadPackage(folder + wheel);
const { answer } = python.pyimport('validator.worker');
const { page, draft } = await asked;
answer('begin', python.toPy(page));
self.postMessage(answer('check', python.toPy({ draft })));
