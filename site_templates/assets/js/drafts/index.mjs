// The drafts of this browser. README.md beside this file draws the life of a draft, and says what each
// of the files here is.
export { draftWithName } from './draft-with-name.mjs';
export { handedOver, handOver } from './hand-over.mjs';
export { Keeper } from './keeper.mjs';
export { keepNew, keptDrafts } from './kept-drafts.mjs';
export { isShared, onShared } from './shared-computer.mjs';
export { DraftTools } from './tools.mjs';
