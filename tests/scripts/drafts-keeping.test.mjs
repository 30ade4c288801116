// How keeping stands, when it is done, and in what order.
import assert from 'node:assert/strict';
import test from 'node:test';
import { keepingState } from '../../site_templates/assets/js/drafts/keeping-state.mjs';
import { Pace } from '../../site_templates/assets/js/drafts/pace.mjs';
import { Queue } from '../../site_templates/assets/js/drafts/queue.mjs';

const CALM = { shared: false, refused: false, begun: true, unshown: {} };
const ONE = { id: 'a' };

test('of the states that hold the page says the gravest', () => {
  const all = {
    shared: true, refused: true, begun: false, elsewhere: { id: 'a', changed: 9 },
    unshown: { damaged: ONE, large: ONE },
  };
  assert.equal(keepingState(all), 'shared');
  assert.equal(keepingState({ ...all, shared: false }), 'refused');
  assert.equal(keepingState({ ...all, shared: false, refused: false }), 'not_yet');
  assert.equal(keepingState({ ...all, ...CALM, unshown: all.unshown }), 'elsewhere');
  assert.equal(keepingState({ ...CALM, elsewhere: { id: 'a' }, unshown: all.unshown }), 'gone');
  assert.equal(keepingState({ ...CALM, unshown: all.unshown }), 'damaged');
  assert.equal(keepingState({ ...CALM, unshown: { large: ONE } }), 'large');
  assert.equal(keepingState({ ...CALM, unshown: { damaged: undefined, large: undefined } }), 'yes');
});

/** @param {import('node:test').TestContext} context */
function typing({ mock }) {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  /** @type {number[]} */
  const kept = [];
  const pace = new Pace(() => {
    pace.stop();
    kept.push(Date.now());
  }, Date.now);
  return { kept, pace, wait: (/** @type {number} */ time) => mock.timers.tick(time) };
}

test('what is typed is kept once, after a pause', (context) => {
  const { kept, pace, wait } = typing(context);
  pace.typed();
  wait(100);
  pace.typed();
  wait(249);
  assert.deepEqual(kept, []);
  wait(1);
  assert.deepEqual(kept, [350]);
  wait(5000);
  assert.deepEqual(kept, [350]);
});

test('while no pause comes it is kept from time to time', (context) => {
  const { kept, pace, wait } = typing(context);
  for (let time = 0; time < 1000; time += 50) {
    pace.typed();
    wait(50);
  }
  assert.deepEqual(kept, [400, 800]);
});

test('a timer that fast typing holds up is not waited for', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] }); // never run
  let now = 0;
  let kept = 0;
  const pace = new Pace(() => { kept += 1; }, () => now);
  pace.typed();
  now = 399;
  pace.typed();
  assert.equal(kept, 0);
  now = 400;
  pace.typed();
  assert.equal(kept, 1);
});

test('what is stopped is not kept any more', (context) => {
  const { kept, pace, wait } = typing(context);
  pace.typed();
  pace.stop();
  wait(5000);
  assert.deepEqual(kept, []);
});

test('acts are done one after the other, and one that fails stops no other', async () => {
  /** @type {string[]} */
  const done = [];
  const queue = new Queue();
  const slow = queue.next(async () => {
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    done.push('slow');
    return 'result';
  });
  const failing = queue.next(() => { throw new Error('refused'); });
  const last = queue.next(() => { done.push('last'); });
  await assert.rejects(failing, /refused/);
  await last;
  assert.equal(await slow, 'result');
  assert.deepEqual(done, ['slow', 'last']);
});

test('a queue is idle when also what was added meanwhile is done', async () => {
  /** @type {string[]} */
  const done = [];
  const queue = new Queue();
  queue.next(async () => {
    queue.next(() => { done.push('added'); });
    done.push('first');
  });
  await queue.idle();
  assert.deepEqual(done, ['first', 'added']);
});
