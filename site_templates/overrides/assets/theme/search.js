/* Runs the theme's search worker, and cuts what is asked for into the words of the index first: the
   theme's own way of cutting Chinese loses the last word of a question and any after an unknown
   character. The theme's worker is named in the query string of this file's address. */
const SETUP = 0;
const QUESTION = 2;
const EDGE = "\u200b"; // set around every word of the index when the site is built
const RUNS = /([0-9]*)([\u3400-\u9fff]+)/g;

const words = new Set();
let longest = 1;

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

addEventListener("message", (event) => {
  const { type, data } = event.data;
  if (type === SETUP) learn(data.docs);
  if (type !== QUESTION || !event.isTrusted) return;
  event.stopImmediatePropagation();
  const question = data.replace(RUNS, (whole) => ` ${cut(whole).join(" ") || whole} `);
  dispatchEvent(new MessageEvent("message", { data: { type, data: question } }));
});

importScripts(`../javascripts/workers/${location.search.slice(1)}`);
