// Starts this site's own runtime and runs the Python that it is sent, one piece at a time.
import { boot } from '../../../../@ASSETS@/js/boot.mjs';
import { MANIFEST } from '../../../../@ASSETS@/js/manifest.mjs';

const booted = boot(MANIFEST);
/** @type {Promise<unknown>} */
let last = booted;

addEventListener('message', ({ data }) => {
  last = last.then(() => answer(data));
});

/** @param {string} source */
async function answer(source) {
  try {
    const { python, run } = await booted;
    self.postMessage({ value: await run(() => python.runPython(source)) });
  } catch (error) {
    self.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
}
