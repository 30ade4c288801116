// Starts Python in a worker from the published runtime: by the memory image, or where that does
// not go, by the archive of modules.
//
// Measured in Chromium on two cores, medians, from navigation to the first finding by the image:
// 0.5 s; at 50 Mbit/s 1.1 s, at 10 Mbit/s, where bytes rule, 3.9 s; again from the service worker
// 0.4 s. The page's head starts the worker, so nothing is preloaded: behind 100 ms of round
// trip `preload` asked for each file twice, warned three times and gained nothing.
import { Failure } from './failure.mjs';
import { Downloads } from './downloads.mjs';
import { MANIFEST, findBroken, renew } from './files.mjs';
import { STUB } from './link.mjs';
import { PLANNED, byArchive, byImage } from './ways.mjs';

const PATIENCE = 60_000;

/** @typedef {{versions: Record<string, string>, way: string, refused?: string}} Told */

/**
 * Fetch, check and start Python.
 * @param {(stage: string, progress?: {loaded: number, total: number}) => void} report
 * @returns {Promise<{
 *   python: import('pyodide').PyodideAPI, archive: Archive, halves: Halves, told: Told,
 * }>} `told` is for the page: `versions`, the `way` that it started ('image' or 'archive'), and
 *   why not by the image
 * @throws {Failure}
 */
export async function boot(report) {
  const start = performance.now();
  let downloads;
  try {
    requireWasm();
    report('download');
    downloads = new Downloads(PLANNED, report);
    const { python, archive, halves, ...told } = await startPython(downloads, start);
    report('prepare');
    return { python, archive, halves, told: { versions: MANIFEST.versions, ...told } };
  } catch (error) {
    if (error instanceof Failure && !error.file) throw error;
    downloads?.abandon();
    if (error instanceof Failure) throw (await findBroken(undefined, [error.file])) ?? error.mended;
    throw (await findBroken()) ?? nameOf(error);
  }
}

async function startPython(downloads, start) {
  try {
    return { ...await byImage(downloads, start), way: 'image' };
  } catch (error) {
    const refused = String(error?.message ?? error);
    const started = await byArchive(downloads, start);
    if (error.isAnswer) renew(downloads.address(error.file), PATIENCE); // The next start has it again.
    return { ...started, way: 'archive', refused };
  }
}

// Where a policy refuses WebAssembly, Pyodide waits for ever: ask first, with an empty module.
function requireWasm() {
  if (!self.WebAssembly?.compileStreaming) throw new Failure('old_browser');
  try {
    new WebAssembly.Module(STUB);
  } catch (error) {
    throw new Failure('wasm_blocked', { detail: error.message });
  }
}

// The files are as published, so the fault lies in the browser.
function nameOf(error) {
  const detail = String(error?.message ?? error);
  if (error instanceof RangeError || /memory/i.test(detail)) return new Failure('memory', { detail });
  const incapable = [WebAssembly.CompileError, WebAssembly.LinkError, SyntaxError];
  const code = incapable.some((kind) => error instanceof kind) ? 'old_browser' : 'start_failed';
  return new Failure(code, { detail });
}
