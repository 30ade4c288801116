// A page with our runtime in a worker, open to any Python: `python(source)` gives a JSON value.
const worker = new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module' });
let answered;
worker.addEventListener('message', ({ data }) => answered(data));

export async function python(source) {
  worker.postMessage(source);
  const { value, error } = await new Promise((resolve) => { answered = resolve; });
  if (error) throw new Error(error);
  return value;
}
