// A draft on its way from the pre-check to the self-check in the same tab, where the store is refused.
import { forget, keep, kept } from '../page/index.mjs';

/** @import { Draft } from './record.mjs' */

const KEY = 'validator.handover';

/**
 * @param {Draft} draft
 * @returns {boolean} false when the browser refuses to hold it
 */
export function handOver(draft) {
  return keep(KEY, draft);
}

/** @returns {Draft | undefined} the draft that was handed over, once */
export function handedOver() {
  const draft = /** @type {Draft | undefined} */ (kept(KEY));
  forget(KEY);
  return draft;
}
