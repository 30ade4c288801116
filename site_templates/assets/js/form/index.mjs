// The form: its answers as a draft, the rows of its lists, which questions are asked, the problems
// and marks beside them, and the ways to a place in it. Nothing here asks Python or keeps anything.
export { answersOf } from './answers.mjs';
export { walkCells } from './cells.mjs';
export { collect } from './collect.mjs';
export { onComeBack } from './come-back.mjs';
export { controlsByName, holdsAnswer } from './controls.mjs';
export { fits } from './known.mjs';
export { showMoot } from './moot.mjs';
export { put } from './pointers.mjs';
export { editingIn, showProblems } from './problems.mjs';
export { refreshQuestions } from './questions.mjs';
export { followLinks, revealAddress } from './reveal.mjs';
export { addRow, removeRow, unfold } from './rows.mjs';
export { showDraft } from './show-draft.mjs';
export { Steps } from './steps.mjs';
export { read } from './values.mjs';
