// The way in: `boot` starts Python in a worker. The rest is for whoever watches the files of a site
// from the page: `Files` and what checks and renews them, and the times that a start took.
export { boot } from './boot.mjs';
export { orAnew, readChecked, renew } from './checked.mjs';
export { Ended, Failure } from './failure.mjs';
export { Files } from './files.mjs';
export { repeat } from './times.mjs';
