// The walls between modules (docs/internals/architecture.md), as dependency-cruiser checks them.

/** A module imports only itself and the modules before it in this list. */
const MODULES = [
  'shared',
  'model',
  'cache',
  'layout',
  'browser',
  'images',
  'fonts',
  'imposition',
  'config',
  'book',
  'manuscript',
  'edition',
  'pdf',
  'pagination',
  'epub',
  'check',
  'pipeline',
  'cli',
];

/**
 * Inside a large module the folders have walls too: a folder imports only itself and the folders that it
 * names.
 */
const FOLDERS = {
  pdf: {
    objects: [],
    read: ['objects'],
    colour: ['objects'],
    merge: ['objects'],
    resample: ['objects', 'colour'],
    tags: ['objects', 'read'],
    finish: ['objects', 'colour', 'resample', 'tags'],
  },
  check: {
    epub: [],
    conservation: ['epub'],
    glyphs: ['epub'],
    lines: [],
    page: [],
    parity: ['conservation'],
    preflight: [],
    tags: [],
    type: [],
  },
};

const orderOfModules = MODULES.map((module, index) => ({
  name: `module-order-${module}`,
  comment:
    `src/${module} imports only the modules before it: ${MODULES.slice(0, index).join(', ') || 'none'}. ` +
    'Move what both need to an earlier module, or pass it in as a value.',
  severity: 'error',
  from: { path: `^src/${module}(/|\\.ts$)` },
  to: { path: '^src/', pathNot: `^src/(${MODULES.slice(0, index + 1).join('|')})(/|\\.ts$)` },
}));

const orderOfFolders = Object.entries(FOLDERS).flatMap(([module, folders]) =>
  Object.entries(folders).map(([folder, others]) => ({
    name: `folder-order-${module}-${folder}`,
    comment:
      `Inside src/${module}, ${folder}/ imports only ` +
      `${[folder, ...others].map((name) => `${name}/`).join(', ')}.`,
    severity: 'error',
    from: { path: `^src/${module}/${folder}/` },
    to: { path: `^src/${module}/`, pathNot: `^src/${module}/(${[folder, ...others].join('|')})/` },
  })),
);

/** Only these files import the library, so that it can be replaced or hardened in one place. */
const LIBRARIES = {
  handlebars: '^src/edition/templates/',
  'markdown-it': '^src/manuscript/(markdown-it\\.ts|rules/)',
  zod: '^src/config/',
  yaml: '^src/config/',
  'puppeteer-core': '^src/browser/',
  '@cantoo/pdf-lib': '^src/pdf/',
  'epub-gen-memory': '^src/epub/',
  'lcms-wasm': '^src/images/colour/',
  '@jsquash/jpeg': '^src/images/jpeg/',
  'jpeg-js': '^src/images/jpeg/',
  '@hyzyla/pdfium': '^src/images/page-images/',
  commander: '^src/cli',
  chokidar: '^src/pipeline/watch/',
};

const placeOfLibraries = Object.entries(LIBRARIES).map(([library, place]) => ({
  name: `one-place-for-${library.replace(/\W+/g, '-')}`,
  comment: `Only ${place} imports ${library}. Call that module instead.`,
  severity: 'error',
  from: { path: '^src/', pathNot: place },
  to: { path: `node_modules/${library}(/|$)` },
}));

/** What the browser script may import: itself, its messages, and pure code. */
const BROWSER_SCRIPT = '^src/pagination/browser-script/';

/** Compiled into lib/node_modules/, and so development dependencies. */
const BUNDLED = require('../bundle/packages.json').map(({ name }) => name);

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or want a third below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...orderOfModules,
    ...orderOfFolders,
    {
      name: 'browser-script-is-apart',
      comment:
        'The browser script runs inside the page: it imports its own files, messages.ts, and the pure ' +
        'modules layout and model.',
      severity: 'error',
      from: { path: BROWSER_SCRIPT },
      to: {
        path: '^src/',
        pathNot: `${BROWSER_SCRIPT}|^src/pagination/messages\\.ts$|^src/(shared|model|layout)/`,
      },
    },
    {
      name: 'browser-script-is-bundled',
      comment: 'Node never imports the browser script; it loads the bundled file (page-scripts.ts).',
      severity: 'error',
      from: { path: '^src/', pathNot: BROWSER_SCRIPT },
      to: { path: BROWSER_SCRIPT },
    },
    {
      name: 'checks-read-facts',
      comment: 'Checks read the model and the readers of finished files, images and fonts.',
      severity: 'error',
      from: { path: '^src/check/' },
      to: {
        path: '^src/',
        pathNot: '^src/(shared|model|check|images|fonts)/|^src/pdf/(read|tags/tag-facts)',
      },
    },
    {
      name: 'pipeline-runs-checks',
      comment: 'Only the pipeline and the command line run checks.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(check|pipeline|cli|index)' },
      to: { path: '^src/check/' },
    },
    {
      name: 'effects-at-the-edge',
      comment: 'Pure modules read files through a World; they import no files, processes or network.',
      severity: 'error',
      from: { path: '^src/(model|layout|imposition|config|manuscript|book|edition|check)/' },
      to: { path: '^(node:)?(fs|fs/promises|child_process|http|https|net|os|worker_threads)$' },
    },
    {
      name: 'no-tests-in-the-tool',
      comment: 'The tool never imports its tests.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    {
      name: 'declared-dependencies',
      comment:
        'Declare it in package.json: what the tool imports must be in dependencies, or bundled ' +
        '(tools/bundle/packages.json).',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown'],
        pathNot: `^node_modules/(@types|${BUNDLED.join('|')})/`,
      },
    },
    ...placeOfLibraries,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
