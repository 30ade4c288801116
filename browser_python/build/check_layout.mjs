// Compares what this folder takes for granted of a Pyodide (layout.mjs, names.mjs, the place of
// extension modules in link.mjs) with the one that npm installed, or with another one.
// usage: node check_layout.mjs [folder of a Pyodide]
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FILES, READ, missingNames } from './names.mjs';
import { mismatches } from './probe.mjs';

const installed = fileURLToPath(new URL('.', import.meta.resolve('pyodide')));
const folder = resolve(process.argv[2] ?? installed);

async function check() {
  const texts = await Promise.all(FILES.map(async (file) => (
    /** @type {const} */ ([file, await readFile(join(folder, file), 'utf8').catch(() => '')]))));
  const names = missingNames(Object.fromEntries(texts));
  const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')).href);
  return [...names, ...await mismatches(await loadPyodide({ _makeSnapshot: true }))];
}

const wrong = await check();
if (wrong.length > 0) console.error([...wrong, READ].join('\n'));
process.exit(wrong.length > 0 ? 1 : 0); // A Pyodide that has started keeps Node from ending.
