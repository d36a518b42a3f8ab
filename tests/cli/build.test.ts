import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { encode } from 'fast-png';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/index.js';
import { copyOfBook, foldmark, hashes, newFolder, type Run } from './run.js';

const COVER = encode({ width: 1600, height: 2560, data: new Uint8Array(1600 * 2560 * 3), channels: 3 });

/** A build of every edition and one of the EPUB alone, which several tests look at. */
const [first, alone] = [newFolder(), newFolder()];
let one: Run;
let other: Run;

beforeAll(() => {
  one = foldmark(['build', copyOfBook('tiny'), '--out', first, '--quiet']);
  other = foldmark(['build', copyOfBook('tiny'), '--out', alone, '--only', 'epub', '--json']);
});

describe('foldmark build', () => {
  test('makes every edition and a report, the same bytes twice, wherever the folder and the clock are', () => {
    const second = newFolder();
    const two = foldmark(['build', copyOfBook('tiny'), '--out', second, '--quiet'], {
      env: { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', HOME: newFolder() },
    });
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(readdirSync(first).sort()).toEqual([
      'report.json',
      'tiny-print.pdf',
      'tiny-screen.pdf',
      'tiny.epub',
    ]);
    expect(hashes(second)).toEqual(hashes(first));
    const report: unknown = JSON.parse(readFileSync(join(first, 'report.json'), 'utf8'));
    expect(report).toMatchObject({
      outcome: 'built',
      artifacts: [
        { file: 'tiny-print.pdf', edition: 'print' },
        { file: 'tiny-screen.pdf' },
        { file: 'tiny.epub' },
      ],
    });
  });

  test('SOURCE_DATE_EPOCH is the date inside of the files', async () => {
    const out = newFolder();
    const { code } = foldmark(['build', copyOfBook('tiny'), '--out', out, '--only', 'print', '--quiet'], {
      env: { SOURCE_DATE_EPOCH: '981173106' },
    });
    expect(code).toBe(0);
    const doc = await PDFDocument.load(readFileSync(join(out, 'tiny-print.pdf')), { updateMetadata: false });
    expect(doc.getCreationDate()?.toISOString()).toBe('2001-02-03T04:05:06.000Z');
    expect(hashes(out)['tiny-print.pdf']).not.toBe(hashes(first)['tiny-print.pdf']);
  });

  test('an EPUB with a cover of one’s own needs no browser', () => {
    const book = copyOfBook('tiny');
    writeFileSync(join(book, 'cover.png'), COVER);
    appendFileSync(join(book, 'book.yml'), '\nepub: { cover: cover.png }\n');
    const out = newFolder();
    const { code, stderr } = foldmark([
      ...['build', book, '--out', out, '--only', 'epub', '--quiet', '--no-cache'],
      ...['--browser', join(out, 'no-such-browser')],
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(readdirSync(out)).toContain('tiny.epub');
  });

  test('all problems are told together, with place and hint, and dist/ stays as it was', () => {
    const book = copyOfBook('tiny');
    const out = newFolder();
    writeFileSync(join(out, 'tiny.epub'), 'the last good one');
    const chapter = readdirSync(book).find((name) => name.endsWith('.md')) ?? '';
    writeFileSync(
      join(book, chapter),
      '# Start\n\nSee [there](javascript:x).\n\n![A picture](../gone.png)\n',
    );
    const { code, stderr, stdout } = foldmark(['build', book, '--out', out]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(new RegExp(`^${chapter}:3:5 error TEXT-008 .*$`, 'm'));
    expect(stderr).toMatch(new RegExp(`^${chapter}:5:1 error FIG-00\\d .*gone\\.png.*$`, 'm'));
    expect(stderr).toMatch(/^Not built: 2 errors/m);
    expect(readdirSync(out)).toEqual(['tiny.epub']);
    expect(readFileSync(join(out, 'tiny.epub'), 'utf8')).toBe('the last good one');
  });

  test('a warning that repeats is one line, and every one under --verbose and in report.json', () => {
    const book = copyOfBook('tiny');
    const out = newFolder();
    writeFileSync(join(book, 'text.md'), `# Start\n\n${'So be it ! It is so.\n\n'.repeat(5)}`);
    const { code, stderr } = foldmark(['build', book, '--out', out, '--only', 'epub']);
    expect(code).toBe(0);
    expect(stderr.match(/^text\.md:\d+:\d+ warning TYPO-004 .*$/gm)).toEqual([
      expect.stringMatching(/^text\.md:3:9 .* \(5 times, also at text\.md:5:9, text\.md:7:9 …\)$/),
    ]);
    expect(stderr).toMatch(/^\S+tiny\.epub {2}\d+ kB$/m);
    expect(stderr).toMatch(/^5 warnings \(--verbose prints each\); /m);
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as {
      readonly diagnostics: readonly { readonly code: string }[];
    };
    expect(report.diagnostics.filter((one) => one.code === 'TYPO-004')).toHaveLength(5);
    const full = foldmark(['build', book, '--out', out, '--only', 'epub', '--verbose']).stderr;
    expect(full.match(/^text\.md:\d+:9 warning TYPO-004 .*[^)]$/gm)).toHaveLength(5);
    expect(full).toMatch(/^5 warnings; /m);
  });

  test('a template that loses the text ends the build while pages are laid out, with nothing published', () => {
    const book = copyOfBook('tiny');
    const out = newFolder();
    mkdirSync(join(book, 'templates'));
    writeFileSync(
      join(book, 'templates/chapter.hbs'),
      '<section class="section chapter" id="{{part.id}}">{{> opening}}</section>',
    );
    const { code, stderr } = foldmark(['build', book, '--out', out, '--only', 'print', '--no-cache']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/ error LOSS-003 A template leaves these words out of the print edition: /);
    expect(stderr).not.toMatch(/LOSS-001|printing pages/);
    expect(readdirSync(out)).toEqual([]);
  });

  test('{.stet} lets a warning stand under --strict, and says so', () => {
    const book = copyOfBook('tiny');
    const chapter = readdirSync(book).find((name) => name.endsWith('.md')) ?? '';
    const build = (words: string): Run => {
      writeFileSync(join(book, chapter), `# Start\n\n${words}\n`);
      return foldmark(['build', book, '--out', newFolder(), '--only', 'epub', '--strict']);
    };
    expect(build('So be it ! It is so.')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('TYPO-004') as string,
    });
    const { code, stderr } = build('So be it ! It is so.{.stet}');
    expect([
      code,
      stderr.includes('warning TYPO'),
      stderr.includes('info TYPO-008 Suppressed by {.stet}: TYPO-004.'),
    ]).toEqual([0, false, true]);
  });

  test('--json prints the report and nothing else', () => {
    const { code, stdout, stderr } = other;
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'built',
      title: expect.any(String) as string,
      diagnostics: expect.any(Array) as unknown[],
    });
  });

  test('a mistake in book.yml ends with 2, as a wrong option does', () => {
    const book = copyOfBook('tiny');
    writeFileSync(join(book, 'book.yml'), `${readFileSync(join(book, 'book.yml'), 'utf8')}\ntitel: Oops\n`);
    const wrong = foldmark(['build', book, '--out', newFolder()]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/^book\.yml:\d+:1 error CONF-002 .*titel.*\n {2}hint: .*title/m);
    expect(foldmark(['build', '--no-such-option']).code).toBe(2);
    expect(foldmark(['build', 'no/such/folder']).code).toBe(2);
    expect(foldmark(['build', '--only', 'papyrus']).code).toBe(2);
  });

  test('a browser that is not there ends with 4 and says where it looked', () => {
    const { code, stderr } = foldmark([
      'build',
      copyOfBook('tiny'),
      '--out',
      newFolder(),
      '--browser',
      '/no/such/browser',
    ]);
    expect(code).toBe(4);
    expect(stderr).toContain('/no/such/browser');
    expect(stderr).toContain('FOLDMARK_BROWSER');
  });

  test('every verb explains itself', () => {
    for (const verb of [[], ['build'], ['check']]) {
      const { code, stdout } = foldmark([...verb, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain('Usage: foldmark');
    }
  });
});

test('the library builds what the command line builds', async () => {
  const byHand = newFolder();
  const report = await build({ folder: copyOfBook('tiny'), out: byHand, only: ['epub'] });
  expect(report.outcome).toBe('built');
  expect(hashes(byHand)).toEqual(hashes(alone));
});

describe('foldmark check', () => {
  test('finds nothing in an EPUB of ours, and what is wrong in a file that is none', () => {
    const out = newFolder();
    expect(foldmark(['check', join(alone, 'tiny.epub')])).toMatchObject({ code: 0 });
    writeFileSync(join(out, 'broken.epub'), 'not a zip');
    const broken = foldmark(['check', join(out, 'broken.epub')]);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toContain('EPUB-200');
    expect(foldmark(['check', join(out, 'absent.epub')]).code).toBe(2);
  });
});
