// What a tab knows of itself, and what all tabs agree on, beside the drafts.
import { newId } from './store.mjs';

const SHARED = 'validator.shared';
const current = (notice) => `validator.current.${notice}`;

/** This page, until it is left. */
export const page = newId();

/** The id of the draft that this tab had open, if it had one. */
export function currentId(notice) {
  return quietly(() => sessionStorage.getItem(current(notice)));
}

/** Have a draft opened again when this tab is reloaded; '' for none. */
export function setCurrent(notice, id) {
  quietly(() => {
    if (id) sessionStorage.setItem(current(notice), id);
    else sessionStorage.removeItem(current(notice));
  });
}

/** Whether this is a shared computer: nothing is kept then. */
export function isShared() {
  return quietly(() => localStorage.getItem(SHARED)) === 'yes';
}

/** Choose whether this is a shared computer. */
export function setShared(yes) {
  quietly(() => {
    if (yes) localStorage.setItem(SHARED, 'yes');
    else localStorage.removeItem(SHARED);
  });
}

/** Call back when another tab chose. */
export function onShared(act) {
  addEventListener('storage', ({ key }) => key === SHARED && act(isShared()));
}

// A browser that refuses storage has nothing to say here; `store.mjs` says it.
function quietly(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
