// Boots our runtime and runs what it is sent, one thing at a time.
import { boot } from '../../../../@ASSETS@/js/boot.mjs';

const booted = boot(() => {});
let last = booted;

self.addEventListener('message', ({ data }) => {
  last = last.then(() => answer(data));
});

async function answer(source) {
  try {
    const { python, archive } = await booted;
    self.postMessage({ value: await archive.run(() => python.runPython(source)) });
  } catch (error) {
    self.postMessage({ error: error.message ?? error.detail ?? String(error) });
  }
}
