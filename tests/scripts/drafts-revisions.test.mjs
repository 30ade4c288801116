// Pages that keep the same draft: whatever the order of their acts, no page's answers are lost.
import assert from 'node:assert/strict';
import test from 'node:test';
import { newRecord } from '../../site_templates/assets/js/drafts/record.mjs';
import {
  copyBeside, isBehind, withAnswersAside, written, writtenOfLeft,
} from '../../site_templates/assets/js/drafts/revisions.mjs';

/** @import { DraftRecord } from '../../site_templates/assets/js/drafts/record.mjs' */

/**
 * @param {string} page
 * @param {string} text
 * @param {Partial<DraftRecord>} [parts]
 * @returns {DraftRecord}
 */
function record(page, text, parts) {
  return { ...newRecord('a_call', page), id: 'draft', draft: { lead: { name: text } }, ...parts };
}

test('a first write, and a write on what was read, hold', () => {
  assert.equal(written(undefined, record('one', 'new'))?.revision, 1);
  const found = record('one', 'old', { revision: 3 });
  const kept = written(found, record('two', 'new', { revision: 3 }));
  assert.deepEqual([kept?.revision, kept?.page, kept?.draft], [4, 'two', { lead: { name: 'new' } }]);
});

test('a write on what another page wrote or removed since does not hold', () => {
  const mine = record('one', 'mine', { revision: 3 });
  assert.equal(written(record('two', 'theirs', { revision: 4 }), mine), undefined);
  assert.equal(written(undefined, mine), undefined);
});

test('a page that was stopped before it knew of its own write goes on', () => {
  const mine = record('one', 'newer', { revision: 3 });
  assert.equal(written(record('one', 'mine', { revision: 4 }), mine)?.revision, 5);
});

test('a write keeps the name that was given meanwhile', () => {
  const found = record('one', 'old', { revision: 3, name: '二稿' });
  assert.equal(written(found, record('one', 'new', { revision: 3, name: '' }))?.name, '二稿');
});

test('what a page left is written once: as the draft, or beside what another page wrote', () => {
  const left = record('one', 'mine', { revision: 3 });
  assert.equal(writtenOfLeft(record('one', 'old', { revision: 3 }), left)?.id, 'draft');
  assert.equal(writtenOfLeft(record('two', 'mine', { revision: 4 }), left), undefined);
  const beside = writtenOfLeft(record('two', 'theirs', { revision: 4 }), left);
  assert.notEqual(beside?.id, 'draft');
  assert.deepEqual([beside?.copyOf, beside?.revision, beside?.draft], ['draft', 1, left.draft]);
  assert.equal(writtenOfLeft(undefined, left)?.copyOf, 'draft');
});

test('a page is behind by a newer write of its draft, or by its removal', () => {
  const mine = record('one', 'mine', { revision: 3 });
  assert.ok(isBehind(mine, { id: 'draft', revision: 4 }));
  assert.ok(isBehind(mine, { id: 'draft', revision: 0 }));
  assert.ok(!isBehind(mine, { id: 'draft', revision: 3 }));
  assert.ok(!isBehind(mine, { id: 'another', revision: 4 }));
});

test('answers put aside can still be read, and name the draft', async () => {
  const large = record('one', 'large', { revision: 3, draft: { alliance: { name: '氢'.repeat(300) } } });
  const { aside, ...rest } = withAnswersAside(large);
  assert.deepEqual(JSON.parse(await aside?.text() ?? ''), large.draft);
  assert.deepEqual([rest.name, rest.revision, 'draft' in rest], ['氢'.repeat(100), 4, false]);
});

test('whatever pages do in whatever order, every word that was typed stands in a draft', () => {
  for (let seed = 1; seed <= 2000; seed += 1) {
    const chance = chances(seed);
    const browser = new Browser();
    const pages = ['one', 'two', 'three'].map((name) => new Page(name, browser));
    for (let act = 0; act < 40; act += 1) {
      const page = /** @type {Page} */ (pages[chance(pages.length)]);
      const acts = [
        () => page.type(`word ${act}`), () => page.keep(), () => page.show(), () => page.leave(),
        () => browser.keepLeft(),
      ];
      acts[chance(acts.length)]?.();
    }
    for (const page of pages) page.leave();
    browser.keepLeft();
    const kept = [...browser.store.values()].flatMap(wordsOf);
    assert.deepEqual(browser.typed.filter((word) => !kept.includes(word)), [], `seed ${seed}`);
  }
});

/** @param {DraftRecord | undefined} found @returns {string[]} */
const wordsOf = (found) => /** @type {string[]} */ (found?.draft.words ?? []);

/** What all pages share. */
class Browser {
  /** @type {Map<string, DraftRecord>} */
  store = new Map();
  /** @type {DraftRecord[]} */
  left = [];
  /** @type {string[]} */
  typed = [];

  keepLeft() {
    for (const behind of this.left.splice(0)) {
      const kept = writtenOfLeft(this.store.get(behind.id), behind);
      if (kept) this.store.set(kept.id, kept);
    }
  }
}

/** A page that shows one draft and only ever adds words to it. */
class Page {
  #name;
  #browser;
  #visit = 0;
  #record;
  /** @type {string[]} */
  #words = [];

  /**
   * @param {string} name
   * @param {Browser} browser
   */
  constructor(name, browser) {
    this.#name = name;
    this.#browser = browser;
    this.#record = this.#first();
  }

  /** @param {string} word */
  type(word) {
    this.#words = [...this.#words, word];
    this.#browser.typed.push(word);
  }

  keep() {
    if (!this.#words.length) return;
    const kept = written(this.#browser.store.get(this.#record.id), this.#onScreen);
    this.#record = kept ?? copyBeside(this.#record);
    if (kept) this.#browser.store.set(kept.id, kept);
    else this.keep();
  }

  /** Shows the draft as the store holds it, once what is on screen is kept. */
  show() {
    this.keep();
    this.#record = this.#first();
  }

  /** The page is left before it could keep; the next page shows what the store holds. */
  leave() {
    if (this.#words.length) this.#browser.left.push(this.#onScreen);
    this.#visit += 1;
    this.#record = this.#first();
  }

  get #onScreen() {
    return { ...this.#record, draft: { words: this.#words } };
  }

  #first() {
    const found = this.#browser.store.get('draft');
    this.#words = wordsOf(found);
    const page = `${this.#name}, visit ${this.#visit}`;
    return { ...found ?? newRecord('a_call', page), id: 'draft', page };
  }
}

/** @param {number} seed @returns {(below: number) => number} the same numbers from the same seed */
function chances(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
