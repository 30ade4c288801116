// Links the extension modules into an engine before Python starts. An image is taken from an engine that
// is linked like this, and painted into another one: in both, every function and every byte of an
// extension must have the same address.
// Relies on Emscripten's private names `LDSO`, `GOT`, `loadWebAssemblyModule` and `wasmTable`, on
// Emscripten's call of `new WebAssembly.Instance` for an extension, and on Pyodide's `instantiateWasm`.

/** The smallest WebAssembly module, given to Pyodide in place of code that this folder has fetched. */
export const STUB = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

// The entry of the table of functions from which extension modules begin, above the engine's own
// functions: 14,174 in Pyodide 314.0.7 as published, fewer once shaken, one more with WebAssembly GC.
export const TABLE_BASE = 16_384;

/**
 * @typedef {{file: string, code: WebAssembly.Module, path?: string}} Code of the engine, or of an
 *   extension, with its path as in the manifest
 * @typedef {(file: string, code: WebAssembly.Module, imports: WebAssembly.Imports) =>
 *   {exports: WebAssembly.Exports}} Make makes an instance
 * @typedef {{engine: import('./engine.mjs').Engine, layout: number}} Linked
 */

/**
 * Make the factory of an engine that is linked with its extensions before Python starts.
 * @param {import('./engine.mjs').Factory} create Emscripten's factory
 * @param {Code} engine
 * @param {Code[]} extensions in the manifest's order
 * @param {Make} make
 * @returns {(settings: import('./engine.mjs').Settings) => Promise<Linked>} `layout` as `prelink` returns it
 * @throws {Error} from the returned factory, when no engine can be made
 */
export function linking(create, engine, extensions, make) {
  return async (settings) => {
    let layout = 0;
    const failing = replaceEngine(settings, engine, make);
    settings.preRun.push((it) => { layout = prelink(it, extensions, make); });
    return { engine: await Promise.race([create(settings), failing]), layout };
  };
}

/**
 * Link the extensions, as an Emscripten `preRun` step.
 * @param {import('./engine.mjs').Engine} engine before `main`
 * @param {Code[]} extensions in the manifest's order
 * @param {Make} [make] by default as Emscripten makes an instance
 * @returns {number} the layout: equal where functions and data lie at the same places
 * @throws {RangeError} the engine itself has more functions than `TABLE_BASE`
 */
export function prelink(engine, extensions, make = plain) {
  engine.wasmTable.grow(TABLE_BASE - engine.wasmTable.length);
  for (const { file, path, code } of extensions) {
    const place = placeOf(engine, /** @type {string} */ (path));
    const flags = { loadAsync: false, nodelete: true, global: false };
    const exports = instancesBy((imports) => make(file, code, imports), () => (
      engine.loadWebAssemblyModule(code, flags, place, {})));
    engine.LDSO.loadedLibsByName[place] = { refcount: Infinity, name: place, exports, global: false };
  }
  return layoutOf(engine);
}

/**
 * Return the path at which Python finds an extension module.
 * @param {import('./engine.mjs').Engine} engine
 * @param {string} path as in the manifest
 * @returns {string}
 */
export function placeOf(engine, path) {
  return `${engine.API.sitePackages}/${path}`;
}

/**
 * Leave a stub wherever Python looks for an extension module: Pyodide's `fsInit`.
 * @param {{path: string}[]} extensions
 * @returns {(files: import('./engine.mjs').FileSystem, places: {sitePackages: string}) => Promise<void>}
 */
export function stubs(extensions) {
  return async (files, { sitePackages }) => {
    for (const { path } of extensions) {
      const place = `${sitePackages}/${path}`;
      files.mkdirTree(place.slice(0, place.lastIndexOf('/')));
      files.writeFile(place, STUB);
    }
  };
}

/**
 * Have Pyodide prepare the imports and make an engine of the stub, and then make the real engine. If
 * that fails, Pyodide only prints a warning and waits for ever, so the error is passed on here.
 * @param {import('./engine.mjs').Settings} settings
 * @param {Code} engine
 * @param {Make} make
 * @returns {Promise<never>} fails when the engine cannot be made
 */
function replaceEngine(settings, { file, code }, make) {
  const { instantiateWasm } = settings;
  return new Promise((_, reject) => {
    settings.instantiateWasm = (imports, receive) => instantiateWasm(imports, () => {
      try {
        receive(make(file, code, imports), code);
      } catch (error) {
        reject(error);
        throw error;
      }
    });
  });
}

/**
 * @template T
 * @param {(imports: WebAssembly.Imports) => {exports: WebAssembly.Exports}} make
 * @param {() => T} work that makes one instance
 * @returns {T}
 */
function instancesBy(make, work) {
  const { Instance } = WebAssembly;
  const restore = () => { WebAssembly.Instance = Instance; };
  const made = function made(/** @type {WebAssembly.Module} */ _, /** @type {WebAssembly.Imports} */ imports) {
    restore();
    return make(imports);
  };
  WebAssembly.Instance = /** @type {typeof Instance} */ (/** @type {unknown} */ (made));
  try {
    return work();
  } finally {
    restore();
  }
}

/**
 * Make an instance as Emscripten does.
 * @type {Make}
 */
export function plain(_, code, imports) {
  return new WebAssembly.Instance(code, imports);
}

/**
 * Sum up every address that the linker has given out. In JavaScriptCore functions have other numbers
 * than in other browsers, and an image from one must not be painted in the other.
 * @param {import('./engine.mjs').Engine} engine
 */
function layoutOf(engine) {
  let sum = engine.wasmTable.length;
  for (const { value } of Object.values(engine.GOT)) sum = (Math.imul(sum, 31) + (value ?? 0)) >>> 0;
  return sum;
}
