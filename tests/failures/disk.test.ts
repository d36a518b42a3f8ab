// The disk is full, or read-only, or somebody put something in the way: the last good build stays.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { publish } from '../../src/pipeline/publish.js';
import { needsThat } from '../needs.js';
import {
  clearPlaces,
  expectNothingLeft,
  isLastGood,
  lastGood,
  longBook,
  newPlace,
  startTool,
} from './tool.js';

const mounted: string[] = [];

afterEach(() => {
  for (const place of mounted.splice(0)) spawnSync('umount', ['-l', place]);
  clearPlaces();
});

function mount(place: string, ...options: readonly string[]): boolean {
  if (spawnSync('mount', [...options, 'none', place]).status !== 0) return false;
  mounted.push(place);
  return true;
}

const needsRoot = needsThat(canMount(), 'a small disk is mounted by root only, and not in every container');

function canMount(): boolean {
  const place = newPlace();
  const done = mount(place, '-t', 'tmpfs', '-o', 'size=64k');
  for (const one of mounted.splice(0)) spawnSync('umount', ['-l', one]);
  return done;
}

/** A disk of this size with the last good build on it. */
function smallDisk(size: string): string {
  const place = newPlace();
  mount(place, '-t', 'tmpfs', '-o', `size=${size}`);
  const good = lastGood();
  const out = join(place, 'dist');
  mkdirSync(out);
  for (const name of readdirSync(good)) writeFileSync(join(out, name), readFileSync(join(good, name)));
  return out;
}

describe('a disk', needsRoot, () => {
  it('that is full when the files are written keeps the last good build', async () => {
    const out = smallDisk('100k');
    const running = startTool(['build', longBook(1), '--out', out]);
    const { code, stderr } = await running.ended;
    expect(stderr).toMatch(
      /^error RUN-020 Nothing was written to .*: the disk is full\. What stood there is as it was\.$/m,
    );
    expect(code).toBe(1);
    expect(isLastGood(out)).toBe(true);
    await expectNothingLeft(running.temporary);
  });

  it('that is read-only is refused before anything is laid out', async () => {
    const out = smallDisk('1m');
    spawnSync('mount', ['-o', 'remount,ro', join(out, '..')]);
    const running = startTool(['build', longBook(1), '--out', out]);
    const { code, stderr } = await running.ended;
    expect(stderr).toMatch(
      /^error RUN-020 Nothing was written to .*: the disk is read-only\. What stood there is as it was\.\n {2}hint: .+\n$/,
    );
    expect(code).toBe(1);
    expect(isLastGood(out)).toBe(true);
  });

  it('for temporary files that is full ends the build with one line', async () => {
    const out = lastGood();
    const place = newPlace();
    mount(place, '-t', 'tmpfs', '-o', 'size=16k');
    const running = startTool(['build', longBook(1), '--out', out], { env: { TMPDIR: place } });
    const { code, stderr } = await running.ended;
    expect([1, 4]).toContain(code);
    expect(stderr.trim()).not.toBe('');
    expect(isLastGood(out)).toBe(true);
    await expectNothingLeft(place);
  });
});

describe('what stands in the way of a file', () => {
  const files = ['a.pdf', 'b.pdf', 'c.epub'].map((name) => ({
    name,
    bytes: new TextEncoder().encode(`new ${name}`),
  }));

  it('keeps all files as they were: a folder of its name', () => {
    const out = newPlace();
    writeFileSync(join(out, 'a.pdf'), 'old');
    mkdirSync(join(out, 'b.pdf'));
    expect(() => {
      publish({ folder: out, files });
    }).toThrow('There is a folder in the place of b.pdf.');
    expect(readdirSync(out).sort()).toEqual(['a.pdf', 'b.pdf']);
    expect(readFileSync(join(out, 'a.pdf'), 'utf8')).toBe('old');
  });

  it('keeps all files as they were: one that cannot be replaced', needsRoot, () => {
    const out = newPlace();
    for (const { name } of files) writeFileSync(join(out, name), `old ${name}`);
    spawnSync('mount', ['--bind', join(out, 'c.epub'), join(out, 'c.epub')]);
    mounted.push(join(out, 'c.epub'));
    expect(() => {
      publish({ folder: out, files });
    }).toThrow('another program holds a file of it open');
    expect(
      Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')])),
    ).toEqual({ 'a.pdf': 'old a.pdf', 'b.pdf': 'old b.pdf', 'c.epub': 'old c.epub' });
  });

  it('is a file in the place of the folder', () => {
    const out = join(newPlace(), 'dist');
    writeFileSync(out, 'a file');
    expect(() => {
      publish({ folder: out, files });
    }).toThrow('it is not a folder');
  });

  it(
    'is what a killed build had decided: the next one carries it out first, and sweeps what was never ' +
      'decided',
    () => {
      const out = newPlace();
      const killed = spawnSync(process.execPath, ['-e', '']).pid;
      mkdirSync(join(out, '.foldmark-decided'));
      writeFileSync(join(out, '.foldmark-decided', '.owner'), String(killed));
      writeFileSync(join(out, '.foldmark-decided', 'other.pdf'), 'decided');
      mkdirSync(join(out, `.foldmark-${killed}-abcdef`));
      publish({ folder: out, files });
      expect(readdirSync(out).sort()).toEqual(['a.pdf', 'b.pdf', 'c.epub', 'other.pdf']);
      expect(readFileSync(join(out, 'other.pdf'), 'utf8')).toBe('decided');
      rmSync(out, { recursive: true });
    },
  );
});
