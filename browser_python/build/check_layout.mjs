// Compares what this folder assumes of Pyodide (layout.mjs, names.mjs, the place of extension modules in
// link.mjs) with the Pyodide that npm installed, or with another one.
// usage: node check_layout.mjs [folder of a Pyodide]
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TABLE_BASE } from '../boot/link.mjs';
import { FILES, READ, missingNames } from './names.mjs';
import { mismatches } from './probe.mjs';

const installed = fileURLToPath(new URL('.', import.meta.resolve('pyodide')));
const folder = resolve(process.argv[2] ?? installed);

/**
 * Say whether extension modules would overwrite the engine's own entries in the table of functions.
 * @param {number} taken the number of the engine's own entries
 * @returns {string[]} a sentence if they would
 */
function room(taken) {
  if (taken <= TABLE_BASE) return [];
  return [`Extension modules are linked from entry ${TABLE_BASE} of the engine's table of functions`
    + ` (TABLE_BASE in boot/link.mjs): the engine itself has ${taken} there.`];
}

async function check() {
  const texts = await Promise.all(FILES.map(async (file) => (
    /** @type {const} */ ([file, await readFile(join(folder, file), 'utf8').catch(() => '')]))));
  const names = missingNames(Object.fromEntries(texts));
  const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')).href);
  const python = await loadPyodide({ _makeSnapshot: true });
  return [...names, ...room(python._module.wasmTable.length), ...await mismatches(python)];
}

const wrong = await check();
if (wrong.length > 0) console.error([...wrong, READ].join('\n'));
process.exit(wrong.length > 0 ? 1 : 0); // A Pyodide that has started keeps Node from ending.
