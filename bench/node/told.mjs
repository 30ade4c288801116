// What the scripts of this folder share: reading and writing a JSON value, and measuring time.

/** @returns {Promise<any>} what is given on the input */
export async function given() {
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** @param {any} value to put on the output */
export function tell(value) {
  process.stdout.write(JSON.stringify(value));
}

/**
 * Return the median over batches of the mean time of a call, as workloads.py does; the first batch does
 * not count.
 * @param {() => void} work
 * @param {number} calls
 */
export function milliseconds(work, calls, batches = 5) {
  work();
  const means = [];
  for (let batch = 0; batch < batches; batch += 1) {
    const started = performance.now();
    for (let call = 0; call < calls; call += 1) work();
    means.push((performance.now() - started) / calls);
  }
  return means.sort((one, other) => one - other)[Math.floor(batches / 2)];
}
