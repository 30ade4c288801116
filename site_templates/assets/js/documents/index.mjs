// Documents and tables between Python and the visitor's machine: those that Python fills are looked
// at, printed and saved as files; a table of members is read into the form.
export { DocumentTaking } from './documents.mjs';
export { Members } from './members.mjs';
export { Preview } from './preview.mjs';
export { ReportTaking } from './report.mjs';
