// Runs one Python script inside Pyodide, under Node, over folders of this machine.
// usage: node run_inside.mjs <script.py> <mount>=<folder>...
// Each folder appears in Pyodide as /<mount>; the wheels in /tools are importable.
import { readFile } from 'node:fs/promises';
import { loadPyodide } from 'pyodide';
import { messageOf } from '../boot/checked.mjs';

const [script = '', ...mounts] = process.argv.slice(2);
const python = await loadPyodide({
  // Fixed, so that the same source always gives the same bytecode.
  env: { PYTHONHASHSEED: '0', SOURCE_DATE_EPOCH: '315532800' },
});
for (const mount of mounts) {
  const [name, ...folder] = mount.split('=');
  python.mountNodeFS(`/${name}`, folder.join('='));
}
try {
  python.runPython('import glob, sys; sys.path[:0] = sorted(glob.glob("/tools/*.whl"))');
  python.runPython(await readFile(script, 'utf8'), { filename: script });
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
