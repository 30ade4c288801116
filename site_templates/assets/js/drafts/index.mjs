// The drafts of this browser: the answers on screen are kept as they are typed; other drafts are
// listed, opened, named, removed, read from files and saved as files, and handed over by the pre-check.
export { Autosave } from './autosave.mjs';
export { keepNew } from './drafts.mjs';
export { give, take } from './handover.mjs';
export { Keeping } from './keeping.mjs';
export { named } from './named.mjs';
export { isShared, onShared } from './session.mjs';
