// Leaves out of Pyodide's engine and glue what nothing calls: Emscripten's drawing, sound and windows,
// and thousands of C functions that are exported for extension modules which this runtime does not have.
// Otherwise every start would parse, export and number all of them.
// usage: node shake.mjs <pyodide> <whole> <extension>…
//   reads the first folder, and writes the second, in which the extensions are
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'acorn';
import binaryen from 'binaryen';
import { shaken, wordsIn } from './glue.mjs';
import { requireNames } from './names.mjs';
import { emitted, exportsOf } from './wasm.mjs';

const [ENGINE, GLUE, FRONT] = ['pyodide.asm.wasm', 'pyodide.asm.mjs', 'pyodide.mjs'];
// The licence wants an altered file to say that it was altered (MPL-2.0, 3.2 and 10.4).
const NOTE = '// Part of Pyodide (https://pyodide.org, MPL-2.0): what this site does not call is left out.\n';
const OURS = ['../boot/', './'];

const [pyodide = '', whole = '', ...extensions] = process.argv.slice(2);

async function shake() {
  const [glue, front] = await Promise.all([textOf(GLUE), textOf(FRONT)]);
  requireNames({ [GLUE]: glue, [FRONT]: front });
  const called = await importsOf(...extensions.map((file) => join(whole, file)));
  const asked = new Set([...await callers(), ...called]);
  /** @type {Uint8Array} */
  let engine = await readFile(join(pyodide, ENGINE));
  for (;;) {
    const imports = new Set([...importsIn(engine), ...called]);
    const { text, words } = shaken(glue, asked, imports);
    const smaller = exporting(engine, (name) => words.has(name) || words.has(`_${name}`));
    if (smaller.length === engine.length) {
      await writeFile(join(whole, GLUE), NOTE + text);
      return writeFile(join(whole, ENGINE), engine);
    }
    engine = smaller;
  }
}

/** @param {string} file of Pyodide */
function textOf(file) {
  return readFile(join(pyodide, file), 'utf8');
}

// Returns the words in all scripts that may name something of the engine or the glue.
async function callers() {
  const files = await Promise.all(OURS.map(async (place) => {
    const folder = new URL(place, import.meta.url);
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith('.mjs')).map((name) => new URL(name, folder));
  }));
  const all = [join(pyodide, FRONT), ...files.flat()];
  const texts = await Promise.all(all.map((it) => readFile(it, 'utf8')));
  return texts.flatMap((text) => [...wordsIn(withoutComments(text))]);
}

/**
 * Return a script without its comments: otherwise a word in a comment would keep something in the engine.
 * @param {string} text
 */
function withoutComments(text) {
  /** @type {import('acorn').Comment[]} */
  const comments = [];
  parse(text, { ecmaVersion: 'latest', sourceType: 'module', onComment: comments });
  return comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

/** @param {string[]} files */
async function importsOf(...files) {
  const codes = await Promise.all(files.map((it) => readFile(it)));
  return new Set(codes.flatMap(importsIn));
}

/** @param {Uint8Array} code */
function importsIn(code) {
  return WebAssembly.Module.imports(new WebAssembly.Module(new Uint8Array(code))).map(({ name }) => name);
}

/**
 * Remove exports from code, and all that is of no use then.
 * @param {Uint8Array} code
 * @param {(name: string) => boolean} isKept
 */
function exporting(code, isKept) {
  const module = binaryen.readBinary(code);
  for (const { name } of exportsOf(module)) if (!isKept(name)) module.removeExport(name);
  module.runPasses(['remove-unused-module-elements']);
  return emitted(module);
}

await shake();
