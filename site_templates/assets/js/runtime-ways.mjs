// The two ways to start Python. Both ask for every file at once, compile while they come, and make
// the engine while the last are on their way; Python wakes when all have come as published.
import { Archive } from './runtime-archive.mjs';
import { MANIFEST } from './runtime-files.mjs';
import { giveEngine, giveFile } from './runtime-hooks.mjs';
import { headOf, restoring } from './runtime-image.mjs';
import { placeOf, stubs } from './runtime-link.mjs';
import { measure } from './runtime-times.mjs';

const ENGINE = 'pyodide.asm.wasm';
const CODE = [ENGINE, ...MANIFEST.extensions.map(({ file }) => file)];
/** What a start fetches, if all goes well. */
export const PLANNED = [...CODE, MANIFEST.image.file];
const GLUE = ['pyodide.mjs', 'pyodide.asm.mjs'];
// The image is asked for when this share of the engine has come: on a slow link the engine is then
// made while the image is on its way.
const ENGINE_FIRST = 0.3;
const IMAGE_PATIENCE = 8000; // milliseconds without a byte of it; then without it

/**
 * Wake Python from the memory image. Its archive comes when it is wanted, or when all is quiet.
 * @param {Downloads} downloads
 * @param {number} start when the start began
 * @returns {Promise<{python: object, archive: Archive}>}
 * @throws {Error | Failure} the image, or something that both ways need, is not to be had
 */
export async function byImage(downloads, start) {
  const later = [MANIFEST.archive, MANIFEST.image.later];
  const archive = new Archive(() => Promise.all(later.map((file) => downloads.late(file))));
  const parts = await gathered(downloads, start, () => downloads.part(ENGINE, ENGINE_FIRST)
    .then(() => downloads.content(MANIFEST.image.file, IMAGE_PATIENCE)));
  const begun = performance.now();
  const createPyodideModule = restoring(
    parts.create, parts.extensions, parts.whole, (engine) => archive.trap(engine),
  );
  const options = { _loadSnapshot: headOf(MANIFEST.image), createPyodideModule };
  const python = await load(downloads, parts, new Uint8Array(), options);
  const awake = python.pyimport('browser_image');
  awake.wake();
  awake.destroy();
  if (archive.wanted) throw new Error('the image lacks what every start needs');
  measure('boot:start', begun);
  return { python, archive };
}

/**
 * Start Python from the archive of modules.
 * @param {Downloads} downloads
 * @param {number} start when the start began
 * @returns {Promise<{python: object, archive: Archive}>}
 * @throws {Error | Failure}
 */
export async function byArchive(downloads, start) {
  const parts = await gathered(downloads, start, () => downloads.content(MANIFEST.archive));
  const begun = performance.now();
  const python = await load(downloads, parts, parts.whole);
  await link(python, parts.extensions);
  measure('boot:start', begun);
  return { python, archive: new Archive() };
}

// What both ways need to make an engine; `whole` is the content of the file of the way taken, once
// that and all code have come as published. Fails as soon as that fails.
async function gathered(downloads, start, ask) {
  const asked = performance.now();
  const compiling = Promise.all(CODE.map((it) => downloads.code(it)));
  const whole = Promise.all([ask(), ...CODE.map((it) => downloads.content(it))])
    .then(([content]) => (measure('boot:fetch', start), content));
  const parts = Promise.all([
    Promise.all(GLUE.map((it) => import(downloads.address(it)))),
    compiling.then((compiled) => (measure('boot:compile', asked), compiled)),
  ]);
  const [[{ loadPyodide }, { default: create }], [engine, ...codes]] = (
    await Promise.race([parts, whole.then(() => parts)]));
  const extensions = MANIFEST.extensions.map((it, index) => ({ ...it, code: codes[index] }));
  return { loadPyodide, create, engine, extensions, whole };
}

function load(downloads, { loadPyodide, engine, extensions }, library, options = {}) {
  const archive = downloads.address(MANIFEST.archive);
  giveFile(archive, library);
  const failing = giveEngine(downloads.address(ENGINE), engine);
  const loading = loadPyodide({
    indexURL: downloads.address('.').href,
    stdLibURL: archive.href,
    lockFileContents: MANIFEST.lock,
    packageBaseUrl: downloads.address('.').href,
    env: { ...MANIFEST.env },
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
