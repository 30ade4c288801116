// A draft on its way from the pre-check to the self-check, in the same tab.
import { forget, keep, kept } from '../page/index.mjs';

const KEY = 'validator.handover';

/** @returns {boolean} false when the browser refuses to keep it */
export function give(draft) {
  return keep(KEY, draft);
}

/** The draft that was handed over; undefined when there is none. It is taken only once. */
export function take() {
  const draft = kept(KEY);
  forget(KEY);
  return draft;
}
