/* Runs in place of the theme's search worker. The query string of this file's address names the
   worker's file.
   - Fetches the worker and the index only when somebody searches, which most readers do not.
   - Leaves out what stands on pages of other calls, where the fragment of this file's address names
     the call of the page.
   - Cuts a question into words of the index before the theme's worker gets the question: the worker's
     own way of cutting Chinese loses the last word, and every word after an unknown character. */

/**
 * @typedef {{location: string, title: string, text: string}} Doc a section of a page: its address from
 *   the site's root, its title and text with their words marked by EDGE
 */

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const EDGE = "\u200b"; // The build sets a zero-width space around every word of the index.
const RUNS = /([0-9]*)([\u3400-\u9fff]+)/g;

/** @type {Set<string>} */
const words = new Set();
let longest = 1;
/** @type {object | undefined} the theme's settings, without its documents */
let settings;
/** @type {Promise<void> | undefined} fulfilled when the theme's worker is ready for questions */
let prepared;
/** @type {string} the last question */
let asked = "";

/** @param {Doc} doc @returns {boolean} whether the section is of the page's call, or of none */
function isOfCall({ location: address }) {
  const own = location.hash.slice(1);
  return !own || !address.startsWith("calls/") || address.startsWith(`calls/${own}/`);
}

/** @param {Doc[]} docs */
function learn(docs) {
  for (const { title, text } of docs) {
    for (const piece of `${title}${EDGE}${text}`.split(EDGE)) {
      if (!/^[0-9]*[\u3400-\u9fff]+$/.test(piece)) continue;
      words.add(piece);
      longest = Math.max(longest, piece.length);
    }
  }
}

/**
 * @param {string} run of Chinese characters
 * @returns {string[]} the words in it, the longest known one first; other characters are left out
 */
function cut(run) {
  /** @type {string[]} */
  const found = [];
  for (let start = 0; start < run.length; ) {
    let end = Math.min(start + longest, run.length);
    while (end > start + 1 && !words.has(run.slice(start, end))) end -= 1;
    if (end > start + 1) found.push(run.slice(start, end));
    start = end;
  }
  return found;
}

/**
 * Gives the theme's worker a message, as if the page had sent the message.
 * @param {number} type
 * @param {unknown} data
 */
function tell(type, data) {
  dispatchEvent(new MessageEvent("message", { data: { type, data } }));
}

async function prepare() {
  const { docs: all } = await (await fetch("../../search/documents.json")).json();
  const docs = /** @type {Doc[]} */ (all).filter(isOfCall);
  learn(docs);
  importScripts(`../javascripts/workers/${location.search.slice(1)}`);
  await /** @type {Promise<void>} */ (new Promise((ready) => {
    const post = self.postMessage.bind(self);
    /** @param {{type: number}} message */
    self.postMessage = (message) => {
      if (message.type !== READY) return post(message);
      self.postMessage = post; // The page got this message already, in answer to its SETUP.
      return ready();
    };
    tell(SETUP, { ...settings, docs });
  }));
}

/** @param {string} question */
async function ask(question) {
  asked = question;
  prepared ??= prepare().catch((error) => {
    prepared = undefined; // the next question tries again
    throw error;
  });
  await prepared;
  if (asked !== question) return; // The reader has typed another question meanwhile.
  tell(QUERY, question.replace(RUNS, (whole) => ` ${cut(whole).join(" ") || whole} `));
}

addEventListener("message", (event) => {
  if (!event.isTrusted) return;
  event.stopImmediatePropagation();
  const { type, data } = event.data;
  if (type === SETUP) {
    settings = data;
    postMessage({ type: READY });
  }
  if (type === QUERY && data.trim()) ask(data);
});
