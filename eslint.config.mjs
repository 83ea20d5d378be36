import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import imports from 'eslint-plugin-import';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

/*
 * The direction of dependencies: surfaces → commands → hosts, documents, editions, i18n → engine. Each layer is an element, and
 * what a layer may import is listed here; all else is an error. tests/repository/lint-rules.test.ts proves that it bites.
 */
const surfaces = ['cli', 'pane', 'workbench', 'ribbon'];
const layers = ['commands', 'documents', 'editions', 'i18n', ...surfaces];
const elements = [
  { type: 'engine', pattern: 'src/engine/*', capture: ['part'] },
  { type: 'hosts', pattern: 'src/hosts/*', capture: ['host'] },
  ...layers.map((type) => ({ type, pattern: `src/${type}` })),
].map((element) => ({ ...element, partialMatch: false }));

const layer = (type) => ({ element: { type } });
const enginePart = (part) => ({ to: { element: { type: 'engine', captured: { part } } } });
const to = (types) => ({ to: { element: { types: { anyOf: types } } } });

const policies = [
  { from: layer('engine'), allow: [to(['engine'])] },
  { from: layer('i18n'), allow: [to(['i18n', 'engine'])] },
  { from: layer('editions'), allow: [to(['editions', 'engine'])] },
  // Paragraphs of spans in and out: the words they are made of come from above.
  { from: layer('documents'), allow: [to(['documents', 'engine'])] },
  // A host knows what sheets hold and what is to be written, nothing of budgets, and nothing of the other hosts.
  {
    from: layer('hosts'),
    allow: [
      { to: { element: { type: 'hosts', captured: { host: '{{from.element.captured.host}}' } } } },
      enginePart('snapshot'),
    ],
  },
  // A file holds formulas without their values where the program that wrote it did not compute them.
  {
    from: { element: { type: 'hosts', captured: { host: 'xlsx' } } },
    allow: [enginePart('formula'), enginePart('amount')],
  },
  // Rows that come and go carry along what formulas say; of Excel's own formulas the host has to know that beforehand.
  { from: { element: { type: 'hosts', captured: { host: 'excel' } } }, allow: [enginePart('formula')] },
  { from: layer('commands'), allow: [to(['commands', 'hosts', 'documents', 'editions', 'i18n', 'engine'])] },
  ...surfaces.map((surface) => ({
    from: layer(surface),
    allow: [to([surface, 'commands', 'hosts', 'documents', 'editions', 'i18n', 'engine'])],
  })),
];

/** Packages that a layer may use besides the project's own files. */
const onlyPackages = (message, ...names) => ({
  'no-restricted-imports': [
    'error',
    { patterns: [{ regex: `^(?!\\.{1,2}/|(?:${names.join('|') || '(?!)'})(?:/|$))`, message }] },
  ],
});

const noDefaultExport = [
  { selector: 'ExportDefaultDeclaration', message: 'Export it by its name: one name for one thing.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Export it by its name: one name for one thing.' },
];

const noClock = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The engine has no clock: the date is given to it.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'The engine has no clock: the date is given to it.' },
];

/** Amounts are read in one place and are never binary floats. */
const noFloats = [
  {
    selector: 'CallExpression[callee.name=/^(parseFloat|Number)$/]',
    message: 'Read amounts with engine/amount: decimals, never binary floats.',
  },
  {
    selector: 'MemberExpression[object.name="Number"][property.name="parseFloat"]',
    message: 'Read amounts with engine/amount: decimals, never binary floats.',
  },
  // Without digits it is Decimal's exact plain notation; with digits it rounds.
  {
    selector: 'CallExpression[callee.property.name="toFixed"][arguments.length>0]',
    message: 'Round and write amounts with engine/amount.',
  },
];

/** A new edition is a folder of literals; what can be computed is computed in the engine, once for all editions. */
const dataOnly = [
  [':function', 'functions'],
  ['ClassDeclaration', 'classes'],
  ['CallExpression', 'calls'],
  ['NewExpression', 'calls'],
  ['TaggedTemplateExpression', 'calls'],
  ['ImportExpression', 'imports made at run time'],
  ['ConditionalExpression', 'conditions'],
  ['LogicalExpression', 'conditions'],
  ['IfStatement', 'conditions'],
  ['SwitchStatement', 'conditions'],
  [':matches(ForStatement, ForInStatement, ForOfStatement, WhileStatement, DoWhileStatement)', 'loops'],
  ['VariableDeclaration[kind!="const"]', 'variables'],
  ['AssignmentExpression', 'assignments'],
].map(([selector, what]) => ({ selector, message: `An edition is declared, never programmed: no ${what} here.` }));

