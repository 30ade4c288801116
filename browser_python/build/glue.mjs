// Takes Pyodide's glue, `pyodide.asm.mjs`, apart into pieces that may be left out. The glue is one
// function: each of its statements defines a name, fills the engine's imports, or takes over its exports.
import { parse } from 'acorn';

const WORD = /[\w$]+/g;
const [IMPORTS, EXPORTS] = ['wasmImports', 'assignWasmExports'];
const always = () => true;

/**
 * @typedef {Set<string>} Words
 * @typedef {{text: string, isNeeded: (words: Words) => boolean}} Piece
 * @typedef {{pieces: Piece[], join: (texts: string[]) => string}} Group the pieces of a statement, and
 *   how to write a statement of the pieces that are kept
 */

/**
 * @param {string} text
 * @returns {Set<string>} the words in the text, including those in strings
 */
export function wordsIn(text) {
  return new Set(text.match(WORD));
}

/**
 * Keep the pieces of the glue that are needed. A piece that defines a name is needed if the name occurs
 * among the words of other code or of a piece that is kept, whatever the word means there: so too much
 * is kept rather than too little.
 * @param {string} glue
 * @param {Set<string>} asked the words of all other code that uses the glue
 * @param {Set<string>} imports the names that the engine and its extensions import
 * @returns {{text: string, words: Set<string>}} the glue that is kept; its words, and those of `asked`
 * @throws {SyntaxError}
 */
export function shaken(glue, asked, imports) {
  const program = parse(glue, { ecmaVersion: 'latest', sourceType: 'module' });
  const declared = program.body.find((it) => it.type === 'FunctionDeclaration');
  if (!declared) throw new SyntaxError('the glue declares no function');
  const { body: factory } = declared;
  const groups = factory.body.map((it) => grouped(it, glue, imports));
  const words = new Set(asked);
  let waiting = groups.flatMap(({ pieces }) => pieces);
  /** @type {Set<Piece>} */
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

/**
 * @param {import('acorn').Statement} node
 * @param {string} glue
 * @param {Set<string>} imports
 * @returns {Group}
 */
function grouped(node, glue, imports) {
  /** @type {<Node extends import('acorn').Node>(nodes: Node[], isNeeded: (node: Node) => Piece['isNeeded']) => Piece[]} */
  const each = (nodes, isNeeded) => nodes.map((it) => (
    { text: glue.slice(it.start, it.end), isNeeded: isNeeded(it) }));
  if (node.type === 'VariableDeclaration') {
    const [first] = node.declarations;
    if (nameOf(first?.id) === IMPORTS && first?.init?.type === 'ObjectExpression') {
      const pieces = each(first.init.properties, (it) => {
        const name = it.type === 'Property' ? nameOf(it.key) : undefined;
        return name === undefined ? always : () => imports.has(name);
      });
      return { pieces, join: (texts) => `var ${IMPORTS}={${texts.join()}};` };
    }
    return {
      pieces: each(node.declarations, ({ id, init }) => (isInert(init) ? wherever(nameOf(id)) : always)),
      join: (texts) => texts.map((text) => `${node.kind} ${text};`).join(''),
    };
  }
  if (node.type === 'FunctionDeclaration' && node.id.name === EXPORTS) {
    const pieces = each(node.body.body, (it) => wherever(nameOf(assigned(it)?.left)));
    return { pieces, join: (texts) => `function ${EXPORTS}(wasmExports){${texts.join('')}}` };
  }
  return { pieces: each([node], definition), join: (texts) => texts.join('') };
}

/**
 * Say when a statement that declares no variable is needed: where the name that it defines is, or always.
 * @param {import('acorn').Statement} node
 * @returns {Piece['isNeeded']}
 */
function definition(node) {
  if (node.type === 'FunctionDeclaration') return wherever(node.id.name);
  const { left, right } = assigned(node) ?? {};
  if (left?.type !== 'MemberExpression' || !isInert(right)) return always;
  const { object, property } = left;
  if (nameOf(object) === 'Module') return wherever(property.type === 'Literal' ? `${property.value}` : nameOf(property));
  return nameOf(property) === 'sig' ? wherever(nameOf(object)) : always;
}

/**
 * @param {string | undefined} name undefined for a piece that is always kept
 * @returns {Piece['isNeeded']}
 */
function wherever(name) {
  return name === undefined ? always : (words) => words.has(name);
}

/** @param {import('acorn').Statement} node */
function assigned(node) {
  const { expression } = node.type === 'ExpressionStatement' ? node : {};
  return expression?.type === 'AssignmentExpression' ? expression : undefined;
}

/** @param {import('acorn').AnyNode | undefined} node */
function nameOf(node) {
  return node?.type === 'Identifier' ? node.name : undefined;
}

/**
 * Say whether an expression does nothing but give a value.
 * @param {import('acorn').AnyNode | null | undefined} node
 * @returns {boolean}
 */
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
      return node.properties.every((it) => it.type === 'Property' && isInert(it.value));
    case 'UnaryExpression':
      return isInert(node.argument);
    default:
      return false;
  }
}
