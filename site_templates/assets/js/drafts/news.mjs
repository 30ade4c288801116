// What tabs tell each other: which draft was written, renamed or removed.

const channel = new BroadcastChannel('validator.drafts');

/**
 * @param {{id: string, revision: number, changed?: number}} news `revision` is 0 for a removed draft
 */
export function tell({ id, revision, changed }) {
  channel.postMessage({ id, revision, changed });
}

/** Call back with what other tabs tell. */
export function onNews(act) {
  channel.addEventListener('message', ({ data }) => act(data));
}
