// How long a start takes, in the browser's own timeline (User Timing): measured in the worker,
// and repeated in the page's timeline.
//
// boot:fetch    from requesting the files until the last has come and was checked
// boot:compile  from requesting the files until engine and extensions are compiled
// boot:paint    growing the memory and painting the image (only by the image)
// boot:start    from a compiled engine until Python answers, with the wait for the last file
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
 * Return the times that this worker has measured.
 * @returns {{name: string, start: number, duration: number}[]} `start` in ms since the epoch
 */
export function measured() {
  return performance.getEntriesByType('measure')
    .filter(({ name }) => name.startsWith(OURS))
    .map(({ name, startTime, duration }) => (
      { name, start: performance.timeOrigin + startTime, duration }));
}

/**
 * Repeat the times of a worker in this timeline.
 * @param {ReturnType<typeof measured>} measures
 */
export function repeat(measures) {
  for (const { name, start, duration } of measures) {
    const here = Math.max(0, start - performance.timeOrigin);
    performance.measure(name, { start: here, duration });
  }
}
