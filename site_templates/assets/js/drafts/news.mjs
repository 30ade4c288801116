// What the pages of this browser tell each other of their drafts.

/**
 * @typedef {object} News that a draft was written, renamed or removed
 * @property {string} id
 * @property {number} [revision] 0 for a removed draft
 * @property {number} [changed] milliseconds since 1970; none for a removed draft
 */

const channel = new BroadcastChannel('validator.drafts');

/** @param {News} news told to all other pages */
export function tell({ id, revision, changed }) {
  channel.postMessage({ id, revision, changed });
}

/** @param {(news: News) => void} act called with what other pages tell */
export function onNews(act) {
  channel.addEventListener('message', ({ data }) => act(data));
}
