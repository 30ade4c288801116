// How keeping stands: the one of its states that the page says.

/** @import { First } from './choices.mjs' */
/** @import { Elsewhere } from './revisions.mjs' */

/**
 * Names of the sentences in keeping_state.html.j2, which says what each of them means.
 * @typedef {'not_yet' | 'yes' | 'shared' | 'refused' | 'elsewhere' | 'gone' | 'damaged' | 'large'} State
 */

/** @typedef {Pick<First, 'damaged' | 'large'>} Unshown drafts that could not be shown */

/**
 * @typedef {object} Facts
 * @property {boolean} shared whether this is a shared computer
 * @property {boolean} refused whether the last write failed, and none was read again since
 * @property {boolean} begun whether the browser has answered yet
 * @property {Elsewhere} [elsewhere] what another page did to the draft on screen
 * @property {Unshown} unshown
 */

/**
 * @param {Facts} facts
 * @returns {State} the first that holds of: shared, refused, not_yet, elsewhere or gone, damaged,
 *   large, yes
 */
export function keepingState({ shared, refused, begun, elsewhere, unshown }) {
  if (shared) return 'shared';
  if (refused) return 'refused';
  if (!begun) return 'not_yet';
  if (elsewhere) return elsewhere.changed ? 'elsewhere' : 'gone';
  if (unshown.damaged) return 'damaged';
  return unshown.large ? 'large' : 'yes';
}
