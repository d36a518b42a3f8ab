// Several builds into one folder at once: the folder holds one of them, whole.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { clearPlaces, newPlace, startTool } from './tool.js';

afterEach(clearPlaces);

const PUBLISHER = fileURLToPath(new URL('publisher.mjs', import.meta.url));

function contents(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

describe('several builds into one folder at once', () => {
  it('publish one after another, each whole', async () => {
    const out = newPlace();
    const codes = await Promise.all(
      ['x', 'y', 'z'].map(
        (mark) =>
          new Promise((resolve) => {
            spawn(process.execPath, [PUBLISHER, out, mark, '60'], { stdio: 'inherit' }).on('close', resolve);
          }),
      ),
    );
    expect(codes).toEqual([0, 0, 0]);
    expect(readdirSync(out).sort()).toEqual(['a.pdf', 'b.pdf', 'c.epub']);
    expect(new Set(contents(out)).size).toBe(1);
  });

  it('leave a decision that the next one carries out, when one is killed at any moment', async () => {
    const out = newPlace();
    for (const afterMs of [60, 75, 90, 105, 120, 135]) {
      const child = spawn(process.execPath, [PUBLISHER, out, 'k', '100000']);
      await new Promise((resolve) => {
        setTimeout(resolve, afterMs);
      });
      child.kill('SIGKILL');
      await new Promise((resolve) => {
        child.on('close', resolve);
      });
    }
    await new Promise((resolve) => {
      spawn(process.execPath, [PUBLISHER, out, 'last', '1'], { stdio: 'inherit' }).on('close', resolve);
    });
    expect(contents(out)).toEqual(['last0', 'last0', 'last0']);
  });

  it('are two books of one name: the files of one of them stand there in the end', async () => {
    const out = newPlace();
    const alone = ['One', 'Two'].map((title) => ({ book: bookCalled(title), out: newPlace() }));
    for (const { book, out: own } of alone)
      expect((await startTool(['build', book, '--out', own, '--only', 'print,epub']).ended).code).toBe(0);
    const both = await Promise.all(
      alone.map(({ book }) => startTool(['build', book, '--out', out, '--only', 'print,epub']).ended),
    );
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const [one, two] = alone.map((each) => filesOf(each.out));
    expect(readdirSync(out).sort()).toEqual(['report.json', 'same-print.pdf', 'same.epub']);
    expect([one, two]).toContainEqual(filesOf(out));
  });
});

function bookCalled(title: string): string {
  const folder = newPlace();
  writeFileSync(join(folder, 'book.yml'), `title: ${title}\nname: same\n`);
  writeFileSync(join(folder, '01.md'), `# ${title}\n\nWords.\n`);
  return folder;
}

function filesOf(folder: string): readonly string[] {
  return ['same-print.pdf', 'same.epub'].map((name) => readFileSync(join(folder, name)).toString('base64'));
}
