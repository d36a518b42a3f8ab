// The package as its users get it: packed, installed from the registry into an empty project, used there.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test as plainTest } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'foldmark-package-'));
const installed = join(project, 'node_modules/foldmark');

/** Why nothing could be installed; the tests are then skipped, and say so. */
let unreachable: string | undefined;

beforeAll(() => {
  const [packed] = JSON.parse(
    succeed('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', project], ROOT).stdout,
  ) as readonly { readonly filename: string }[];
  writeFileSync(join(project, 'package.json'), '{ "name": "shelf", "private": true }\n');
  const done = run(
    'npm',
    [
      'install',
      '--omit=dev',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      join(project, packed?.filename ?? ''),
    ],
    project,
  );
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED)\b/.test(done.stderr))
    unreachable = 'npm cannot reach its registry';
  else expect(done).toMatchObject({ status: 0 });
  cpSync(join(ROOT, 'tests/books/tiny'), join(project, 'book'), { recursive: true });
}, 300_000);

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

const test = plainTest.extend<{ registry: void }>({
  registry: [
    async ({ skip }, use) => {
      if (unreachable !== undefined) skip(unreachable);
      await use();
    },
    { auto: true },
  ],
});

describe('an install of the package', () => {
  test('runs no install script', () => {
    expect(
      packages()
        .filter(([, { hasInstallScript }]) => hasInstallScript)
        .map(([path]) => path),
    ).toEqual([]);
  });

  test('is less than 150 packages and 150 MB, the bundled browser included', () => {
    expect(packages().length).toBeLessThan(150);
    expect(bytesBelow(join(project, 'node_modules')) / 1e6).toBeLessThan(150);
  });

  test('carries the pages and schemas that messages and comments refer to', () => {
    const named = filesBelow(join(installed, 'lib'))
      .filter((file) => file.endsWith('.js') && !file.includes('node_modules/foldmark/lib/node_modules'))
      .flatMap((file) => readFileSync(file, 'utf8').match(/\bdocs\/[\w/-]+\.(md|schema\.json)\b/g) ?? []);
    const wanted = [
      ...new Set(named),
      ...['book', 'cast', 'front-matter', 'profile', 'theme'].map(
        (name) => `docs/reference/${name}.schema.json`,
      ),
      'docs/reference/findings.md',
      'NOTICE',
      'LICENSE',
    ];
    expect(wanted.filter((file) => !existsSync(join(installed, file)))).toEqual([]);
    expect(named).toContain('docs/reference/templates.md');
  });

  test('names no address that is not ours', () => {
    expect(Object.keys(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(repository|homepage|bugs)$/)]),
    );
  });
});

describe('the installed package', () => {
  test('builds a book with npx', () => {
    const { stderr } = succeed(
      'npx',
      ['--no-install', 'foldmark', 'build', 'book', '--out', 'dist', '--quiet'],
      project,
    );
    expect(stderr).not.toMatch(/Cannot |Warning:/);
    expect(readdirSync(join(project, 'dist')).sort(), stderr).toEqual([
      'book-print.pdf',
      'book-screen.pdf',
      'book.epub',
      'report.json',
    ]);
  });

  test('is required by a CommonJS module, and imported by an ES module', () => {
    const use =
      "build({ folder: 'none' }).catch((cause) => { console.log(cause.name, typeof check, typeof " +
      'preflight) })';
    writeFileSync(
      join(project, 'a.cjs'),
      `const { build, check, preflight, UsageError } = require('foldmark');\n${use};\n`,
    );
    writeFileSync(join(project, 'a.mjs'), `import { build, check, preflight } from 'foldmark';\n${use};\n`);
    for (const file of ['a.cjs', 'a.mjs'])
      expect([file, succeed(process.execPath, [file], project).stdout]).toEqual([
        file,
        'UsageError function function\n',
      ]);
  });

  test('checks the EPUB that it made, and the PDF', () => {
    writeFileSync(
      join(project, 'b.mjs'),
      [
        "import { readFileSync } from 'node:fs';",
        "import { build, check, preflight } from 'foldmark';",
        "const { outcome } = await build({ folder: 'book', out: 'again', only: ['print', 'epub'] });",
        "const epub = await check({ name: 'book.epub', bytes: readFileSync('again/book.epub') });",
        "const pdf = await preflight({ name: 'book-print.pdf', bytes: " +
          "readFileSync('again/book-print.pdf'), profile: 'usual', folder: 'book' });",
        'console.log(JSON.stringify([outcome, ...[epub, pdf].map((found) => found.filter(({ severity ' +
          "}) => severity === 'error'))]));",
      ].join('\n'),
    );
    expect(JSON.parse(succeed(process.execPath, ['b.mjs'], project).stdout)).toEqual(['built', [], []]);
  });

  test.each(['module', 'commonjs'])(
    'has types that hold under strict without skipLibCheck, for a %s',
    (type) => {
      writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'shelf', private: true, type }));
      writeFileSync(
        join(project, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            strict: true,
            skipLibCheck: false,
            noEmit: true,
            module: 'nodenext',
            target: 'es2022',
            lib: ['es2022', 'dom'],
            types: [],
          },
          files: ['use.ts'],
        }),
      );
      writeFileSync(
        join(project, 'use.ts'),
        [
          'import { build, check, preflight, type BuildOrder, type Report, type ReportedFinding } ' +
            "from 'foldmark';",
          "const order: BuildOrder = { folder: 'book', out: 'dist', only: ['epub'] };",
          'async function run(): Promise<Report> {',
          '  const report = await build(order);',
          "  const found: readonly ReportedFinding[] = [...await check({ name: 'a', bytes: new " +
            "Uint8Array() }), ...await preflight({ name: 'a', bytes: new Uint8Array(), profile: 'kdp', " +
            "folder: '.' })];",
          '  const files: readonly string[] = report.artifacts.map(({ file }) => file);',
          '  // @ts-expect-error: there is no such edition',
          "  const wrong: BuildOrder = { folder: 'book', only: ['scroll'] };",
          '  return found.length + files.length > 0 ? report : build(wrong);',
          '}',
          'void run();',
        ].join('\n'),
      );
      expect(
        run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], project),
      ).toMatchObject({ stdout: '', status: 0 });
    },
  );
});

interface LockedPackage {
  readonly hasInstallScript?: boolean;
}

/** What npm put there, by its own note. */
function packages(): readonly (readonly [string, LockedPackage])[] {
  return Object.entries(
    JSON.parse(readFileSync(join(project, 'node_modules/.package-lock.json'), 'utf8')).packages,
  );
}

function bytesBelow(folder: string): number {
  return filesBelow(folder).reduce((sum, file) => sum + statSync(file).size, 0);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function run(command: string, args: readonly string[], cwd: string): SpawnSyncReturns<string> {
  const shell = process.platform === 'win32' && command !== process.execPath; // npm is a script there
  return spawnSync(command, args, { cwd, encoding: 'utf8', shell, env: { ...process.env, NO_COLOR: '1' } });
}

function succeed(command: string, args: readonly string[], cwd: string): SpawnSyncReturns<string> {
  const done = run(command, args, cwd);
  expect([command, done.status, done.stderr]).toEqual([command, 0, expect.anything()]);
  return done;
}
