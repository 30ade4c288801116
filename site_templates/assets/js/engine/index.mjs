// Python in a worker, as pages use it: pages start it, make requests, end it when it hangs, and show how
// that goes. `worker.mjs` is the other side: the script that the worker runs.
export { startEngine } from './engine.mjs';
export { fetchFolder } from './files.mjs';
export { LiveCheck } from './live-check.mjs';
export { ofCall } from './of-call.mjs';
export { isRefusal, Talk } from './talk.mjs';
