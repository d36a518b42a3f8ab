// A run that ends without a report: one JSON document with code, message, hint and exit, or one line with its
// hint.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { refusedNode } from '../../src/cli/required-node.js';
import { CLI, copyOfBook, foldmark, newFolder } from './run.js';

const book = copyOfBook('tiny');

describe('--json', () => {
  test.each([
    ['an unknown option', ['build', book, '--no-such-option'], 2, 'RUN-001', 'command line'],
    ['an unknown command', ['bild', book], 2, 'RUN-001', 'command line'],
    ['an unknown edition', ['build', book, '--only', 'papyrus'], 2, 'RUN-002', '--only'],
    ['a word for a number', ['build', book, '--jobs', 'many'], 2, 'RUN-002', '--jobs'],
    ['a folder that is not there', ['build', join(newFolder(), 'none')], 2, 'RUN-004', undefined],
    ['an EPUB that is not there', ['check', join(newFolder(), 'none.epub')], 2, 'RUN-004', undefined],
    ['a folder for a file', ['preflight', newFolder(), '--profile', 'kdp'], 2, 'RUN-004', undefined],
    ['a PDF that is not there', ['impose', join(newFolder(), 'none.pdf')], 2, 'RUN-004', undefined],
    [
      'a browser that is not there',
      ['build', book, '--browser', '/no/such/browser', '--out', newFolder()],
      4,
      'RUN-011',
      undefined,
    ],
    ['two books with --watch', ['build', book, copyOfBook('tiny'), '--watch'], 2, 'RUN-003', undefined],
  ])('says in one document why: %s', (_, args, exit, code, place) => {
    const { code: status, stdout } = foldmark([...args, '--json']);
    const failure = JSON.parse(stdout) as Record<string, unknown>;
    expect(failure).toMatchObject({
      outcome: 'failed',
      exit,
      code,
      ...(place === undefined ? {} : { place }),
    });
    expect(String(failure['message']).length).toBeGreaterThan(10);
    expect(String(failure['hint']).length).toBeGreaterThan(5);
    expect(status).toBe(exit);
  });

  it('is the report where there is one, also of a book that fails', () => {
    const broken = copyOfBook('tiny');
    appendFileSync(join(broken, 'book.yml'), 'titel: Low Water\n');
    const { code, stdout } = foldmark(['build', broken, '--json', '--out', newFolder()]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'failed' });
  });
});

/** Throws in the middle of a run, where nobody catches it. */
const CRASH = { NODE_OPTIONS: '--import data:text/javascript,setTimeout(()=>{null.x},300)' };
const REJECTION = { NODE_OPTIONS: '--import data:text/javascript,setTimeout(()=>{Promise.reject(1)},300)' };

describe('a crash', () => {
  test.each([
    ['thrown', CRASH],
    ['rejected', REJECTION],
  ])('is one JSON document: %s', (_, env) => {
    const { code, stdout, stderr } = foldmark(
      ['build', book, '--json', '--no-cache', '--only', 'epub', '--out', newFolder()],
      { env },
    );
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'failed',
      exit: 1,
      code: 'RUN-050',
      message: expect.stringMatching(/^Bug in Foldmark: it failed while it was /) as string,
    });
    expect([code, stderr]).toEqual([1, '']);
  });

  it('has no stack without FOLDMARK_DEBUG, and one with it', () => {
    const order = ['build', book, '--quiet', '--no-cache', '--only', 'epub', '--out', newFolder()];
    const { code, stderr } = foldmark(order, { env: CRASH });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^error RUN-050 Bug in Foldmark: [^\n]*\n {2}TypeError: [^\n]*\n {2}hint: [^\n]*\n$/,
    );
    expect(foldmark(order, { env: { ...CRASH, FOLDMARK_DEBUG: '1' } }).stderr).toMatch(/^ +at /m);
  });
});

describe('standard output', () => {
  it('that takes nothing is reported on standard error', ({ skip }) => {
    if (!existsSync('/dev/full')) skip('no /dev/full here');
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${CLI}" check "${join(book, 'book.yml')}" --json > /dev/full`],
      { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
    );
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(
        /^error RUN-020 The JSON could not be written to standard output\.\n.*ENOSPC.*\n {2}hint: /,
      ),
    ]);
  });

  it('whose reader has gone away ends no build', () => {
    const { status, stderr } = spawnSync(
      'bash',
      [
        '-c',
        `"${process.execPath}" "${CLI}" check "${join(book, 'book.yml')}" --json | head -c 0; exit ` +
          `\${PIPESTATUS[0]}`,
      ],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([1, '']);
  });
});

describe('an interrupted build', () => {
  it('prints its JSON too, and exits with 130', async () => {
    const child = spawn(
      process.execPath,
      [CLI, 'build', book, '--json', '--no-cache', '--out', newFolder()],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
        env: {
          ...process.env,
          NODE_OPTIONS: '--import data:text/javascript,setTimeout(()=>{process.kill(process.pid,2)},400)',
        },
      },
    );
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      stdout += more;
    });
    const code = await new Promise((resolve) => {
      child.on('close', resolve);
    });
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'failed', exit: 130, code: 'RUN-040' });
  });
});

describe('a mistake in an own style', () => {
  it('is reported at its own line, and leaves no trace in the files', () => {
    const own = copyOfBook('tiny');
    mkdirSync(join(own, 'styles'));
    writeFileSync(
      join(own, 'styles/custom.css'),
      '.ok { margin: 0 }\np { color: red\n\n.wide { width: 40em; }\n}\n.wider { width: 500px }\n',
    );
    const { code, stderr } = foldmark([
      'build',
      own,
      '--only',
      'epub',
      '--verbose',
      '--no-cache',
      '--out',
      newFolder(),
    ]);
    expect(stderr).toMatch(/^styles\/custom\.css:4:\d+ warning STYLE-013 /m);
    expect(stderr).toMatch(/^styles\/custom\.css:6:\d+ warning EPUB-038 /m);
    expect(stderr).not.toContain('OEBPS');
    expect(code).toBe(0);
  });
});

describe('without --json', () => {
  it('is one line at its option, and a hint', () => {
    const { code, stderr, stdout } = foldmark(['build', book, '--only', 'papyrus']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^--only error RUN-002 .*papyrus.*\n {2}hint: .+\n$/);
  });

  it('says in one line that the output folder takes no files', ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write everywhere');
    const out = newFolder();
    mkdirSync(out, { recursive: true });
    chmodSync(out, 0o500);
    const { code, stderr } = foldmark(['build', book, '--only', 'epub', '--out', out]);
    expect(code).toBe(1);
    expect(stderr).toContain('error RUN-020');
  });
});

describe('the required Node.js', () => {
  test.each([
    ['20.19.0', undefined],
    ['22.0.0', undefined],
    ['20.18.9', '20.18.9'],
    ['18.20.4', '18.20.4'],
    ['16.0.0', '16.0.0'],
  ])('%s', (version, told) => {
    const refused = refusedNode(version);
    if (told === undefined) expect(refused).toBeUndefined();
    else expect(refused).toBe(`Foldmark needs Node.js 20.19 or later, and this is ${told}.`);
  });
});

describe('help', () => {
  test.each(['build', 'check', 'preflight', 'impose', 'cover'])(
    'of %s shows examples, and no value that only a program can read',
    (command) => {
      const { code, stdout } = foldmark([command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`foldmark ${command}`);
      expect(stdout).not.toMatch(/\{"|undefined|\[object/);
      expect(stdout).toMatch(/Examples?:/);
    },
  );
});
