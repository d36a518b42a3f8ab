// What the compiler and dependency-cruiser do not say: types used well, effects in their modules, sizes.
import tseslint from 'typescript-eslint';

const PURE_MODULES = [
  'model',
  'layout',
  'imposition',
  'config',
  'manuscript',
  'book',
  'edition',
  'check',
].map((module) => `src/${module}/**/*.ts`);

/** Of two blocks that set this rule for one file the later one wins: both lists are given to both. */
const SYNTAX = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'A module is a namespace already.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  {
    selector: 'CatchClause > BlockStatement[body.length=0]',
    message: 'Nothing is swallowed: handle it, or throw with a cause.',
  },
];

const say = (object, property, message) => ({ object, property, message });

export default tseslint.config(
  { ignores: ['lib/**', 'dist/**', 'node_modules/**', '**/*.d.ts'] },
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'src/pagination/browser-script/tsconfig.json'],
        tsconfigRootDir: new URL('../..', import.meta.url).pathname,
      },
    },
    rules: {
      'max-len': ['error', { code: 110, ignoreRegExpLiterals: true, ignoreUrls: true }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4], // two, then an object; inner loops over numbers may have four
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Objects here are closures without `this`, and characters are code points.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...SYNTAX],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: PURE_MODULES,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'setTimeout', 'setInterval', 'performance'].map((name) => ({
          name,
          message: 'This module is pure: effects belong to the browser, the pipeline and the command line.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        say('Date', 'now', 'The build has one moment: World.epoch.'),
        say('Math', 'random', 'The same input gives the same bytes.'),
      ],
      'no-restricted-syntax': [
        'error',
        ...SYNTAX,
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The build has one moment: World.epoch.',
        },
      ],
    },
  },
  // The console of the page is where Paged.js says that it failed: this file listens to it.
  { files: ['src/pagination/browser-script/paged-js/console-errors.ts'], rules: { 'no-console': 'off' } },
  { files: ['tests/**/*.ts'], extends: [tseslint.configs.base] },
);
