// The record of a draft in the browser's store, and what a record says of its draft.

const LONGEST_TITLE = 200; // characters: a name that was opened from a file may have any length
const ABOUT = ['draft_version', 'draft_name', 'notice', 'fingerprint']; // keys of a draft that answer no question
const MINUTE = 60_000;

/**
 * The answers as a draft file holds them, by section or list of the form; beside them `draft_version`,
 * a number, `notice`, the id of the call, `fingerprint`, by which rules it was checked, and perhaps
 * `draft_name`.
 * @typedef {Record<string, unknown>} Draft
 */

/**
 * @typedef {object} DraftRecord
 * @property {string} id
 * @property {string} notice id of the call that the draft answers
 * @property {string} name given by a person; '' for none
 * @property {number} number names a draft that has no name; the highest of its call when it was made
 * @property {Draft} draft the answers
 * @property {number} revision grows with every write; 0 while the draft was never kept
 * @property {number} changed milliseconds since 1970; 0 while the draft was never kept
 * @property {string} page id of the page that wrote the record last
 * @property {string} [copyOf] id of the draft that another page changed or removed meanwhile
 * @property {Blob} [aside] the answers as JSON, instead of `draft`: more than the page can show
 */

/**
 * A record as it was read from the store, where an earlier edition of the site, or a fault of the
 * browser, may have left any part of it out.
 * @typedef {{id: string} & Partial<DraftRecord>} FoundRecord
 */

/**
 * @param {string} call id of the call
 * @param {string} page id of the page that shows the draft
 * @param {number} [number]
 * @returns {DraftRecord} the record of a draft without answers that was never kept
 */
export function newRecord(call, page, number = 1) {
  return {
    id: newId(), notice: call, name: '', number, draft: {}, revision: 0, changed: 0, page,
  };
}

/** @returns {string} an id that no other draft or page has (`crypto.randomUUID` needs https) */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

/**
 * @param {FoundRecord} record
 * @param {string} call id of a call
 * @returns {boolean} whether the draft answers the call; one that does not say is any call's
 */
export function isOf({ notice }, call) {
  return notice === call || typeof notice !== 'string';
}

/**
 * @param {FoundRecord[]} records all drafts of a call
 * @returns {number} the number of a draft made now
 */
export function nextNumber(records) {
  return 1 + Math.max(0, ...records.map(({ number }) => Number(number) || 0));
}

/**
 * @param {FoundRecord} record
 * @returns {record is DraftRecord} whether the record is whole enough to be shown
 */
export function isSound(record) {
  const { name, number, draft, revision, changed } = record;
  return typeof name === 'string' && [number, revision, changed].every(Number.isFinite)
    && draft !== null && typeof draft === 'object' && !Array.isArray(draft);
}

/**
 * @param {Draft} draft
 * @returns {boolean} whether the draft answers nothing; a list without a row is no answer
 */
export function isBlank(draft) {
  return Object.entries(draft).every(
    ([key, value]) => ABOUT.includes(key) || inner(value, 'length') === 0 || value === '',
  );
}

/**
 * @param {Pick<FoundRecord, 'name' | 'number' | 'draft'>} record
 * @param {string} unnamed the words before the number of a draft that has no name
 * @returns {string} what the page calls the draft: its own name, or the alliance's, or its number
 */
export function titleOf({ name, number, draft }, unnamed) {
  const title = name || allianceOf(draft) || `${unnamed} ${number ?? ''}`.trim();
  return String(title).slice(0, LONGEST_TITLE);
}

/**
 * @param {FoundRecord[]} records
 * @param {string} unnamed as for `titleOf`
 * @returns {Map<string, string>} a title for each id. Drafts that a list would show with the same
 *   title and the same minute get a number behind: nobody could tell them apart otherwise
 */
export function titlesOf(records, unnamed) {
  /** @type {Map<string, FoundRecord[]>} */
  const alike = new Map();
  for (const record of records) {
    const seen = `${Math.floor(Number(record.changed) / MINUTE)} ${titleOf(record, unnamed)}`;
    alike.set(seen, [...alike.get(seen) ?? [], record]);
  }
  return new Map([...alike.values()].flatMap((group) => numbered(group, unnamed)));
}

/**
 * @param {FoundRecord[]} group
 * @param {string} unnamed
 * @returns {[string, string][]} by number and id, which do not change: a draft keeps its title
 *   while others of the group are written
 */
function numbered(group, unnamed) {
  const ordered = [...group].sort((first, second) => (
    (Number(first.number) || 0) - (Number(second.number) || 0) || (first.id < second.id ? -1 : 1)
  ));
  return ordered.map((record, place) => {
    const title = titleOf(record, unnamed);
    return [record.id, group.length > 1 ? `${title}（${place + 1}）` : title];
  });
}

/**
 * @param {unknown} draft
 * @returns {unknown} the name of the alliance; undefined where there is none
 */
export function allianceOf(draft) {
  const alliance = inner(draft, 'alliance');
  return inner(alliance, 'name');
}

/**
 * @param {unknown} value
 * @param {string} key
 */
function inner(value, key) {
  return typeof value === 'object' && value !== null
    ? /** @type {Record<string, unknown>} */ (value)[key] : undefined;
}
