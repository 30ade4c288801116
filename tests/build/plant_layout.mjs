// Starts Python from the Pyodide that npm installed, changes each number of layout.mjs in turn, and
// tells what the probe says of it.
import { loadPyodide } from 'pyodide';
import * as layout from '../../browser_python/build/layout.mjs';
import { mismatches } from '../../browser_python/build/probe.mjs';

// Another count is as good, as long as Python takes it for immortal.
/** @type {Record<string, number>} */
const PLANTED = { _Py_IMMORTAL_INITIAL_REFCNT: 1 << 20 };

const python = await loadPyodide({ _makeSnapshot: true });
/** @type {Record<string, string[]>} */
const told = { '': await mismatches(python) };
for (const [name, value] of Object.entries(layout)) {
  if (typeof value === 'number') {
    told[name] = await mismatches(python, { ...layout, [name]: PLANTED[name] ?? value + 4 });
  } else if (typeof value === 'object') {
    for (const [field, it] of Object.entries(value)) {
      const planted = Object.assign(Array.isArray(value) ? [...value] : { ...value }, { [field]: it + 4 });
      told[`${name}.${field}`] = await mismatches(python, { ...layout, [name]: planted });
    }
  }
}
console.log(JSON.stringify(told));
process.exit();
