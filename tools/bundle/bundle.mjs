// Puts packages into lib/node_modules/, where the compiled files find them before any that npm installs: of
// each only what Foldmark runs, and the licences of all that is inside. packages.json lists them; each of
// them is a development dependency.
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { fontPackages } from './fonts.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'lib', 'node_modules');

/** Effects: writes lib/node_modules/. */
export async function bundlePackages() {
  const listed = JSON.parse(readFileSync(new URL('packages.json', import.meta.url), 'utf8'));
  for (const one of listed) await (one.bundle ? writeBundle(one) : copyFiles(one));
  for (const one of fontPackages(root)) copyFiles(one);
}

/**
 * The files as their package has them. Without `main` and `exports`, each of them can be imported by its
 * path.
 */
function copyFiles({ name, copy, main, exports, holds = [], notices = [], empty = [] }) {
  const from = packageFolder(name);
  for (const file of copy) cpSync(join(from, file), join(target, name, file), { recursive: true });
  for (const one of empty) writeEmpty(join(target, name, 'node_modules', one));
  writePackage(name, { entries: { main, exports }, inside: [name, ...holds], notices });
}

/**
 * Stands for a package that is asked for and never used; without it each start would tell that it is missing.
 */
function writeEmpty(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.js'), 'module.exports = {};\n');
}

/**
 * One ES module with all that it needs. Modules that Foldmark never comes to are left out: an empty one
 * stands for each.
 */
async function writeBundle({ name, bundle, leaveOut = [] }) {
  const names = bundle === 'all' ? Object.keys(await import(name)) : bundle;
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: `export { ${names.join(', ')} } from '${name}';`, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [emptied(leaveOut)],
    banner: {
      js:
        "import { createRequire as createRequireHere } from 'node:module';\nconst require = " +
        'createRequireHere(import.meta.url);',
    },
    outfile: join(target, name, 'index.js'),
    metafile: true,
    logLevel: 'warning',
  });
  writePackage(name, {
    entries: { type: 'module', exports: { '.': './index.js' } },
    inside: packagesOf(metafile),
  });
}

/** Modules by their specifiers, or by the end of one that is relative. */
function emptied(specifiers) {
  return {
    name: 'emptied',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ path }) => {
        const isOne = specifiers.some(
          (one) => path === one || (path.startsWith('.') && one.startsWith('/') && path.endsWith(one)),
        );
        return isOne ? { path, namespace: 'emptied' } : undefined;
      });
      onLoad({ filter: /./, namespace: 'emptied' }, () => ({
        contents: 'module.exports = {};',
        loader: 'js',
      }));
    },
  };
}

/** The packages that have a line in a bundle, each once. */
function packagesOf({ outputs }) {
  const [{ inputs }] = Object.values(outputs);
  const used = Object.entries(inputs).filter(
    ([path, { bytesInOutput }]) => path.includes('node_modules/') && bytesInOutput > 0,
  );
  return [...new Set(used.map(([path]) => packageOf(path)))].sort();
}

/** `node_modules/a/node_modules/@b/c/lib/d.js` → `a/node_modules/@b/c`: its folder below node_modules. */
function packageOf(path) {
  return /^node_modules\/((?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)/.exec(path)[1];
}

/** A package.json that names what is inside, and the licences of it. */
function writePackage(name, { entries, inside, notices = [] }) {
  const { version, license, type } = readPackage(name);
  const holds = inside
    .map(readPackage)
    .map((one) => ({ name: one.name, version: one.version, license: licenceName(one) }));
  const folder = join(target, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name, version, license, type, ...entries, holds }, undefined, 2)}\n`,
  );
  const licences = [
    ...inside.map(licenceText),
    ...notices.map((notice) => readFileSync(standardText(notice), 'utf8')),
  ];
  writeFileSync(join(folder, 'LICENSES.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`));
}

const LICENCE_FILE = /^(licen[cs]e|copying|third.party.notices)/i;

/**
 * The package's own licence file; else the text of the licence that it states, with its author for the
 * copyright.
 */
function licenceText(path) {
  const folder = packageFolder(path);
  const { name, version, author, ...stated } = readPackage(path);
  const files = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .map((file) => join(folder, file));
  const texts = (files.length > 0 ? files : [standardText(licenceName(stated))]).map((file) =>
    readFileSync(file, 'utf8').trim(),
  );
  return [
    `${name} ${version} (${licenceName(stated)})`,
    ...(files.length > 0 ? [] : [`Copyright (c) ${author.name ?? author}`]),
    ...texts,
  ]
    .join('\n\n')
    .concat('\n');
}

function standardText(name) {
  return fileURLToPath(new URL(`licences/${name}.txt`, import.meta.url));
}

function licenceName({ license, licenses }) {
  return (license?.type ?? license ?? licenses.map((one) => one.type).join(' OR ')).replace(
    /^\((.*)\)$/,
    '$1',
  );
}

function readPackage(path) {
  return JSON.parse(readFileSync(join(packageFolder(path), 'package.json'), 'utf8'));
}

function packageFolder(path) {
  return join(root, 'node_modules', path);
}
