// What the pages of this browser tell each other of their drafts.

/** @import { News } from './revisions.mjs' */

const channel = new BroadcastChannel('validator.drafts');

/** @param {News} news told to all other pages */
export function tell({ id, revision, changed }) {
  channel.postMessage({ id, revision, changed });
}

/** @param {(news: News) => void} act called with what other pages tell */
export function onNews(act) {
  channel.addEventListener('message', ({ data }) => act(data));
}
