// Runs any Python in this site's own runtime, in a worker.
const worker = new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module' });
/** @type {(answer: {value?: string, error?: string}) => void} */
let answered;
worker.addEventListener('message', ({ data }) => answered(data));

/**
 * @param {string} source in Python
 * @returns {Promise<string | undefined>} the value of its last expression, which must be JSON
 * @throws {Error} Python raised an exception, or did not start
 */
export async function python(source) {
  worker.postMessage(source);
  const { value, error } = await /** @type {Promise<{value?: string, error?: string}>} */ (
    new Promise((resolve) => { answered = resolve; }));
  if (error) throw new Error(error);
  return value;
}
