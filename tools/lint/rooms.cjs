// The rules of the house (docs/architecture.md), as dependency-cruiser checks them.
const ROOMS = ['model', 'config', 'manuscript', 'book', 'edition', 'press', 'build'];

/** A room may import itself and the rooms to its left. */
const downward = ROOMS.map((room, index) => ({
  name: `rooms-point-down-${room}`,
  comment: `src/${room} imports only rooms to its left (${ROOMS.slice(0, index + 1).join(', ')}). Move what both need to the left, or pass it in as a value.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [`^src/(${ROOMS.slice(0, index + 1).join('|')})(/|\\.ts$)`, ...(room === 'build' ? ['^src/check/'] : [])] },
}));

/** Each of these libraries is imported in one place, so that it can be replaced or hardened there. */
const DOORS = {
  handlebars: '^src/edition/',
  'markdown-it': '^src/manuscript/(engine\\.ts|rules/)',
  zod: '^src/config/',
  yaml: '^src/config/',
  'puppeteer-core': '^src/press/(browser|pages|pdf)/',
  '@cantoo/pdf-lib': '^src/press/pdf/',
  'epub-gen-memory': '^src/press/epub/',
  'lcms-wasm': '^src/press/colour/',
  '@jsquash/jpeg': '^src/press/photographs/',
  'jpeg-js': '^src/press/photographs/',
  '@hyzyla/pdfium': '^src/press/pictures/',
  commander: '^src/cli',
  chokidar: '^src/build/watch/',
};

const oneDoor = Object.entries(DOORS).map(([library, door]) => ({
  name: `one-door-for-${library.replace(/\W+/g, '-')}`,
  comment: `${library} is imported behind one door only (${door}). Ask that room for what you need.`,
  severity: 'error',
  from: { path: '^src/', pathNot: door },
  to: { path: `node_modules/${library}(/|$)` },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'Two modules that need each other are one, or want a third below both.', severity: 'error', from: {}, to: { circular: true } },
    ...downward,
    { name: 'check-reads-only', comment: 'Checks look at plain facts: model, and the readers of finished files and pictures.', severity: 'error', from: { path: '^src/check/' }, to: { path: '^src/', pathNot: '^src/(model|check)/|^src/model\\.ts$|^src/press/pdf/read|^src/press/(epub/images|photographs)/' } },
    { name: 'only-build-checks', comment: 'Findings are gathered by the build (and the command line), nowhere else.', severity: 'error', from: { path: '^src/', pathNot: '^src/(check|build|cli|index)' }, to: { path: '^src/check/' } },
    { name: 'effects-at-the-edge', comment: 'Files, processes and the network belong to press/, build/ and the command line; other rooms read through a World.', severity: 'error', from: { path: '^src/(model|config|manuscript|book|edition|check)/' }, to: { path: '^(node:)?(fs|fs/promises|child_process|http|https|net|os|worker_threads)$' } },
    { name: 'no-tests-in-the-tool', comment: 'The tool never imports its tests.', severity: 'error', from: { path: '^src/' }, to: { path: '^tests/' } },
    { name: 'declared-dependencies', comment: 'Declare it in package.json: what the tool imports must be in dependencies.', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown'], pathNot: '^node_modules/@types/' } },
    ...oneDoor,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.json'] },
  },
};
