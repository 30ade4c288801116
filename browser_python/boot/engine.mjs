// The types of the engine, as Emscripten makes it for Pyodide, with the names that this folder uses. All
// but the heaps are private names of Pyodide or Emscripten; README.md lists them.

/**
 * @typedef {{node: {stream_ops: object}, fd: number}} Stream
 *
 * @typedef {object} FileSystem
 * @property {(path: string) => {node: {stream_ops: object}}} lookupPath
 * @property {(path: string) => void} unlink
 * @property {(path: string) => void} mkdirTree
 * @property {(path: string, content: Uint8Array, options?: {canOwn: boolean}) => void} writeFile
 * @property {(fd: number) => void} closeStream
 * @property {new (code: number) => Error} ErrnoError
 *
 * @typedef {object} Engine
 * @property {Uint8Array<ArrayBuffer>} HEAPU8
 * @property {Uint32Array<ArrayBuffer>} HEAPU32
 * @property {Int32Array<ArrayBuffer>} HEAP32
 * @property {(bytes: number) => void} growMemory
 * @property {WebAssembly.Table} wasmTable
 * @property {Record<string, {value?: number}>} GOT
 * @property {{loadedLibsByName: Record<string, object>}} LDSO
 * @property {(code: WebAssembly.Module, flags: object, name: string, scope: object) => object} loadWebAssemblyModule
 * @property {{sitePackages: string, pyVersionTuple: [number, number, number]}} API
 * @property {FileSystem} FS
 * @property {number} __PyRuntime
 * @property {number} __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET
 * @property {() => number} _emscripten_get_sbrk_ptr
 * @property {(pad: number) => number} _malloc_trim
 *
 * @typedef {(imports: WebAssembly.Imports, receive: (instance: {exports: WebAssembly.Exports}, code: WebAssembly.Module) => void) => object} Instantiate
 *
 * @typedef {object} Settings what Pyodide gives to Emscripten's factory
 * @property {boolean} [noInitialRun]
 * @property {((engine: Engine) => void)[]} preRun
 * @property {Instantiate} instantiateWasm
 *
 * @typedef {(settings: Settings) => Promise<Engine>} Factory
 */

export {};
