// The Python that this edition of the site was published with, and where its files lie.
import built from 'runtime-manifest'; // what was built; the bundler puts it here

const SITE = new URL('../../../', import.meta.url); // from where the bundles are published

/** @type {import('../../../../browser_python/boot/manifest.mjs').Placed} */
export const MANIFEST = {
  ...built,
  folder: new URL(`runtime/${built.build}/`, SITE).href,
  list: new URL('edition.json', SITE).href,
};

/** By which way Python is to start: `?runtime=archive` on a page or on its worker, for diagnosis. */
export const WAY = new URLSearchParams(self.location.search).get('runtime');
