// The types of the manifest that `browser_python/build` writes beside the files of the runtime.

/** @typedef {'stock' | 'archive' | 'image'} Level how much is done at build; see README.md */

/**
 * @typedef {{file: string, path: string, module: string}} Extension a compiled Python module: the
 *   file that it is published as, its path on Python's import path, its dotted name
 */

/**
 * @typedef {object} Manifest
 * @property {Level} level
 * @property {string} build the name of the folder, after its contents
 * @property {Record<string, import('./checked.mjs').Published>} files by name
 * @property {string[]} later the files that a start does not wait for
 * @property {{module: string, function: string}} entry the function that `call` calls
 * @property {Record<string, string>} env environment variables of Python
 * @property {import('pyodide').Lockfile} lock Pyodide's lock
 * @property {string[]} packages the packages that Pyodide installs by the lock; none above `stock`
 * @property {string} archive the file with all modules; at `stock` the standard library's alone
 * @property {Extension[]} extensions compiled modules that lie beside the archive; at `stock` none
 * @property {{file: string, later: string, head: string}} [image] only at `image`: the memory's two
 *   files, and Pyodide's own head of it in base64
 * @property {Record<string, string>} versions by package
 */

/**
 * @typedef {Manifest & {folder: string, list: string}} Placed a manifest with two addresses that
 *   only the page knows: of the folder with the files, and of a JSON list of all files that the site
 *   publishes now. The list's `files` has, by address relative to the list's folder, what each file is
 */

export {};
