// Pyodide's glue, `pyodide.asm.mjs`, in pieces that may be left out: Emscripten writes one function,
// whose statements define a name each, fill the engine's imports, and take over its exports.
import { parse } from 'acorn';

const WORD = /[\w$]+/g;
const [IMPORTS, EXPORTS] = ['wasmImports', 'assignWasmExports'];
const always = () => true;

/**
 * @param {string} text
 * @returns {Set<string>} the words in it, in strings too
 */
export function wordsIn(text) {
  return new Set(text.match(WORD));
}

/**
 * Take of the glue what is needed, what that needs, and so on. Names alone decide: too much is
 * kept rather than too little.
 * @param {string} glue
 * @param {Set<string>} asked words of whoever else uses it
 * @param {Set<string>} imports names of what the engine and its extensions import
 * @returns {{text: string, words: Set<string>}} with the words in it and those asked
 * @throws {SyntaxError}
 */
export function shaken(glue, asked, imports) {
  const program = parse(glue, { ecmaVersion: 'latest', sourceType: 'module' });
  const { body: factory } = program.body.find(({ type }) => type === 'FunctionDeclaration');
  const groups = factory.body.map((it) => grouped(it, glue, imports));
  const words = new Set(asked);
  let waiting = groups.flatMap(({ pieces }) => pieces);
  const kept = new Set();
  for (let before = -1; before < kept.size;) {
    before = kept.size;
    for (const piece of waiting.filter(({ isNeeded }) => isNeeded(words))) {
      kept.add(piece);
      for (const word of wordsIn(piece.text)) words.add(word);
    }
    waiting = waiting.filter((piece) => !kept.has(piece));
  }
  const left = groups.map(({ pieces, join }) => join(
    pieces.filter((piece) => kept.has(piece)).map(({ text }) => text),
  ));
  const [head, tail] = [glue.slice(0, factory.start + 1), glue.slice(factory.end - 1)];
  return { text: head + left.join('') + tail, words };
}

// A statement as pieces, and how to write those of them that are left.
function grouped(node, glue, imports) {
  const textOf = ({ start, end }) => glue.slice(start, end);
  const each = (nodes, isNeeded) => nodes.map((it) => (
    { text: textOf(it), isNeeded: (words) => isNeeded(it)(words) }));
  if (node.type === 'VariableDeclaration') {
    const [{ id: { name: first }, init }] = node.declarations;
    if (first === IMPORTS) {
      const pieces = each(init.properties, ({ key }) => () => imports.has(key.name));
      return { pieces, join: (texts) => `var ${IMPORTS}={${texts.join()}};` };
    }
    const named = ({ id: { name }, init: value }) => (
      name && isInert(value) ? (words) => words.has(name) : always);
    return {
      pieces: each(node.declarations, named),
      join: (texts) => texts.map((text) => `${node.kind} ${text};`).join(''),
    };
  }
  if (node.type === 'FunctionDeclaration' && node.id.name === EXPORTS) {
    const named = ({ expression: { left } }) => (words) => words.has(left.name);
    const pieces = each(node.body.body, named);
    return { pieces, join: (texts) => `function ${EXPORTS}(wasmExports){${texts.join('')}}` };
  }
  return { pieces: each([node], definition), join: (texts) => texts.join('') };
}

// What a statement other than a declaration of variables is for: a name, or itself.
function definition({ type, id, expression }) {
  if (type === 'FunctionDeclaration') return (words) => words.has(id.name);
  const { left, right } = expression ?? {};
  if (left?.type !== 'MemberExpression' || !isInert(right)) return always;
  const { object, property } = left;
  if (object.name === 'Module') return (words) => words.has(property.value ?? property.name);
  if (property.name === 'sig') return (words) => words.has(object.name);
  return always;
}

// Whether nothing happens where a value is made.
function isInert(node) {
  switch (node?.type) {
    case undefined:
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'Identifier':
    case 'Literal':
      return true;
    case 'ArrayExpression':
      return node.elements.every(isInert);
    case 'ObjectExpression':
      return node.properties.every(({ value }) => isInert(value));
    case 'UnaryExpression':
      return isInert(node.argument);
    default:
      return false;
  }
}
