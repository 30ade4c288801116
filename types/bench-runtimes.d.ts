/** What a benchmark's page loads from the folder that it is published in. */

declare module '*/runtime/pyodide.mjs' {
  export { loadPyodide } from 'pyodide';
}

declare module '*@ASSETS@/js/boot.mjs' {
  export { boot } from '../browser_python/boot/index.mjs';
}

declare module '*@ASSETS@/js/manifest.mjs' {
  export { MANIFEST } from '../site_templates/assets/js/engine/runtime.mjs';
}
