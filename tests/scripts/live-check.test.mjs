// What is checked while one types, and which answer is shown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveCheck } from '../../site_templates/assets/js/engine/live-check.mjs';

/** A check whose answers come when the test says so. */
function desk() {
  /** @type {{resolve: (answer: string) => void, reject: (failure: Error) => void}[]} */
  const asked = [];
  /** @type {string[]} */
  const shown = [];
  /** @type {string[]} */
  const failed = [];
  /** @type {LiveCheck<string>} */
  const live = new LiveCheck(
    () => new Promise((resolve, reject) => { asked.push({ resolve, reject }); }),
    async (answer) => { shown.push(answer); },
    (failure) => { failed.push(failure.message); },
  );
  return { live, asked, shown, failed };
}

const settled = () => new Promise((resolve) => { setImmediate(resolve); });

test('one check at a time: what is typed meanwhile is checked after it', async () => {
  const { live, asked, shown } = desk();
  const done = live.now();
  live.now();
  live.now();
  assert.equal(asked.length, 1);
  asked[0]?.resolve('first');
  await settled();
  assert.deepEqual(shown, []); // no longer what the form says
  assert.equal(asked.length, 2);
  asked[1]?.resolve('latest');
  await done;
  assert.deepEqual(shown, ['latest']);
  assert.equal(asked.length, 2);
});

test('whoever checks at once waits until the form as it stands is shown', async () => {
  const { live, asked, shown } = desk();
  live.now();
  let isDone = false;
  live.now().then(() => { isDone = true; });
  asked[0]?.resolve('first');
  await settled();
  assert.equal(isDone, false);
  asked[1]?.resolve('latest');
  await settled();
  assert.equal(isDone, true);
  assert.deepEqual(shown, ['latest']);
});

test('a check that fails is told, and the next one is asked as ever', async () => {
  const { live, asked, shown, failed } = desk();
  const done = live.now();
  asked[0]?.reject(new Error('died'));
  await done;
  assert.deepEqual(failed, ['died']);
  const next = live.now();
  asked[1]?.resolve('again');
  await next;
  assert.deepEqual(shown, ['again']);
});

test('a failure is not told when more was typed: that is yet to be checked', async () => {
  const { live, asked, shown, failed } = desk();
  const done = live.now();
  live.now();
  asked[0]?.reject(new Error('stopped'));
  await settled();
  asked[1]?.resolve('latest');
  await done;
  assert.deepEqual(failed, []);
  assert.deepEqual(shown, ['latest']);
});

test('a failure to show is told', async () => {
  /** @type {string[]} */
  const failed = [];
  const live = new LiveCheck(
    async () => 'answer',
    async () => { throw new Error('no place'); },
    (failure) => { failed.push(failure.message); },
  );
  await live.now();
  assert.deepEqual(failed, ['no place']);
});

test('a pause in typing is waited for, and begins anew with every key', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { live, asked } = desk();
  live.later();
  context.mock.timers.tick(200);
  live.later();
  context.mock.timers.tick(200);
  assert.equal(asked.length, 0);
  context.mock.timers.tick(50);
  assert.equal(asked.length, 1);
});

test('a check at once takes the place of one that waits for a pause', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { live, asked } = desk();
  live.later();
  live.now();
  context.mock.timers.tick(1000);
  assert.equal(asked.length, 1);
});
