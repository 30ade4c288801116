// What Python said of the whole form, in the page: the report, what other ways of doing would come
// to, how far each section is, and what came out of a file. All of Python's HTML enters here.
export { showRendered, updateRendered } from './rendered.mjs';
export { showChanges, showResults } from './results.mjs';
export { showSections } from './sections.mjs';
export { closeTold, closeToldOnRequest, showTold } from './told.mjs';
