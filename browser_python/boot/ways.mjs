// The two ways to start Python. Both ask for every file at once, compile while they come, and make
// the engine while the last are on their way; Python wakes when all have come as published.
import { Archive } from './archive.mjs';
import { MANIFEST, fetchNow } from './files.mjs';
import { Halves, secondOf } from './halves.mjs';
import { giveFile } from './hooks.mjs';
import { headOf, restoring } from './image.mjs';
import { STUB, linking, placeOf, stubs } from './link.mjs';
import { measure } from './times.mjs';

const ENGINE = 'pyodide.asm.wasm';
const CODE = [ENGINE, ...MANIFEST.extensions.map(({ file }) => file)];
/** What a start fetches, if all goes well. */
export const PLANNED = [...CODE, MANIFEST.image.file];
const GLUE = ['pyodide.mjs', 'pyodide.asm.mjs'];
const IMAGE_PATIENCE = 8000; // milliseconds without a byte of it; then without it

/**
 * Wake Python from the memory image. What else it needs comes when it is wanted, or when all is
 * quiet.
 * @param {Downloads} downloads
 * @param {number} start when the start began
 * @returns {Promise<{python: object, archive: Archive, halves: Halves}>}
 * @throws {Error | Failure} the image, or something that both ways need, is not to be had
 */
export async function byImage(downloads, start) {
  const halves = new Halves((file) => fetchNow(secondOf(file)));
  const archive = new Archive(() => theRest(downloads, halves));
  const parts = await gathered(downloads, start, () => (
    downloads.content(MANIFEST.image.file, IMAGE_PATIENCE)));
  const begun = performance.now();
  const restore = restoring(linked(parts, halves), parts.whole, (engine) => archive.trap(engine));
  const image = { _loadSnapshot: headOf(MANIFEST.image) };
  const python = await load(downloads, parts, new Uint8Array(), restore, image);
  const awake = python.pyimport('browser_image');
  awake.wake();
  awake.destroy();
  if (archive.wanted) throw new Error('the image lacks what every start needs');
  measure('boot:start', begun);
  return { python, archive, halves };
}

/**
 * Start Python from the archive of modules.
 * @param {Downloads} downloads
 * @param {number} start when the start began
 * @returns {Promise<{python: object, archive: Archive, halves: Halves}>}
 * @throws {Error | Failure}
 */
export async function byArchive(downloads, start) {
  const seconds = CODE.map(secondOf);
  const compiling = Promise.all(seconds.map((it) => downloads.code(it)));
  compiling.catch(() => {}); // `content` tells.
  const parts = await gathered(downloads, start, () => (
    Promise.all([MANIFEST.archive, ...seconds].map((it) => downloads.content(it)))
      .then(([archive]) => archive)));
  const begun = performance.now();
  const codes = await compiling;
  const halves = new Halves((file) => codes[CODE.indexOf(file)]);
  const link = linked(parts, halves);
  const create = async (settings) => (await link(settings)).engine;
  const python = await load(downloads, parts, parts.whole, create);
  const finder = python.pyimport('browser_extensions');
  for (const { module, path } of MANIFEST.extensions) {
    finder.place(module, placeOf(python._module, path));
  }
  finder.destroy();
  measure('boot:start', begun);
  return { python, archive: new Archive(), halves };
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
  const [[{ loadPyodide }, { default: create }], codes] = (
    await Promise.race([parts, whole.then(() => parts)]));
  return { loadPyodide, create, codes, whole };
}

function linked({ create, codes: [engine, ...codes] }, halves) {
  const extensions = MANIFEST.extensions.map((it, index) => ({ ...it, code: codes[index] }));
  const make = (...given) => halves.make(...given);
  return linking(create, { file: ENGINE, code: engine }, extensions, make);
}

function load(downloads, { loadPyodide }, library, createPyodideModule, options) {
  const archive = downloads.address(MANIFEST.archive);
  giveFile(archive, library, 'application/octet-stream');
  giveFile(downloads.address(ENGINE), STUB, 'application/wasm');
  return loadPyodide({
    indexURL: downloads.address('.').href,
    stdLibURL: archive.href,
    lockFileContents: MANIFEST.lock,
    packageBaseUrl: downloads.address('.').href,
    env: { ...MANIFEST.env },
    fsInit: stubs(MANIFEST.extensions),
    createPyodideModule,
    ...options,
  });
}

// Code before the archive: whoever calls before it is there waits for it.
async function theRest(downloads, halves) {
  await Promise.all(CODE.filter((it) => !halves.isWhole(it)).map(async (file) => {
    halves.join(file, await WebAssembly.compile(await downloads.late(secondOf(file))));
  }));
  return Promise.all([MANIFEST.archive, MANIFEST.image.later].map((file) => downloads.late(file)));
}
