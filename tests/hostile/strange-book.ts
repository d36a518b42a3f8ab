// A book folder made of hostile pieces, beside a secret that it must not reach, and what is looked for
// afterwards.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { encode } from 'fast-png';
import type { HostileText } from './manuscripts.js';

export interface StrangeBook {
  /** The folder that the book's folder and the secrets lie in. */
  readonly place: string;
  readonly book: string;
}

/** Words that stand only in files outside of the book. */
export const CANARY = 'KANARIENVOGEL';
/** An address of the range for documentation: nobody answers there. */
export const SPY = 'http://203.0.113.7';

export function strangeBook(files: Readonly<Record<string, string | Uint8Array>>): StrangeBook {
  const place = mkdtempSync(join(tmpdir(), 'strange-'));
  const book = join(place, 'book');
  mkdirSync(join(book, 'images'), { recursive: true });
  mkdirSync(join(place, 'secrets'));
  writeFileSync(join(place, 'secret.txt'), CANARY);
  writeFileSync(join(place, 'secrets/secret.png'), secretPicture());
  writeFileSync(join(place, 'secret.png'), secretPicture());
  writeFileSync(join(place, 'other.md'), `# ${CANARY}\n`);
  writeFileSync(
    join(book, 'images/dot.png'),
    encode({ width: 1500, height: 900, data: new Uint8Array(1500 * 900 * 3).fill(90), channels: 3 }),
  );
  writeFileSync(join(book, 'images/page.png'), '<!DOCTYPE html><script>document.title="PWNED"</script>');
  writeFileSync(join(book, 'images/bomb.png'), bomb());
  symlinkSync('../../secret.png', join(book, 'images/link.png'));
  symlinkSync('../secrets', join(book, 'linked'));
  spawnSync('mkfifo', [join(book, 'images/pipe.png')]);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(book, name)), { recursive: true });
    writeFileSync(join(book, name), content);
  }
  return { place, book };
}

/** One chapter for each row, called by its number. */
export function chapters(rows: readonly HostileText[], place: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows.map(({ text }, index) => [
      fileOf(index),
      `# Chapter ${index}\n\nBefore ` +
        `${index}.\n\n${text.replaceAll('SECRET', join(place, 'secret.txt')).replaceAll('SPY', SPY)}\n\nAfter ` +
        `${index}.\n`,
    ]),
  );
}

export function fileOf(index: number): string {
  return `${String(index).padStart(3, '0')}.md`;
}

/** Pixels that say the canary, so that they would be found in a file that holds them as they are. */
function secretPicture(): Uint8Array {
  const said = new TextEncoder().encode(CANARY.repeat(3)).subarray(0, 36);
  return encode({ width: 4, height: 3, data: said, channels: 3 });
}

/** The header of a PNG of 20,000 by 20,000 pixels, and nothing behind it. */
function bomb(): Uint8Array {
  const small = encode({ width: 2, height: 2, data: new Uint8Array(12), channels: 3 });
  const view = new DataView(small.buffer, small.byteOffset);
  view.setUint32(16, 20_000);
  view.setUint32(20, 20_000);
  return small;
}
