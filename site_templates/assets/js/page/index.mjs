// What any page of a tool needs, whatever it asks: how the start of Python looks, files from and to
// the visitor's machine, what lasts as long as the tab, use without a network, times, and patience.
export { arrive } from './arrive.mjs';
export { showFailure, showStage } from './boot-view.mjs';
export { takeDrops } from './drops.mjs';
export { around, every, happenedIn, maybe, the } from './elements.mjs';
export { download, onChosen } from './files.mjs';
export { keepOffline } from './offline.mjs';
export { forget, keep, kept } from './session.mjs';
export { dayAndTime, hourAndMinute } from './times.mjs';
export { turn } from './turn.mjs';
