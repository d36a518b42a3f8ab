// The tour of the README, taken as it is written.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { foldmark, newFolder } from './run.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

let book: string;

beforeAll(() => {
  book = join(newFolder(), 'my-folder');
  mkdirSync(book);
  for (const [, name = '', text = ''] of README.matchAll(/^```\w+ title="([^"]+)"\n([\s\S]*?)^```$/gm))
    writeFileSync(join(book, name), text);
});

describe('the tour', () => {
  test('ends in a book without a warning', () => {
    const { code, stdout } = foldmark(['build', book, '--out', join(book, 'dist'), '--strict', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'built',
      artifacts: [{ file: 'tide-print.pdf' }, { file: 'tide-screen.pdf' }, { file: 'tide.epub' }],
    });
    expect(code).toBe(0);
  });

  test('is built by its command as it is pasted, and names the file to open', () => {
    const [, args = ''] = /^npm run foldmark -- (.*)$/m.exec(README) ?? [];
    const [, toOpen = ''] = /^Mend it, build once more, and open `([^`]+)`/m.exec(README) ?? [];
    const folder = join(book, '..');
    const tool = fileURLToPath(new URL('../../tools/run.mjs', import.meta.url));
    expect(
      JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).scripts.foldmark,
    ).toBe('node tools/run.mjs foldmark');
    const { status } = spawnSync(process.execPath, [tool, 'foldmark', ...args.split(' '), '--quiet'], {
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder },
    });
    expect(status).toBe(0);
    expect(existsSync(join(folder, toOpen))).toBe(true);
  });

  test('never asks for a path to the tool', () => {
    expect(README).not.toMatch(/^node /m);
  });

  test('shows the very message that the slip gives', () => {
    const chapter = join(book, '01-out.md');
    writeFileSync(chapter, readFileSync(chapter, 'utf8').replace('{@ben}', '{@bne}'));
    const { code, stderr } = foldmark(
      ['build', 'my-folder', '--out', 'my-folder/dist', '--only', 'epub', '--quiet'],
      { cwd: join(book, '..') },
    );
    const [, shown = ''] = /^```text\n(01-out[\s\S]*?)^```$/m.exec(README) ?? [];
    expect(stderr).toBe(shown);
    expect(code).toBe(1);
  });
});

test('every page and picture that it links to is there', () => {
  for (const [, target = ''] of README.matchAll(/\]\((?!https?:)([^)#\s]+)\)/g)) {
    if (/^0\d-/.test(target)) continue; // a link inside an example
    expect(() => readFileSync(new URL(`../../${target}`, import.meta.url)), target).not.toThrow();
  }
});
