// Python in a worker, as the page uses it: it is started, asked, and ended where it hangs; how that
// goes is said by sentences that stand in the page. `worker.mjs` is the other side, a script of its own.
export { startEngine } from './engine.mjs';
export { LiveCheck } from './live-check.mjs';
export { isRefusal, Talk } from './talk.mjs';
