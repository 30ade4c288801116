// The two ways to start Python. Both ask for every file at once and compile while they come.
import { Archive } from './runtime-archive.mjs';
import { giveEngine, giveFile } from './runtime-hooks.mjs';
import { open, restoring } from './runtime-image.mjs';
import { placeOf, stubs } from './runtime-link.mjs';
import { measure } from './runtime-times.mjs';

const ENGINE = 'pyodide.asm.wasm';
const GLUE = ['pyodide.mjs', 'pyodide.asm.mjs'];
const IMAGE_PATIENCE = 8000; // milliseconds without a byte of it; then without it

/**
 * Wake Python from the memory image. Its archive comes when it is wanted, or when all is quiet.
 * @param {object} manifest
 * @param {Downloads} downloads
 * @param {number} start when the start began
 * @returns {Promise<{python: object, archive: Archive}>}
 * @throws {Error | Failure} the image, or something that both ways need, is not to be had
 */
export async function byImage(manifest, downloads, start) {
  const archive = new Archive(
    () => Promise.all([manifest.archive, manifest.later].map((file) => downloads.late(file))),
  );
  const file = downloads.content(manifest.image, IMAGE_PATIENCE);
  const parts = await gathered(manifest, downloads, start, file);
  const image = open(await file);
  const begun = performance.now();
  const createPyodideModule = restoring(
    parts.create, parts.extensions, image, (engine) => archive.trap(engine),
  );
  const options = { _loadSnapshot: image.head, createPyodideModule };
  const python = await load(manifest, downloads, parts, new Uint8Array(), options);
  const awake = python.pyimport('browser_image');
  awake.wake();
  awake.destroy();
  if (archive.wanted) throw new Error('the image lacks what every start needs');
  measure('boot:start', begun);
  return { python, archive };
}

/**
 * Start Python from the archive of modules.
 * @param {object} manifest
 * @param {Downloads} downloads
 * @param {number} start when the start began
 * @returns {Promise<{python: object, archive: Archive}>}
 * @throws {Error | Failure}
 */
export async function byArchive(manifest, downloads, start) {
  const file = downloads.content(manifest.archive);
  const parts = await gathered(manifest, downloads, start, file);
  const begun = performance.now();
  const python = await load(manifest, downloads, parts, await file);
  await link(python, parts.extensions);
  measure('boot:start', begun);
  return { python, archive: new Archive() };
}

// What both ways need, once it and the file of the way taken have come whole.
async function gathered(manifest, downloads, start, file) {
  const asked = performance.now();
  const wasm = [ENGINE, ...manifest.extensions.map((it) => it.file)];
  const compiling = Promise.all(wasm.map((it) => downloads.code(it)));
  const whole = Promise.all([file, ...wasm.map((it) => downloads.content(it))]);
  const [glue, [engine, ...codes]] = await Promise.all([
    Promise.all(GLUE.map((it) => import(downloads.address(it)))),
    compiling.then((compiled) => (measure('boot:compile', asked), compiled)),
    whole.then(() => measure('boot:fetch', start)),
  ]);
  const [{ loadPyodide }, { default: create }] = glue;
  const extensions = manifest.extensions.map((it, index) => ({ ...it, code: codes[index] }));
  return { loadPyodide, create, engine, extensions };
}

function load(manifest, downloads, { loadPyodide, engine, extensions }, library, options = {}) {
  const archive = downloads.address(manifest.archive);
  giveFile(archive, library);
  const failing = giveEngine(downloads.address(ENGINE), engine);
  const loading = loadPyodide({
    indexURL: downloads.address('.').href,
    stdLibURL: archive.href,
    lockFileContents: manifest.lock,
    packageBaseUrl: downloads.address('.').href,
    env: { ...manifest.env },
    fsInit: stubs(extensions),
    ...options,
  });
  return Promise.race([loading, failing]);
}

// Python looks for an extension module as a file; its code was compiled apart.
async function link(python, extensions) {
  const engine = python._module;
  const finder = python.pyimport('browser_extensions');
  for (const { module, path, code } of extensions) {
    const place = placeOf(engine, path);
    const flags = { loadAsync: true, nodelete: true, global: false, allowUndefined: true };
    engine.preloadedWasm[place] = await engine.loadWebAssemblyModule(code, flags, place, {});
    finder.place(module, place);
  }
  finder.destroy();
}
