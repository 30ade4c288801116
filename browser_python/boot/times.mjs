// How long a start takes, in the browser's own timeline (User Timing): measured in the worker,
// and repeated in the page's timeline.
//
// boot:fetch    from asking for the files until the last has come and was checked
// boot:compile  from asking for the files until engine and extensions are compiled
// boot:paint    growing the memory and painting the image (only by the image)
// boot:start    from a compiled engine until Python answers; waiting for the last file is in it
// boot:ready    the whole, from the worker's first line
const OURS = 'boot:';

/**
 * Measure from an earlier moment until now.
 * @param {string} name one of those above
 * @param {number} start of `performance.now()`
 */
export function measure(name, start) {
  performance.measure(name, { start, end: performance.now() });
}

/**
 * Tell what was measured here.
 * @returns {{name: string, start: number, duration: number}[]} `start` in ms since the epoch
 */
export function measured() {
  return performance.getEntriesByType('measure')
    .filter(({ name }) => name.startsWith(OURS))
    .map(({ name, startTime, duration }) => (
      { name, start: performance.timeOrigin + startTime, duration }));
}

/**
 * Repeat in this timeline what was measured in another.
 * @param {ReturnType<typeof measured>} measures
 */
export function repeat(measures) {
  for (const { name, start, duration } of measures) {
    const here = Math.max(0, start - performance.timeOrigin);
    performance.measure(name, { start: here, duration });
  }
}
