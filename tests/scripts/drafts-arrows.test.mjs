// The tables of the room's README: every file stands in one, and the arrows between them go one way.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

const ROOM = new URL('../../site_templates/assets/js/drafts/', import.meta.url);
const SCRIPTS = readdirSync(ROOM).filter((name) => name.endsWith('.mjs') && name !== 'index.mjs');

/** @param {string} name */
const textOf = (name) => readFileSync(new URL(name, ROOM), 'utf8');

/** @type {Map<string, number>} the place of each file's table among the tables of files */
const tables = new Map(textOf('README.md').split('## The files')[1]?.split('| file |').flatMap(
  (table, place) => [...table.matchAll(/^\| `(.+?\.mjs)` \|/gm)].map(([, name]) => [name ?? '', place]),
));

test('every file stands in a table, and every file of a table is there', () => {
  assert.deepEqual([...tables.keys()].sort(), [...SCRIPTS].sort());
});

test('a file enters only files of its own table or of a table above it, for types too', () => {
  for (const name of SCRIPTS) {
    const table = tables.get(name) ?? -1;
    const entered = [...textOf(name).matchAll(/from '\.\/(.+?)'/g)].map(([, other]) => other ?? '');
    for (const other of entered) {
      assert.ok((tables.get(other) ?? Infinity) <= table, `${name} enters ${other}`);
    }
  }
});

test('what is tested without a browser enters nothing but its own table', () => {
  for (const name of SCRIPTS.filter((one) => tables.get(one) === 1)) {
    const entered = [...textOf(name).matchAll(/ from '(.+?)'/g)].map(([, other]) => other ?? '');
    for (const other of entered) assert.equal(tables.get(other.slice(2)), 1, `${name}: ${other}`);
  }
});
