// The Python with which this edition of the site was published, and the addresses of its files.
import built from 'runtime-manifest'; // The bundler puts the runtime's manifest here.

const SITE = new URL('../../../', import.meta.url); // relative to the address of the bundle

/** @type {import('../../../../browser_python/boot/manifest.mjs').Placed} */
export const MANIFEST = {
  ...built,
  folder: new URL(`runtime/${built.build}/`, SITE).href,
  list: new URL('edition.json', SITE).href,
};

/** The only way to try to start Python, for diagnosis: `?runtime=archive` on a page or on its worker. */
export const WAY = new URLSearchParams(self.location.search).get('runtime');
