// Starts Python under Node from the image, as the worker does. Calls a Python function whose code is not
// in the first part of the image, and then one that needs the second half of the engine. Prints which
// code the first function had before and after, how often the later files were fetched, and which
// second halves.
// usage: node start_image.mjs <runtime folder> <folder of the whole engine>
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Archive } from '../../browser_python/boot/archive.mjs';
import { Halves, secondOf } from '../../browser_python/boot/halves.mjs';
import { headOf, restoring } from '../../browser_python/boot/image.mjs';
import { linking, stubs } from '../../browser_python/boot/link.mjs';

const [runtime = '', whole = ''] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(join(runtime, 'manifest.json'), 'utf8'));
/** @param {string} file */
const at = (file) => resolve(runtime, manifest.build, file);
/** @param {string} file */
const glue = (file) => import(pathToFileURL(at(file)).href);
const { loadPyodide } = await glue('pyodide.mjs');
const { default: create } = await glue('pyodide.asm.mjs');
/** @param {string} file */
const content = (file) => new Uint8Array(readFileSync(at(file)));
/** @template {{file: string}} Given @param {Given} it */
const compiled = (it) => ({ ...it, code: new WebAssembly.Module(content(it.file)) });
/** @type {string[]} */
const called = [];
const halves = new Halves((file) => {
  called.push(file);
  return compiled({ file: secondOf(file) }).code;
});
const link = linking(
  create, compiled({ file: 'pyodide.asm.wasm' }), manifest.extensions.map(compiled),
  (...given) => halves.make(...given),
);
let asked = 0;
const archive = new Archive(async () => {
  asked++;
  return [content(manifest.archive), content(manifest.image.later)];
});
const python = await loadPyodide({
  indexURL: resolve(whole),
  stdLibURL: at(manifest.archive),
  lockFileContents: manifest.lock,
  packageBaseUrl: runtime,
  fsInit: stubs(manifest.extensions),
  _loadSnapshot: headOf(manifest.image),
  createPyodideModule: restoring(link, content(manifest.image.file), (it) => archive.trap(it)),
});
const atStart = [...called];
const string = python.pyimport('string');
const code = () => string.capwords.__code__.co_name;
const before = code();
const wanted = archive.wanted;
const answer = await archive.run(() => string.capwords('one two'));
const fraction = python.runPython('(0.5).as_integer_ratio()').toJs();
console.log(JSON.stringify({ before, wanted, atStart, answer, after: code(), asked, fraction, called }));
process.exit();
