// The three ways to start Python, one for each level. `archive` and `image` request every file at once,
// compile code while it comes, and make the engine before the last file has come; Python starts when all
// files have come as published. `stock` is Pyodide's own way.
import { Archive } from './archive.mjs';
import { orAnew } from './checked.mjs';
import { Halves, secondOf } from './halves.mjs';
import { giveFile } from './hooks.mjs';
import { headOf, restoring } from './image.mjs';
import { STUB, linking, placeOf, plain, stubs } from './link.mjs';
import { measure } from './times.mjs';

const ENGINE = 'pyodide.asm.wasm';
const FRONT = 'pyodide.mjs';
const GLUE = [FRONT, 'pyodide.asm.mjs'];
const IMAGE_PATIENCE = 8000; // milliseconds without a byte of the image until Python starts without it

/**
 * @typedef {object} Start
 * @property {import('./manifest.mjs').Placed} manifest
 * @property {import('./files.mjs').Files} files
 * @property {import('./downloads.mjs').Downloads} downloads
 * @property {number} began when the start began, of `performance.now()`
 *
 * @typedef {object} Started
 * @property {import('pyodide').PyodideAPI & {_module: import('./engine.mjs').Engine}} python
 * @property {Archive} archive
 * @property {Halves} [halves] where compiled code comes in two halves
 *
 * @typedef {object} Parts what the ways above `stock` make an engine of
 * @property {typeof import('pyodide').loadPyodide} loadPyodide
 * @property {import('./engine.mjs').Factory} create Emscripten's factory
 * @property {WebAssembly.Module[]} codes
 * @property {Promise<Uint8Array<ArrayBuffer>>} content of the file that the way is named after, once
 *   that file and all code have come as published
 */

/** @type {Record<import('./manifest.mjs').Level, (start: Start) => Promise<Started>>} */
export const WAYS = { stock: byPyodide, archive: byArchive, image: byImage };

/**
 * Return the files that a start by a way fetches if nothing fails.
 * @param {import('./manifest.mjs').Manifest} manifest
 * @param {import('./manifest.mjs').Level} way
 * @returns {string[]} the files that are counted for the progress
 */
export function planned(manifest, way) {
  if (way === 'stock') return [];
  const code = codeOf(manifest);
  if (way === 'image') return [...code, imageOf(manifest).file];
  return [manifest.archive, ...code, ...secondsOf(manifest)];
}

/**
 * Start Python as Pyodide does, with the wheels that its lock names.
 * @param {Start} start
 * @returns {Promise<Started>}
 * @throws {Error}
 */
async function byPyodide({ manifest, files, began }) {
  const { loadPyodide } = await import(files.address(FRONT).href);
  const python = await loadPyodide({
    indexURL: manifest.folder,
    stdLibURL: files.address(manifest.archive).href,
    lockFileContents: manifest.lock,
    packageBaseUrl: manifest.folder,
    packages: manifest.packages,
    env: { ...manifest.env },
  });
  measure('boot:start', began);
  return { python, archive: new Archive() };
}

/**
 * Start Python from the archive of modules.
 * @param {Start} start
 * @returns {Promise<Started>}
 * @throws {Error | import('./failure.mjs').Failure}
 */
async function byArchive(start) {
  const { manifest, downloads } = start;
  const seconds = secondsOf(manifest);
  const compiling = Promise.all(seconds.map((it) => downloads.code(it)));
  compiling.catch(() => {}); // `content` reports the failure.
  const parts = await gathered(start, async () => {
    const coming = seconds.map((it) => downloads.content(it));
    const [content] = await Promise.all([downloads.content(manifest.archive), ...coming]);
    return content;
  });
  const begun = performance.now();
  const code = codeOf(manifest);
  const codes = await compiling;
  const halves = seconds.length > 0
    ? new Halves((file) => /** @type {WebAssembly.Module} */ (codes[code.indexOf(file)]))
    : undefined;
  const link = linked(manifest, parts, halves);
  /** @type {import('./engine.mjs').Factory} */
  const create = async (settings) => (await link(settings)).engine;
  const python = await load(start, parts, parts.content, create);
  const finder = python.pyimport('browser_extensions');
  for (const { module, path } of manifest.extensions) {
    finder.place(module, placeOf(python._module, path));
  }
  finder.destroy();
  measure('boot:start', begun);
  return { python, archive: new Archive(), halves };
}

/**
 * Start Python from the memory image. The other files are fetched when Python needs them, or when there
 * has been no request for a while.
 * @param {Start} start
 * @returns {Promise<Started>}
 * @throws {Error | import('./failure.mjs').Failure} the image, or a file that both ways need, could not
 *   be fetched
 */
