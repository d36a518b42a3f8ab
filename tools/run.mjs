// What `npm run build`, `npm run foldmark`, `npm test`, `npm run compile`, `npm run docs`, `npm run pictures`
// and `npm run lint` call. Plain JavaScript without dependencies: it runs before anything is installed,
// installs from the lockfile when that is needed, compiles when a source is newer than what was compiled, and
// then does what was asked.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [verb, ...rest] = process.argv.slice(2);

const NODE_FLOOR = [20, 19];

const PRETTIER = 'node_modules/prettier/bin/prettier.cjs';
const FORMATTED = ['src/**/*.{ts,json}', 'tests/**/*.ts', 'tools/**/*.{mjs,cjs,js,json}'];

const VERBS = {
  compile: () => {},
  build: () => node(['lib/cli.js', 'build', ...rest]),
  /** Paths are those of the folder in which npm was started. */
  foldmark: () =>
    run(process.execPath, [join(root, 'lib/cli.js'), ...rest], {
      cwd: process.env.INIT_CWD ?? process.cwd(),
    }),
  test: () => node(['node_modules/vitest/vitest.mjs', 'run', '--config', 'tools/vitest.config.js', ...rest]),
  docs: () => node(['tools/docs.mjs']),
  fuzz: () => node(['tools/fuzz/fuzz.mjs', ...rest]),
  pictures: () => node(['tools/pictures.mjs', ...rest]),
  format: () =>
    node([PRETTIER, '--ignore-path', '.gitignore', '--log-level', 'warn', '--write', ...FORMATTED]),
  lint: () => {
    node([PRETTIER, '--ignore-path', '.gitignore', '--log-level', 'warn', '--check', ...FORMATTED]);
    node(['node_modules/eslint/bin/eslint.js', '--config', 'tools/lint/eslint.config.js', 'src', 'tools']);
    node([
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      'src',
      '--config',
      'tools/lint/modules.cjs',
    ]);
    node(['node_modules/knip/bin/knip.js', '--config', 'tools/lint/knip.json']);
  },
};

requireNode();
if (!Object.hasOwn(VERBS, verb)) fail(2, `usage: node tools/run.mjs ${Object.keys(VERBS).join('|')}`);
install();
compile();
VERBS[verb]();

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [floorMajor, floorMinor] = NODE_FLOOR;
  if (major > floorMajor || (major === floorMajor && minor >= floorMinor)) return;
  fail(4, `Foldmark needs Node ${NODE_FLOOR.join('.')} or later; this is ${process.versions.node}.`);
}

/** Installs exactly what the lockfile says, unless that is what is there. */
function install() {
  if (isInstalled()) return;
  console.error('foldmark: installing from the lockfile …');
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
}

/**
 * npm notes in node_modules what it put there: the lockfile's packages, but for optional ones of other
 * platforms.
 */
function isInstalled() {
  const noted = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const there = packagesIn(noted);
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) =>
      path === '' || there[path]?.version === version || (!there[path] && (optional || peer)),
  );
}

function packagesIn(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

/** Compiles src/ to lib/ when the sources are not those that lib/ was made from. */
function compile() {
  const stamp = join(root, 'lib', '.compiled-from');
  const folders = ['src', 'tools/bundle'].flatMap((folder) => filesBelow(join(root, folder)));
  // they say which faces are shipped
  const themes = filesBelow(join(root, 'styles')).filter((file) => file.endsWith('theme.yml'));
  const wanted = digest([
    ...folders,
    ...themes,
    ...['tsconfig.json', 'tools/compile.mjs', 'package-lock.json'].map((file) => join(root, file)),
  ]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('foldmark: compiling …');
  node(['tools/compile.mjs']);
  mkdirSync(join(root, 'lib'), { recursive: true });
  writeFileSync(stamp, wanted);
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function digest(files) {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const file of files)
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function node(args) {
  run(process.execPath, args);
}

/** npm sets npm_execpath for the scripts it runs; started by hand, npm is looked for on the PATH. */
function npm(args) {
  const own = process.env.npm_execpath;
  if (own) return run(process.execPath, [own, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (done.error) fail(4, `foldmark: ${command} could not be started: ${done.error.message}`);
  if (done.status !== 0) process.exit(done.status ?? 130);
}

function fail(code, message) {
  console.error(message);
  process.exit(code);
}
