// Starts Python from the Pyodide that npm installed, changes each number of layout.mjs in turn, and
// prints the sentences of the probe for each change.
// usage: node plant_layout.mjs [what to add to each number]
import { loadPyodide } from 'pyodide';
import * as layout from '../../browser_python/build/layout.mjs';
import { mismatches } from '../../browser_python/build/probe.mjs';

const by = Number(process.argv[2] ?? 4);
const python = await loadPyodide({ _makeSnapshot: true });
/** @type {Record<string, string[]>} */
const told = { '': await mismatches(python) };
for (const [name, value] of Object.entries(layout)) {
  if (typeof value === 'number') {
    told[name] = await mismatches(python, { ...layout, [name]: value + by });
  } else if (typeof value === 'object') {
    for (const [field, it] of Object.entries(value)) {
      const planted = Object.assign(Array.isArray(value) ? [...value] : { ...value }, { [field]: it + by });
      told[`${name}.${field}`] = await mismatches(python, { ...layout, [name]: planted });
    }
  }
}
console.log(JSON.stringify(told));
process.exit();
