// Starts Python under Node from the image, as the worker does, calls a function whose code comes
// later, and tells by which code it was answered, and how often the later files were asked for.
// usage: node start_image.mjs <runtime folder>
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Archive } from '../../site_templates/assets/js/runtime-archive.mjs';
import { headOf, restoring } from '../../site_templates/assets/js/runtime-image.mjs';
import { stubs } from '../../site_templates/assets/js/runtime-link.mjs';

const [runtime] = process.argv.slice(2);
const engine = dirname(createRequire(join(process.cwd(), 'package.json')).resolve('pyodide'));
const { loadPyodide } = await import(pathToFileURL(join(engine, 'pyodide.mjs')));
const { default: create } = await import(pathToFileURL(join(engine, 'pyodide.asm.mjs')));
const manifest = JSON.parse(readFileSync(join(runtime, 'manifest.json'), 'utf8'));
const at = (file) => join(runtime, manifest.build, file);
const content = (file) => new Uint8Array(readFileSync(at(file)));
const extensions = manifest.extensions.map(({ file, path }) => (
  { path, code: new WebAssembly.Module(content(file)) }));
let asked = 0;
const archive = new Archive(async () => {
  asked++;
  return [manifest.archive, manifest.image.later].map(content);
});
const python = await loadPyodide({
  stdLibURL: at(manifest.archive),
  lockFileContents: manifest.lock,
  packageBaseUrl: runtime,
  fsInit: stubs(extensions),
  _loadSnapshot: headOf(manifest.image),
  createPyodideModule: restoring(
    create, extensions, content(manifest.image.file), (it) => archive.trap(it),
  ),
});
const string = python.pyimport('string');
const code = () => string.capwords.__code__.co_name;
const before = code();
const wanted = archive.wanted;
const answer = await archive.run(() => string.capwords('one two'));
console.log(JSON.stringify([before, wanted, answer, code(), asked]));
process.exit();
