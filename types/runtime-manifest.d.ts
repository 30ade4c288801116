declare module 'runtime-manifest' {
  const built: import('../browser_python/boot/manifest.mjs').Manifest;
  export default built;
}
