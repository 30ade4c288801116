// The two ways to start Python. Both ask for every file at once and compile while they come.
import { Archive } from './runtime-archive.mjs';
import { giveEngine, giveFile } from './runtime-hooks.mjs';
import { open, restoring } from './runtime-image.mjs';
import { placeOf, stubs } from './runtime-link.mjs';
import { measure } from './runtime-times.mjs';

const ENGINE = 'pyodide.asm.wasm';
const GLUE = ['pyodide.mjs', 'pyodide.asm.mjs'];
const IMAGE_PATIENCE = 15_000; // milliseconds for its first bytes; then without it

/**
 * Wake Python from the memory image. Its archive comes when it is wanted, or when all is quiet.
 * @param {object} manifest
 * @param {Downloads} downloads
 * @param {number} start when the start began
 * @returns {Promise<{python: object, archive: Archive}>}
 * @throws {Error | Failure} the image, or something that both ways need, is not to be had
 */
export async function byImage(manifest, downloads, start) {
  const archive = new Archive(() => downloads.late(manifest.archive));
  const file = downloads.content(manifest.image, IMAGE_PATIENCE);
  const { loadPyodide, create, extensions, failing } = await gathered(manifest, downloads, start, [file]);
  const image = open(await file);
  const begun = performance.now();
  giveFile(downloads.address(manifest.archive), Promise.resolve(new Uint8Array()));
  const python = await Promise.race([failing, loadPyodide({
    ...optionsOf(manifest, downloads),
    _loadSnapshot: image.head,
    createPyodideModule: restoring(create, extensions, image, (engine) => archive.await(engine)),
  })]);
  const awake = python.pyimport('browser_image');
  awake.wake();
  awake.destroy();
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
  const { loadPyodide, extensions, failing } = await gathered(manifest, downloads, start, [file]);
  const begun = performance.now();
  giveFile(downloads.address(manifest.archive), file);
  const python = await Promise.race([failing, loadPyodide(optionsOf(manifest, downloads))]);
  await link(python, extensions);
  measure('boot:start', begun);
  return { python, archive: new Archive() };
}

// What both ways need, and whether the rest has come whole.
async function gathered(manifest, downloads, start, others) {
  const asked = performance.now();
  const wasm = [ENGINE, ...manifest.extensions.map(({ file }) => file)];
  const failing = giveEngine(downloads.address(ENGINE), downloads.code(ENGINE));
  failing.catch(() => {});
  const compiling = Promise.all(wasm.map((file) => downloads.code(file)));
  const [[{ loadPyodide }, { default: create }], [, ...codes]] = await Promise.all([
    Promise.all(GLUE.map((file) => import(downloads.address(file)))),
    compiling.then((codes) => { measure('boot:compile', asked); return codes; }),
    Promise.all([...wasm.map((file) => downloads.content(file)), ...others])
      .then(() => measure('boot:fetch', start)),
  ]);
  const extensions = manifest.extensions.map((it, index) => ({ ...it, code: codes[index] }));
  return { loadPyodide, create, extensions, failing };
}

function optionsOf(manifest, downloads) {
  return {
    indexURL: downloads.address('.').href,
    stdLibURL: downloads.address(manifest.archive).href,
    lockFileContents: manifest.lock,
    packageBaseUrl: downloads.address('.').href,
    env: { ...manifest.env },
    fsInit: stubs(manifest.extensions),
  };
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
