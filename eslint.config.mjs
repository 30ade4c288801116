// Finds mistakes in scripts that type checks do not find, and imports that cross the walls between rooms.
import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import globals from 'globals';

const SCRIPTS = 'site_templates/assets/js';

// The rooms of the page's scripts. Each may import the index.mjs of the rooms named after it.
const ROOMS = {
  page: [],
  results: ['page'],
  form: ['page'],
  engine: ['page'],
  drafts: ['form', 'page', 'results'],
  documents: ['drafts', 'form', 'page', 'results'],
};

const doors = (rooms) => rooms.map((room) => `./${room}/index.mjs`);
const walls = [
  ...Object.entries(ROOMS).map(([room, others]) => ({
    target: `${SCRIPTS}/${room}`,
    from: SCRIPTS,
    except: [`./${room}`, ...doors(others)],
    message: `The room "${room}" may enter only: ${others.join(', ') || 'no other'}, by index.mjs.`,
  })),
  ...Object.keys(ROOMS).map((room) => ({
    target: [`${SCRIPTS}/*.mjs`, 'bench/**/*.mjs', 'tests/browser/**/*.mjs'],
    from: `${SCRIPTS}/${room}`,
    except: ['./index.mjs'],
    message: `The room "${room}" is entered by its index.mjs.`,
  })),
  {
    target: 'browser_python',
    from: ['site_templates', 'site_build', 'bench', 'tests'],
    message: 'The browser\'s Python knows of no application.',
  },
  {
    target: 'browser_python/boot',
    from: 'browser_python/build',
    message: 'What starts Python in the browser knows nothing of how it was built.',
  },
];

const SLIPS = {
  'array-callback-return': 'error',
  eqeqeq: 'error',
  'no-constructor-return': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-self-compare': 'error',
  'no-shadow': 'error',
  'no-template-curly-in-string': 'error',
  'no-throw-literal': 'error',
  'no-unmodified-loop-condition': 'error',
  'no-unreachable-loop': 'error',
  'no-unused-expressions': 'error',
  'no-use-before-define': ['error', { functions: false, classes: false, variables: false }],
  'no-useless-rename': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-promise-reject-errors': 'error',
};

export default [
  { ignores: ['.venv/', 'build/', 'site/', '**/node_modules/'] },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: SLIPS },
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/extensions': ['.js', '.mjs'] },
    rules: {
      'import-x/export': 'error',
      'import-x/first': 'error',
      'import-x/named': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/no-mutable-exports': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: walls }],
      'import-x/no-self-import': 'error',
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  {
    files: [`${SCRIPTS}/**/*.mjs`, 'bench/pages/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.browser, process: 'off' } },
  },
  {
    // These scripts run in a worker, where `document` and the like do not exist.
    files: [
      'browser_python/boot/*.mjs',
      `${SCRIPTS}/engine/worker.mjs`,
      'bench/pages/{stock-*,inside-worker}.mjs',
    ],
    languageOptions: { globals: { ...off(globals.browser), ...globals.worker } },
  },
  {
    files: [`${SCRIPTS}/start.js`],
    languageOptions: { ecmaVersion: 5, sourceType: 'script', globals: globals.browser },
    rules: {
      'no-unused-vars': ['error', { caughtErrors: 'none' }],
      'no-var': 'off',
      'object-shorthand': 'off',
      'prefer-const': 'off',
    },
  },
  {
    files: ['site_templates/overrides/**/*.js', 'site_build/live.js', 'tests/browser/*.js'],
    languageOptions: { sourceType: 'script', globals: globals.browser },
  },
  // The file is one function, which Playwright evaluates in a page.
  { files: ['tests/browser/contrast.js'], rules: { 'no-unused-expressions': 'off' } },
  {
    files: ['site_templates/overrides/assets/theme/search.js'],
    languageOptions: { globals: { ...off(globals.browser), ...globals.worker } },
  },
  {
    files: ['site_templates/offline/*.js'],
    languageOptions: { sourceType: 'script', globals: globals.serviceworker },
  },
];

function off(names) {
  return Object.fromEntries(Object.keys(names).map((name) => [name, 'off']));
}
