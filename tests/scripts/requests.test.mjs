// Who waits for which answer, and what becomes of requests when a worker is ended.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Failure } from '../../browser_python/boot/failure.mjs';
import { Requests } from '../../site_templates/assets/js/engine/requests.mjs';

/** @import { ToWorker } from '../../site_templates/assets/js/engine/messages.d.ts' */

const SECOND = 1000;
const DRAFT = { draft: '{}' };
let now = 0;

beforeEach(() => {
  now = 0;
  mock.timers.enable({ apis: ['setInterval'] });
  mock.method(performance, 'now', () => now);
});
afterEach(() => mock.reset());

/** Requests, and what they did: sent, told to be busy, ended. */
function desk() {
  /** @type {ToWorker[]} */
  const sent = [];
  /** @type {boolean[]} */
  const busy = [];
  /** @type {string[]} */
  const ended = [];
  const requests = new Requests({
    send: (message) => { sent.push(message); },
    busy: (isBusy) => { busy.push(isBusy); },
    end: (failure) => { ended.push(failure.code); },
  });
  const pings = () => sent.filter((it) => 'ping' in it).length;
  return { requests, sent, busy, ended, pings };
}

/** @param {number} seconds */
function pass(seconds) {
  for (let at = 0; at < seconds; at += 1) {
    now += SECOND;
    mock.timers.tick(SECOND);
  }
}

/**
 * @param {Promise<unknown>} answer
 * @returns {Promise<string>} the failure's code, or 'answered'
 */
const codeOf = (answer) => answer.then(() => 'answered', ({ code }) => code);
/** @param {ToWorker} message */
const idOf = (message) => ('id' in message ? message.id : undefined);

test('an answer goes to whoever asked, in whichever order answers come', async () => {
  const { requests, sent } = desk();
  const one = requests.add('ping', { text: 'one' });
  const two = requests.add('ping', { text: 'two' });
  assert.deepEqual(sent, [
    { id: 1, name: 'ping', request: { text: 'one' } },
    { id: 2, name: 'ping', request: { text: 'two' } },
  ]);
  requests.settle(2, 'second');
  requests.settle(1, 'first');
  requests.settle(1, 'too late');
  assert.deepEqual(await Promise.all([one, two]), ['first', 'second']);
});

test('of a worker that was ended the request that ran fails; the others are sent again', async () => {
  const { requests, sent } = desk();
  const ran = codeOf(requests.add('check', DRAFT));
  const waits = codeOf(requests.add('ping', {}));
  requests.note(1, true);
  requests.giveUp(new Failure('stopped'));
  assert.equal(await ran, 'stopped');
  requests.sendAgain();
  assert.deepEqual(sent.map(idOf), [1, 2, 2]);
  requests.settle(2, {});
  assert.equal(await waits, 'answered');
});

test('a death is blamed on no request that did not run, a stop on the first', async () => {
  const { requests, sent } = desk();
  const first = codeOf(requests.add('package', DRAFT));
  requests.giveUp(new Failure('died'));
  requests.sendAgain();
  assert.equal(sent.length, 2);
  requests.giveUp(new Failure('stopped'));
  assert.equal(await first, 'stopped');
});

test('who waits long is told that Python is busy, and in the end it is ended', () => {
  const { requests, busy, ended, pings } = desk();
  requests.add('check', DRAFT).catch(() => {});
  requests.note(1, true);
  pass(7);
  assert.deepEqual(busy, []);
  pass(1);
  assert.deepEqual(busy, [true]);
  pass(111);
  assert.deepEqual(ended, []);
  pass(1);
  assert.deepEqual(ended, ['overran']);
  assert.equal(pings(), 0); // while Python works its worker hears nothing
});

test('a worker at nothing that does not answer has died; one that answers may wait long', () => {
  const { requests, ended, pings } = desk();
  requests.add('package', DRAFT).catch(() => {});
  for (let at = 0; at < 60; at += 1) {
    pass(1);
    requests.hear();
  }
  assert.deepEqual(ended, []);
  assert.equal(pings(), 60);
  pass(20);
  assert.deepEqual(ended, ['died']);
});

test('a machine that slept has not worked', () => {
  const { requests, ended } = desk();
  requests.add('check', DRAFT).catch(() => {});
  requests.note(1, true);
  now += 3600 * SECOND;
  mock.timers.tick(SECOND);
  assert.deepEqual(ended, []);
});
