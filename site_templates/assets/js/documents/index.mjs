// Documents and tables between Python and the visitor's machine: those that Python fills are looked
// at, printed and saved as files; a table of members is read into the form.
export { DocumentTools } from './document-tools.mjs';
export { MembersImport } from './members-import.mjs';
export { Preview } from './preview.mjs';
export { ReportTools } from './report-tools.mjs';
