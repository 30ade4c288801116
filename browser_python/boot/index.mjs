// The way into this folder: `boot` starts Python in a worker. The other exports are for pages: to fetch,
// check and renew files of the site, and to read the times that a start took.
export { boot } from './boot.mjs';
export { orAnew, readChecked, renew } from './checked.mjs';
export { Ended, Failure } from './failure.mjs';
export { Files } from './files.mjs';
export { repeat } from './times.mjs';
