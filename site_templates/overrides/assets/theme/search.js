/* Stands before the theme's search worker. It fetches that worker and the index only when somebody
   searches: most readers do not. And it cuts what is asked for into the words of the index first,
   for the theme's own way of cutting Chinese loses the last word of a question and any after an
   unknown character. The theme's worker is named in the query string of this file's address. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const EDGE = "\u200b"; // set around every word of the index when the site is built
const RUNS = /([0-9]*)([\u3400-\u9fff]+)/g;

const words = new Set();
let longest = 1;
let settings; // of the theme; its documents come later
let prepared;
let asked;

function learn(docs) {
  for (const { title, text } of docs) {
    for (const piece of `${title}${EDGE}${text}`.split(EDGE)) {
      if (!/^[0-9]*[\u3400-\u9fff]+$/.test(piece)) continue;
      words.add(piece);
      longest = Math.max(longest, piece.length);
    }
  }
}

/* The longest known word first; characters that are no word by themselves are passed over. */
function cut(run) {
  const found = [];
  for (let start = 0; start < run.length; ) {
    let end = Math.min(start + longest, run.length);
    while (end > start + 1 && !words.has(run.slice(start, end))) end -= 1;
    if (end > start + 1) found.push(run.slice(start, end));
    start = end;
  }
  return found;
}

function tell(type, data) {
  dispatchEvent(new MessageEvent("message", { data: { type, data } }));
}

async function prepare() {
  const { docs } = await (await fetch("../../search/documents.json")).json();
  learn(docs);
  importScripts(`../javascripts/workers/${location.search.slice(1)}`);
  await new Promise((ready) => {
    const post = self.postMessage.bind(self);
    self.postMessage = (message) => {
      if (message.type !== READY) return post(message);
      self.postMessage = post; // the page was told before
      return ready();
    };
    tell(SETUP, { ...settings, docs });
  });
}

async function ask(question) {
  asked = question;
  prepared ??= prepare().catch((error) => {
    prepared = undefined; // the next question tries again
    throw error;
  });
  await prepared;
  if (asked !== question) return; // somebody types on
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
