// Written by `make wire` from the models of validator/worker.

export interface Begin {
  call?: string;
  links: Links;
  folder?: Blob | null;
}

export interface Check {
  draft: string;
  editing?: string;
}

export interface Compare {
  folder: Blob;
  call: string;
  published?: Blob | null;
}

export interface Draft {
  draft: string;
}

export interface Examine {
  folder: Blob;
}

export interface Example {
  minimal?: boolean;
}

export interface Fill {
  draft: string;
  clean?: boolean;
  name: string;
}

export interface Import {
  draft: string;
  content?: Blob | null;
  text?: string;
  replace?: boolean;
}

export interface Links {
  notice: string;
  rules: string;
  questions: string;
  materials: string;
  self_check: string;
}

export interface OpenFile {
  content: Blob;
}

export interface Package {
  draft: string;
  clean?: boolean;
}

export interface Ping {
  text?: string;
}

export interface PreCheck {
  answers: string;
  editing?: string;
}

export interface PreCheckAnswers {
  answers: string;
}

export interface Preview {
  draft: string;
  name: string;
}

export interface Try {
  folder: Blob;
  draft?: Blob | null;
}

export interface Requests {
  begin: Begin;
  ping: Ping;
  check: Check;
  what_if: Draft;
  precheck: PreCheck;
  precheck_draft: PreCheckAnswers;
  example: Example;
  open: Draft;
  open_file: OpenFile;
  fill: Fill;
  preview: Preview;
  package: Package;
  summary: Draft;
  report_sheet: Draft;
  report_page: Draft;
  report_document: Package;
  members_template: Draft;
  import_members: Import;
  call_examine: Examine;
  call_compare: Compare;
  call_try: Try;
}

export interface Checked {
  html: string;
  problems: FormProblem[];
  sections: SectionState[];
  moot: string[];
  summary: string;
  counts_html: string;
}

export interface DraftAnswer {
  draft: Record<string, unknown>;
}

export interface Examined {
  html: string;
  is_read: boolean;
  is_sound: boolean;
}

export interface FileAnswer {
  name: string;
  content: Uint8Array<ArrayBuffer>;
}

export interface FormProblem {
  pointer: string;
  message: string;
}

export interface Imported {
  html: string;
  members: unknown[];
  taken: number;
  whole: boolean;
}

export interface Opened {
  draft: Record<string, unknown>;
  html: string;
  warning: string;
}

export interface Pong {
  pong: string;
}

export interface PreChecked {
  html: string;
  problems: FormProblem[];
  summary: string;
}

export interface Refusal {
  error: string;
}

export interface Rendered {
  html: string;
}

export interface SectionState {
  pointer: string;
  state: State;
  label: string;
}

export type State = 'not_started' | 'started' | 'done' | 'faulty';

export interface Tried {
  html: string;
  summary: string;
}

export interface Answers {
  begin: null;
  ping: Pong;
  check: Checked;
  what_if: Rendered;
  precheck: PreChecked;
  precheck_draft: DraftAnswer;
  example: DraftAnswer;
  open: Opened;
  open_file: Opened;
  fill: FileAnswer;
  preview: Rendered;
  package: FileAnswer;
  summary: FileAnswer;
  report_sheet: Rendered;
  report_page: FileAnswer;
  report_document: FileAnswer;
  members_template: FileAnswer;
  import_members: Imported;
  call_examine: Examined;
  call_compare: Rendered;
  call_try: Tried;
}

export type Name = keyof Requests;
