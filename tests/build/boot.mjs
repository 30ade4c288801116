// Starts Python under Node from the archive, with compiled modules that are not halved, and runs a script.
// usage: node boot.mjs <runtime folder> <folder of whole extensions> <script.py>
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [runtime = '', whole = '', script = ''] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(resolve(whole, 'pyodide.mjs')).href);
/** @type {{build: string, archive: string, lock: string, extensions: {file: string, module: string, path: string}[]}} */
const manifest = JSON.parse(await readFile(join(runtime, 'manifest.json'), 'utf8'));
/** @param {string} file */
const at = (file) => join(runtime, manifest.build, file);
const extensions = await Promise.all(manifest.extensions.map(({ file }) => readFile(join(whole, file))));
const python = await loadPyodide({
  indexURL: resolve(whole),
  stdLibURL: at(manifest.archive),
  lockFileContents: manifest.lock,
  packageBaseUrl: runtime,
  /**
   * @param {{mkdirTree: (path: string) => void, writeFile: (path: string, content: unknown) => void}} files
   * @param {{sitePackages: string}} where
   */
  fsInit: async (files, { sitePackages }) => {
    manifest.extensions.forEach(({ path }, index) => {
      const place = `${sitePackages}/${path}`;
      files.mkdirTree(place.slice(0, place.lastIndexOf('/')));
      files.writeFile(place, extensions[index]);
    });
  },
});
const finder = python.pyimport('browser_extensions');
for (const { module, path } of manifest.extensions) {
  finder.place(module, `/lib/python3.14/site-packages/${path}`);
}
python.setStdout({ batched: console.log });
try {
  await python.runPythonAsync(await readFile(script, 'utf8'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
