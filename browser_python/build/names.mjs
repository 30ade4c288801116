// The undocumented names of Pyodide and Emscripten, and forms of their statements, that this runtime
// relies on, each with the text by which it is found in the files of Pyodide. Without this check, a name
// that no longer exists would be `undefined` in a visitor's browser, and shaking would take a statement
// of another form for another statement.

/** The last line of what is printed where something is not as assumed. */
export const READ = 'Read "How to take the next Pyodide" in browser_python/README.md.';

const GLUE = 'pyodide.asm.mjs';
const FRONT = 'pyodide.mjs';
/** The files of Pyodide whose text is looked at. */
export const FILES = [GLUE, FRONT];

/** The Pyodide whose names these are. */
export const PYODIDE = '314';

/** @typedef {{name: string, file: string, text: string | RegExp, use: string}} Name */

/** @type {Name[]} */
export const NAMES = [
  // Emscripten's module.
  ...Object.entries({
    FS: 'the files that Python sees: a stub for each extension module, the trap for the archive',
    GOT: 'the addresses that the linker gave out: the layout of an engine is their sum',
    LDSO: 'the register of linked extension modules',
    growMemory: 'memory for the image',
    loadWebAssemblyModule: 'links an extension module',
    wasmTable: 'the table of functions, grown to where extension modules begin',
    __PyRuntime: 'the state of Python: holds `_Py_DebugOffsets` and the trampoline',
    __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: 'where in it the trampoline is: each engine keeps its own',
    _emscripten_get_sbrk_ptr: 'where the heap ends',
    _free: 'the probe of the allocator',
    _malloc: 'the probe of the allocator',
    _malloc_trim: 'gives free memory at the end of the heap back before the image is taken',
  }).map(([name, use]) => ({ name, file: GLUE, text: `Module["${name}"]=`, use })),
  {
    name: 'LDSO.loadedLibsByName',
    file: GLUE,
    text: 'dso={refcount:Infinity,name,exports:syms,global:true};LDSO.loadedLibsByName[name]=dso',
    use: 'an extension module that is linked already is found there, and not linked again',
  },
  {
    name: 'new WebAssembly.Instance',
    file: GLUE,
    text: 'new WebAssembly.Instance(module,info);return postInstantiation(module,instance)',
    use: '`loadWebAssemblyModule` makes an extension module by it: replaced while it does',
  },
  {
    name: 'instantiateWasm',
    file: GLUE,
    text: /Module\["instantiateWasm"\]\(info,\(\w+,\w+\)=>/,
    use: 'the engine is made from code that is compiled already',
  },
  {
    name: 'wasmImports',
    file: GLUE,
    text: /[;}]var wasmImports=\{\w+:/,
    use: 'shaking: the imports of the engine, of which those without use are left out',
  },
  {
    name: 'assignWasmExports',
    file: GLUE,
    text: /[;}]function assignWasmExports\(wasmExports\)\{\w+=Module\["\w+"\]=wasmExports\["\w+"\];/,
    use: 'shaking: a statement for each export of the engine',
  },
  {
    name: 'sig',
    file: GLUE,
    text: /[;}]_\w+\.sig="[a-z]+";/,
    use: 'shaking: the signature of an import, of no use without it',
  },
  {
    name: 'ErrnoError',
    file: GLUE,
    text: 'ENOENT:44,',
    use: 'the trap for the archive answers as if no file were there',
  },
  {
    name: 'stream_ops',
    file: GLUE,
    text: /stream\.stream_ops\.open\??\.?\(stream\)/,
    use: 'the trap for the archive: called when Python opens it',
  },
  {
    name: 'makeSnapshot',
    file: GLUE,
    text: 'API.makeSnapshot=function(',
    use: 'the head of the image: the JavaScript objects that Python holds',
  },
  {
    name: '_makeSnapshot',
    file: GLUE,
    text: 'API.config._makeSnapshot',
    use: 'makes a start whose memory can be taken',
  },
  { name: 'API', file: GLUE, text: 'Module.API', use: 'what Pyodide keeps for itself' },
  {
    name: '_loadSnapshot',
    file: FRONT,
    text: /if\(!\w+\._loadSnapshot\)return;/,
    use: 'a start from a head alone, with memory that is restored already',
  },
  { name: '_sysExecutable', file: FRONT, text: /thisProgram:\w+\._sysExecutable/, use: 'no path of the build in the image' },
  {
    name: 'instantiateWasm (settings)',
    file: FRONT,
    text: 'instantiateWasm:',
    use: 'Pyodide prepares the imports of the engine there',
  },
  {
    name: 'noInitialRun',
    file: FRONT,
    text: /noInitialRun=(!0|true)/,
    use: 'a start from an image does not initialise Python',
  },
  {
    name: 'fetch',
    file: FRONT,
    text: /response:fetch\(/,
    use: 'Pyodide gets the engine and the archive by `fetch`, which is replaced in the worker',
  },
  { name: 'pyVersionTuple', file: FRONT, text: 'API.pyVersionTuple=', use: 'the version of Python' },
  {
    name: '/lib/python314.zip',
    file: FRONT,
    text: /writeFile\(`\/lib\/python\$\{\w+\}\$\{\w+\}\.zip`/,
    use: 'where Pyodide puts the archive, and the trap for it is put',
  },
  { name: 'sitePackages', file: FRONT, text: 'API.sitePackages', use: 'where extension modules lie' },
];

/**
 * Find what the files of a Pyodide no longer have.
 * @param {Record<string, string>} texts of its files, by name
 * @param {Name[]} [names]
 * @returns {string[]} a sentence for each; empty where all is there
 */
export function missingNames(texts, names = NAMES) {
  const missing = Object.keys(texts).filter((file) => texts[file] === '');
  if (missing.length > 0) return missing.map((file) => `This assumes Pyodide ${PYODIDE}: it has a file ${file}, and there is none.`);
  return names
    .filter(({ file, text }) => texts[file]?.search(text instanceof RegExp ? text : literally(text)) === -1)
    .map(({ name, file, text, use }) => (
      `This assumes Pyodide ${PYODIDE}: ${file} has ${name} (${use}); ${text} is not in it.`));
}

/**
 * Stop where the files of a Pyodide no longer have what is relied on.
 * @param {Record<string, string>} texts of its files, by name
 * @throws {Error} a sentence for each name
 */
export function requireNames(texts) {
  const missing = missingNames(texts);
  if (missing.length > 0) throw new Error([...missing, READ].join('\n'));
}

/** @param {string} text */
function literally(text) {
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
}
