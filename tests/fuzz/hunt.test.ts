// What the hunt makes of faults, with builds that are only played.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
// @ts-expect-error tools are plain JavaScript
import { hunt } from '../../tools/fuzz/hunt.mjs';

type Attempt = (
  folder: string,
  order: { readonly chapters: ReadonlyMap<number, unknown> },
) => Promise<{
  readonly faults: readonly { readonly kind: string; readonly document?: number; readonly message: string }[];
  readonly pages: number;
}>;

const folder = mkdtempSync(join(tmpdir(), 'hunt-test-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function hunting(
  attempt: Attempt,
): Promise<{ readonly refused: number; readonly silent: number; readonly said: string }> {
  const said: string[] = [];
  const order = {
    folder,
    documents: 4,
    seed: 1,
    batch: 4,
    attempt,
    tell: (line: string) => {
      said.push(line);
    },
  };
  const { refused, silent } = await (
    hunt as (given: typeof order) => Promise<{ refused: number; silent: number }>
  )(order);
  return { refused, silent, said: said.join('\n') };
}

test('a book that fails whole, while each of its documents is sound by itself, is told and counted', async () => {
  const { refused, said } = await hunting((_, { chapters }) =>
    Promise.resolve({
      faults: chapters.size > 1 ? [{ kind: 'THROWN', message: 'The browser went away.' }] : [],
      pages: chapters.size,
    }),
  );
  expect(refused).toBe(1);
  expect(said).toContain('only among documents 0 1 2 3: THROWN The browser went away.');
});

test('a document that fails only beside others is told by its name', async () => {
  const { silent, said } = await hunting((_, { chapters }) =>
    Promise.resolve({
      faults:
        chapters.size > 1 && chapters.has(2)
          ? [{ kind: 'SILENT', document: 2, message: 'w2x1e stands 0 times' }]
          : [],
      pages: chapters.size,
    }),
  );
  expect(silent).toBe(1);
  expect(said).toContain('document 2, ');
  expect(said).toContain('only among documents 0 1 2 3: SILENT w2x1e stands 0 times');
});