async function byImage(start) {
  const { manifest, files, downloads } = start;
  const image = imageOf(manifest);
  const halves = new Halves((file) => files.codeNow(secondOf(file)));
  const archive = new Archive(() => theRest(start, halves));
  const parts = await gathered(start, () => downloads.content(image.file, IMAGE_PATIENCE));
  const begun = performance.now();
  const link = linked(manifest, parts, halves);
  const restore = restoring(link, parts.content, (engine) => archive.trap(engine));
  const options = { _loadSnapshot: headOf(image) };
  const python = await load(start, parts, new Uint8Array(), restore, options);
  const awake = python.pyimport('browser_image');
  awake.wake();
  awake.destroy();
  if (archive.wanted) throw new Error('the image lacks what every start needs');
  measure('boot:start', begun);
  return { python, archive, halves };
}

/** @param {import('./manifest.mjs').Manifest} manifest */
function codeOf({ extensions }) {
  return [ENGINE, ...extensions.map(({ file }) => file)];
}

/**
 * Return the second halves of compiled code, if the code is halved.
 * @param {import('./manifest.mjs').Manifest} manifest
 */
function secondsOf(manifest) {
  return codeOf(manifest).map(secondOf).filter((file) => file in manifest.files);
}

/** @param {import('./manifest.mjs').Manifest} manifest */
function imageOf({ image }) {
  if (!image) throw new Error('the runtime was built without an image');
  return image;
}

/**
 * Fetch what an engine is made of. Fails as soon as a file does not come as published.
 * @param {Start} start
 * @param {() => Promise<Uint8Array<ArrayBuffer>>} ask fetches the file that the way is named after
 * @returns {Promise<Parts>}
 */
async function gathered({ manifest, files, downloads, began }, ask) {
  const asked = performance.now();
  const code = codeOf(manifest);
  const compiling = Promise.all(code.map((it) => downloads.code(it)));
  const content = Promise.all([ask(), ...code.map((it) => downloads.content(it))])
    .then(([file]) => (measure('boot:fetch', began), file));
  const parts = Promise.all([
    Promise.all(GLUE.map((it) => import(files.address(it).href))),
    compiling.then((compiled) => (measure('boot:compile', asked), compiled)),
  ]);
  const [[{ loadPyodide }, { default: create }], codes] = (
    await Promise.race([parts, content.then(() => parts)]));
  return { loadPyodide, create, codes, content };
}

/**
 * @param {import('./manifest.mjs').Manifest} manifest
 * @param {Parts} parts
 * @param {Halves} [halves]
 */
function linked(manifest, { create, codes }, halves) {
  const [engine, ...others] = codes.map((code, index) => (
    { file: /** @type {string} */ (codeOf(manifest)[index]), code, path: manifest.extensions[index - 1]?.path }));
  /** @type {import('./link.mjs').Make} */
  const make = halves ? (...given) => halves.make(...given) : plain;
  return linking(create, /** @type {import('./link.mjs').Code} */ (engine), others, make);
}

/**
 * @param {Start} start
 * @param {Parts} parts
 * @param {Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>} library given to Pyodide in place
 *   of its standard library
 * @param {import('./engine.mjs').Factory} createPyodideModule
 * @param {object} [options]
 * @returns {Promise<Started['python']>}
 */
async function load({ manifest, files }, { loadPyodide }, library, createPyodideModule, options) {
  const archive = files.address(manifest.archive);
  giveFile(archive, library, 'application/octet-stream');
  giveFile(files.address(ENGINE), STUB, 'application/wasm');
  const python = await loadPyodide(/** @type {object} */ ({
    indexURL: manifest.folder,
    stdLibURL: archive.href,
    lockFileContents: manifest.lock,
    packageBaseUrl: manifest.folder,
    env: { ...manifest.env },
    fsInit: stubs(manifest.extensions),
    createPyodideModule,
    ...options,
  }));
  return /** @type {Started['python']} */ (python);
}

/**
 * Fetch the files that the image lacks: compiled code first, since the worker stands still while code that
 * has not come is called.
 * @param {Start} start
 * @param {Halves} halves
 * @returns {Promise<Uint8Array<ArrayBuffer>[]>} the archive, and the later part of the image
 */
async function theRest({ manifest, files }, halves) {
  const late = (/** @type {string} */ file) => orAnew((cache) => files.read(file, cache));
  await Promise.all(codeOf(manifest).filter((it) => !halves.isWhole(it)).map(async (file) => {
    halves.join(file, await WebAssembly.compile(await late(secondOf(file))));
  }));
  return Promise.all([manifest.archive, imageOf(manifest).later].map(late));
}
