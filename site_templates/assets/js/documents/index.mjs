// Documents and tables: those that Python fills are previewed, printed and saved as files; a table of
// members that the visitor has is read into the form.
export { DocumentTools } from './document-tools.mjs';
export { MembersImport } from './members-import.mjs';
export { Preview } from './preview.mjs';
export { ReportTools } from './report-tools.mjs';
