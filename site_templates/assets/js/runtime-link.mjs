// Links the extension modules into an engine that has not started yet. The image is made by an
// engine linked like this, and painted into one: in both, every function and every byte of an
// extension must lie at the same place.
// Leans on Emscripten's private names: `LDSO`, `GOT`, `loadWebAssemblyModule`, `wasmTable`.

/** What stands on Python's path in place of an extension module: the smallest WebAssembly. */
export const STUB = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

// Above the engine's own functions (14,174 in Pyodide 314.0.7; one more with WebAssembly GC).
const TABLE_BASE = 16_384;

/**
 * Link the extensions, as an Emscripten `preRun` step.
 * @param {object} engine Emscripten's module, before `main`
 * @param {{path: string, code: WebAssembly.Module}[]} extensions in the manifest's order
 * @returns {number} the layout: equal where functions and data lie at the same places
 * @throws {RangeError} the engine has more functions of its own than foreseen
 */
export function prelink(engine, extensions) {
  engine.wasmTable.grow(TABLE_BASE - engine.wasmTable.length);
  for (const { path, code } of extensions) {
    const place = placeOf(engine, path);
    const flags = { loadAsync: false, nodelete: true, global: false };
    const exports = engine.loadWebAssemblyModule(code, flags, place, {});
    engine.LDSO.loadedLibsByName[place] = { refcount: Infinity, name: place, exports, global: false };
  }
  return layoutOf(engine);
}

/**
 * Say where Python finds an extension module.
 * @param {object} engine
 * @param {string} path as in the manifest
 * @returns {string}
 */
export function placeOf(engine, path) {
  return `${engine.API.sitePackages}/${path}`;
}

/**
 * Leave a stub wherever Python looks for an extension module: Pyodide's `fsInit`.
 * @param {{path: string}[]} extensions
 * @returns {(files: object, places: {sitePackages: string}) => Promise<void>}
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

// JavaScriptCore numbers functions otherwise; every address that the linker gave out tells.
function layoutOf(engine) {
  let sum = engine.wasmTable.length;
  for (const { value } of Object.values(engine.GOT)) sum = (Math.imul(sum, 31) + (value ?? 0)) >>> 0;
  return sum;
}
