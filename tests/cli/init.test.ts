import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { foldmark, newFolder } from './run.js';

const STARTERS = ['zine', 'novel', 'essay', 'poetry', 'manual'];

describe('foldmark init', () => {
  test.each(STARTERS)('begins a %s that builds without a finding of its own', (starter) => {
    const folder = join(newFolder(), 'low-water');
    const made = foldmark(['init', folder, '--template', starter, '--author', 'Ada Fenn', '--yes']);
    expect({ code: made.code, stderr: made.stderr }).toEqual({ code: 0, stderr: '' });
    const out = newFolder();
    const only = starter === 'zine' ? [] : ['--only', 'epub'];
    const built = foldmark(['build', folder, '--out', out, ...only, '--json', '--no-cache']);
    const { outcome, title, diagnostics } = JSON.parse(built.stdout) as {
      outcome: string;
      title: string;
      diagnostics: readonly { code: string }[];
    };
    expect({ outcome, title }).toEqual({ outcome: 'built', title: 'Low Water' });
    expect(diagnostics.map(({ code }) => code).filter((code) => code !== 'PRESS-001')).toEqual([]);
  });

  test('fills in what it is given, whatever its characters', () => {
    const folder = join(newFolder(), 'x');
    foldmark(['init', folder, '--title', 'Tide: "Low" #2', '--author', "O'Hara", '--language', 'no']);
    const settings: unknown = parse(readFileSync(join(folder, 'book.yml'), 'utf8'));
    expect(settings).toMatchObject({ title: 'Tide: "Low" #2', author: "O'Hara", language: 'no' });
  });

  test('keeps what is there: chapters of one’s own are the book, and no file is changed', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'mine.md'), '# Mine\n');
    writeFileSync(join(folder, 'package.json'), '{}');
    const { code, stdout } = foldmark(['init', folder, '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('Left as they were: package.json.');
    expect(readdirSync(folder).sort()).toEqual([
      '.github',
      '.gitignore',
      'book.yml',
      'mine.md',
      'package.json',
    ]);
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('{}');
  });

  test('refuses a folder that is a book already, a file, and a kind that it does not have', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'book'));
    writeFileSync(join(folder, 'book', 'book.yml'), 'title: There\n');
    const there = foldmark(['init', join(folder, 'book'), '--yes']);
    expect(there.code).toBe(2);
    expect(there.stderr).toContain('RUN-006');
    expect(readFileSync(join(folder, 'book', 'book.yml'), 'utf8')).toBe('title: There\n');
    expect(foldmark(['init', join(folder, 'book', 'book.yml')]).code).toBe(2);
    const kind = foldmark(['init', join(folder, 'new'), '--template', 'opera']);
    expect([kind.code, kind.stderr.includes('Use one of zine, novel')]).toEqual([2, true]);
  });
});

describe('foldmark explain', () => {
  test('says what a code means, in small letters too', () => {
    const { code, stdout } = foldmark(['explain', 'typo-002']);
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'TYPO-002: Wrong dash']);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('lists all codes, and names the nearest one for a code that does not exist', () => {
    expect(foldmark(['explain']).stdout).toContain('LOSS-001');
    const { code, stderr } = foldmark(['explain', 'TYPO-02']);
    expect([code, stderr.includes('Did you mean TYPO-002?')]).toEqual([2, true]);
  });

  test('gives JSON', () => {
    const rows = JSON.parse(foldmark(['explain', 'LOSS-001', '--json']).stdout) as readonly object[];
    expect(rows).toMatchObject([{ code: 'LOSS-001', severity: 'error' }]);
  });
});