const noClockProperties = {
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'The engine has no clock: the date is given to it.' },
    { object: 'Math', property: 'random', message: 'The same workbook gives the same findings: no randomness.' },
    {
      object: 'performance',
      property: 'now',
      message: 'The engine has no clock: whoever measures it does so from outside.',
    },
    { object: 'crypto', property: 'randomUUID', message: 'The same workbook gives the same findings: no randomness.' },
  ],
};

const restrictSyntax = (...selectors) => ({ 'no-restricted-syntax': ['error', ...selectors.flat()] });

export default typescript.config(
  { ignores: ['dist/', 'out/', 'coverage/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },

  // Settings and scripts: plain JavaScript under Node.
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        [
          '__dirname',
          'console',
          'module',
          'process',
          'require',
          'URL',
          'Buffer',
          'performance',
          'setTimeout',
          'clearTimeout',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  { files: ['**/*.cjs', 'webpack.config.js'], languageOptions: { sourceType: 'commonjs' } },
  // Read by engines too old for the bundle, as it is written: an old script in a browser.
  {
    files: ['src/pane/plain.js'],
    languageOptions: { ecmaVersion: 5, sourceType: 'script', globals: { document: 'readonly', window: 'readonly' } },
  },

  {
    files: ['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'bench/**/*.ts'],
    extends: [js.configs.recommended, ...typescript.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { import: imports },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A number in a text reads as it is written; anything else that is no string is a mistake.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return fail(reason)`, where fail gives undefined, reads better than the same in two statements.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Texts here are Chinese without combining characters: a code point is what a reader calls a character.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      'no-misleading-character-class': ['error', { allowEscape: true }],
      // Catalogues, tools and hosts are records of functions, written in the short form; nothing in them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      'import/no-mutable-exports': 'error',
    },
  },

  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: './tsconfig.json' } },
      'boundaries/elements': elements,
      'boundaries/root-path': import.meta.dirname,
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
      // Nothing of tests, scripts or settings.
      'boundaries/no-unknown-dependencies': 'error',
      'no-restricted-globals': ['error', 'event', 'name', 'status'],
      'no-console': 'error',
    },
  },

  // The program's version stands in package.json alone.
  { files: ['src/commands/version.ts'], rules: { 'boundaries/no-unknown-dependencies': 'off' } },

  {
    files: ['src/engine/**/*.ts'],
    rules: {
      ...noClockProperties,
      ...onlyPackages('The engine stands alone: only decimal.js.', 'decimal\\.js'),
      ...restrictSyntax(noDefaultExport, noClock, noFloats),
    },
  },
  // The one place that reads amounts, and the one that computes as Excel does, which is in binary floats.
  { files: ['src/engine/{amount,formula}/**/*.ts'], rules: restrictSyntax(noDefaultExport, noClock) },
  {
    files: ['src/engine/formula/**/*.ts'],
    rules: {
      // What a formula needs beyond this evaluator ends the evaluation from any depth; it is an outcome, not a mistake.
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'file', name: 'Beyond' }] }],
    },
  },

  {
    files: ['src/editions/**/*.ts'],
    rules: {
      ...noClockProperties,
      ...onlyPackages('An edition is data: no packages.'),
      ...restrictSyntax(noDefaultExport, noClock, dataOnly),
    },
  },
  // The list of editions loads each as a chunk of its own.
  { files: ['src/editions/index.ts'], rules: restrictSyntax(noDefaultExport) },

  {
    files: ['src/{hosts,commands,i18n,documents}/**/*.ts'],
    rules: {
      ...onlyPackages('It must run in Excel, in a browser and under Node alike.', 'decimal\\.js', 'fflate', 'saxes'),
      ...restrictSyntax(noDefaultExport),
    },
  },
  {
    files: ['src/pane/**/*.{ts,tsx}', 'src/workbench/**/*.{ts,tsx}'],
    rules: onlyPackages('Nothing of Node exists in a browser.', 'react', 'react-dom', '@fluentui', 'decimal\\.js'),
  },

  {
    files: ['src/hosts/excel/**/*.ts', 'src/pane/**/*.{ts,tsx}'],
    plugins: { 'office-addins': officeAddins },
    // The rules about the order of load, sync and read see one function at a time and cannot follow a proxy into another. That order is
    // proved by the tests, in which the genuine office.js raises PropertyNotLoaded.
    rules: Object.fromEntries(
      ['no-context-sync-in-loop', 'no-empty-load', 'no-office-initialize', 'test-for-null-using-isNullObject'].map(
        (rule) => [`office-addins/${rule}`, 'error'],
      ),
    ),
  },
  {
    files: ['src/pane/**/*.{ts,tsx}', 'src/workbench/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat.recommended,
  },

  {
    files: ['tests/**/*.{ts,tsx}', 'bench/**/*.ts'],
    rules: {
      // A case that is missing should fail the test loudly, which an assertion does.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A handler that Office wants as a promise may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // Tests look at what the types promise, spoil data on purpose, and spell out letters.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
);
