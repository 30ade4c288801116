// Shows Python's answers about the whole form: the report, changes that would improve it, how far each
// section is, and what was found in a file. All HTML from Python enters the page here.
export { showRendered, updateRendered } from './rendered.mjs';
export { showChanges, showResults } from './results.mjs';
export { showSections } from './sections.mjs';
export { closeTold, closeToldOnRequest, showTold } from './told.mjs';
