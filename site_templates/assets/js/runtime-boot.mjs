// Starts Python in a worker from the published runtime.
import { Failure } from './failure.mjs';
import { findBroken, open, openManifest, readChecked } from './runtime-files.mjs';

const EMPTY_WASM = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/**
 * Fetch, check and start Python.
 * @param {URL} runtime the folder with `manifest.json`
 * @param {(stage: string, progress?: {loaded: number, total: number}) => void} report
 * @returns {Promise<{python: object, versions: Object<string, string>}>}
 * @throws {Failure}
 */
export async function boot(runtime, report) {
  try {
    requireWasm();
    report('download');
    const manifest = await openManifest(runtime);
    const python = await start(manifest, new URL(`${manifest.build}/`, runtime), report);
    return { python, versions: manifest.versions };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw (await findBroken(runtime)) ?? nameOf(error);
  }
}

// Where a policy refuses WebAssembly, Pyodide waits for ever: ask first, with an empty module.
function requireWasm() {
  if (!self.WebAssembly?.compileStreaming) throw new Failure('old_browser');
  try {
    new WebAssembly.Module(EMPTY_WASM);
  } catch (error) {
    throw new Failure('wasm_blocked', { detail: error.message });
  }
}

async function start(manifest, folder, report) {
  const at = (file) => new URL(file, folder);
  const downloads = download(manifest, at, report);
  const started = Promise.all([
    launch(manifest, folder, downloads),
    compileExtensions(manifest, downloads),
    ...[...downloads.values()].map(({ content }) => content),
  ]);
  const [python, compiled] = await Promise.race([started, instantiationFailure()]);
  report('prepare');
  await link(python, manifest, compiled);
  return python;
}

async function launch(manifest, folder, downloads) {
  const at = (file) => new URL(file, folder);
  handToPyodide(at(manifest.archive), downloads.get(manifest.archive).content);
  handToPyodide(at('pyodide.asm.wasm'), downloads.get('pyodide.asm.wasm').response);
  const [{ loadPyodide }] = await Promise.all(
    ['pyodide.mjs', 'pyodide.asm.mjs'].map((file) => import(at(file))),
  );
  return loadPyodide({
    indexURL: folder.href,
    stdLibURL: at(manifest.archive).href,
    lockFileContents: manifest.lock,
    packageBaseUrl: folder.href,
    // No package here is a plug-in of pydantic: it need not look for any.
    env: { PYDANTIC_DISABLE_PLUGINS: '__all__' },
    fsInit: async (files, { sitePackages }) => leavePlaces(files, sitePackages, manifest),
  });
}

// Every large file, on its way: `response` to compile while it comes, `content` once checked.
function download(manifest, at, report) {
  const files = Object.keys(manifest.files).filter((file) => !file.endsWith('.mjs'));
  const total = files.reduce((sum, file) => sum + manifest.files[file].bytes, 0);
  let loaded = 0;
  const count = (bytes) => {
    loaded += bytes;
    report('download', { loaded, total });
    if (loaded === total) report('start');
  };
  return new Map(files.map((file) => {
    const response = open(at(file));
    const copy = response.then((answer) => answer.clone());
    const content = copy.then((answer) => readChecked(answer, file, manifest.files[file], count));
    return [file, { response: copy.then(() => response), content }];
  }));
}

function compileExtensions(manifest, downloads) {
  return Promise.all(manifest.extensions.map(
    ({ file }) => WebAssembly.compileStreaming(downloads.get(file).response),
  ));
}

// Pyodide fetches by itself and offers no way to give it bytes: its own fetch finds ours, once.
const handed = new Map();
const fetchOutside = self.fetch;
self.fetch = (resource, options) => {
  const address = String(resource);
  const ours = handed.get(address);
  handed.delete(address);
  return ours ?? fetchOutside(resource, options);
};

// What did not arrive stays pending: `start` has heard of it, and Python need not stumble too.
function handToPyodide(url, source) {
  const arrived = source.catch(() => new Promise(() => {}));
  handed.set(url.href, arrived.then((it) => (it instanceof Response ? it : new Response(it))));
}

// Pyodide only warns when its module cannot be made, and then waits for ever.
function instantiationFailure() {
  const { instantiateStreaming } = WebAssembly;
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (...given) => {
      try {
        return await instantiateStreaming.apply(WebAssembly, given);
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}

// Python looks for an extension module as a file; its code is compiled apart, while it loads.
function leavePlaces(files, sitePackages, manifest) {
  for (const { path } of manifest.extensions) {
    const place = `${sitePackages}/${path}`;
    files.mkdirTree(place.slice(0, place.lastIndexOf('/')));
    files.writeFile(place, EMPTY_WASM);
  }
}

async function link(python, manifest, compiled) {
  const engine = python._module;
  const finder = python.pyimport('browser_extensions');
  for (const [index, { module, path }] of manifest.extensions.entries()) {
    const place = `${engine.API.sitePackages}/${path}`;
    const flags = { loadAsync: true, nodelete: true, global: false, allowUndefined: true };
    engine.preloadedWasm[place] = await engine.loadWebAssemblyModule(compiled[index], flags, place, {});
    finder.place(module, place);
  }
  finder.destroy();
}

// The files are as published, so the fault lies in the browser.
function nameOf(error) {
  const detail = String(error?.message ?? error);
  if (error instanceof RangeError || /memory/i.test(detail)) return new Failure('memory', { detail });
  const incapable = [WebAssembly.CompileError, WebAssembly.LinkError, SyntaxError];
  const code = incapable.some((kind) => error instanceof kind) ? 'old_browser' : 'start_failed';
  return new Failure(code, { detail });
}
