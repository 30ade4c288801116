// What is ended as a page is left, and done again when it comes back.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Presence } from '../../site_templates/assets/js/drafts/presence.mjs';

/** A page, and transactions that end when the test says so. */
function desk() {
  const page = new EventTarget();
  /** @type {string[]} */
  const said = [];
  /** @type {((value?: unknown) => void)[]} */
  const ends = [];
  const presence = new Presence(page);
  const begin = async () => {
    const name = `tx${ends.length}`;
    said.push(`${name} begins`);
    let abort = () => {};
    const done = new Promise((resolve, reject) => {
      ends.push(resolve);
      abort = () => {
        said.push(`${name} aborted`);
        reject(new DOMException('left', 'AbortError'));
      };
    });
    presence.watch({ abort, done });
    await done;
    return name;
  };
  /** @param {string} type @param {boolean} [persisted] */
  const happens = (type, persisted = true) => {
    page.dispatchEvent(Object.assign(new Event(type), { persisted }));
  };
  return { presence, begin, happens, said, ends };
}

const settled = () => new Promise((resolve) => { setImmediate(resolve); });

test('a transaction ends as the page is left, and is done again when it comes back', async () => {
  const { presence, begin, happens, said, ends } = desk();
  const done = presence.during(begin);
  await settled();
  happens('pagehide');
  await settled();
  assert.deepEqual(said, ['tx0 begins', 'tx0 aborted']);
  happens('pageshow');
  await settled();
  ends[1]?.();
  assert.equal(await done, 'tx1');
});

test('one that has ended is left alone', async () => {
  const { presence, begin, happens, said, ends } = desk();
  const done = presence.during(begin);
  await settled();
  ends[0]?.();
  await done;
  happens('pagehide');
  assert.deepEqual(said, ['tx0 begins']);
});

test('nothing begins while the page is away, and what had begun to begin is ended', async () => {
  const { presence, begin, happens, said, ends } = desk();
  let open = () => {};
  const opening = new Promise((resolve) => { open = () => resolve(undefined); });
  const early = presence.during(async () => {
    await opening;
    return begin();
  });
  await settled();
  happens('pagehide');
  const late = presence.during(begin);
  open();
  await settled();
  assert.deepEqual(said, ['tx0 begins', 'tx0 aborted']);
  happens('pageshow');
  await settled();
  for (const end of ends) end();
  assert.deepEqual(await Promise.all([early, late]), ['tx2', 'tx1']);
});

test('a page that is left twice does it again twice', async () => {
  const { presence, begin, happens, ends } = desk();
  const done = presence.during(begin);
  for (let time = 0; time < 2; time += 1) {
    await settled();
    happens('pagehide');
    happens('pageshow');
  }
  await settled();
  ends[2]?.();
  assert.equal(await done, 'tx2');
});

test('a page that no browser keeps is left to the browser', async () => {
  const { presence, begin, happens, said, ends } = desk();
  const done = presence.during(begin);
  await settled();
  happens('pagehide', false);
  assert.deepEqual(said, ['tx0 begins']);
  ends[0]?.();
  assert.equal(await done, 'tx0');
});

test('what fails while the page is shown fails', async () => {
  const { presence } = desk();
  let times = 0;
  const refused = presence.during(async () => {
    times += 1;
    throw new Error('refused');
  });
  await assert.rejects(refused, /refused/);
  assert.equal(times, 1);
});

test('a transaction that the browser is about to end is not waited for', async () => {
  const { presence, happens } = desk();
  presence.watch({ done: new Promise(() => {}), abort: () => { throw new Error('committing'); } });
  happens('pagehide');
  happens('pageshow');
  assert.equal(await presence.during(async () => 'done'), 'done');
});
