// Several books in one run: each by itself, told together.
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOfBook, foldmark, hashes, newFolder } from './run.js';

describe('foldmark build with several books', () => {
  test(
    'builds each into a folder of its name, whatever becomes of the others, and ends with the highest ' +
      'of their codes',
    () => {
      const [broken, good, out, alone] = [
        copyOfBook('tiny'),
        join(newFolder(), 'good'),
        newFolder(),
        newFolder(),
      ];
      writeFileSync(join(broken, 'text.md'), '# Start\n\nSee [there](javascript:x).\n');
      cpSync('tests/books/tiny', good, { recursive: true });
      const { code, stdout, stderr } = foldmark([
        'build',
        broken,
        'no/such/book',
        good,
        '--out',
        out,
        '--only',
        'epub',
        '--json',
      ]);
      expect(code).toBe(2);
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toMatchObject([
        {
          folder: broken,
          out: join(out, 'tiny'),
          outcome: 'failed',
          diagnostics: [{ code: 'TEXT-008', file: 'text.md' }],
        },
        {
          folder: 'no/such/book',
          outcome: 'failed',
          exit: 2,
          code: 'RUN-004',
          message: 'There is no folder no/such/book.',
        },
        {
          folder: good,
          out: join(out, 'good'),
          outcome: 'built',
          diagnostics: [],
          artifacts: [{ file: 'good.epub' }],
        },
      ]);
      expect(existsSync(join(out, 'tiny'))).toBe(false);
      expect(readdirSync(join(out, 'good')).sort()).toEqual(['good.epub', 'report.json']);
      foldmark(['build', good, '--out', alone, '--only', 'epub', '--quiet']);
      expect(hashes(join(out, 'good'))).toEqual(hashes(alone));
    },
  );

  test('says at the end how many were built and what was found in all', () => {
    const [broken, good] = [copyOfBook('tiny'), join(newFolder(), 'good')];
    writeFileSync(join(broken, 'text.md'), '# Start\n\nSee [there](javascript:x).\n');
    cpSync('tests/books/tiny', good, { recursive: true });
    const { stderr } = foldmark(['build', broken, good, '--out', newFolder(), '--only', 'epub']);
    expect(stderr).toMatch(/\n2 books: 1 built, 1 not built; 1 error, 0 warnings\.\n$/);
  });

  test('refuses two that would be written to one place, and to watch more than one', () => {
    const twice = foldmark(['build', 'one/book', 'two/book', '--out', 'all']);
    expect([twice.code, twice.stderr]).toEqual([
      2,
      `command line error RUN-003 Two of the books would be written to ${join('all', 'book')}.\n  ` +
        'hint: Build them one by one, each with an --out of its own.\n',
    ]);
    expect(foldmark(['build', 'one', 'two', '--watch'])).toMatchObject({
      code: 2,
      stderr:
        '--watch error RUN-003 Only one book can be watched at a time.\n  hint: Name one folder, or ' +
        'leave out --watch.\n',
    });
  });
});
