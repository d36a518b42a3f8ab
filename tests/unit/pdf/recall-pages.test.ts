import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { pageKeys } from '../../../src/pdf/objects/page-text-cache.js';
import { cachedPages } from '../../../src/pdf/objects/page-text-cache.js';
import type { RawText } from '../../../src/pdf/read/pdf-reader-thread.js';

function openMemory() {
  const shelf = new Map<string, Uint8Array>();
  return {
    read: (key: string) => shelf.get(key),
    write: (key: string, bytes: Uint8Array) => {
      shelf.set(key, bytes);
    },
  };
}

const textOf = (key: string): readonly RawText[] => [[`text of ${key}`, 1, 2, 1, 0, 0, 1, 10, 20]];

async function recalled(keys: readonly string[], memory: ReturnType<typeof openMemory>) {
  const asked: number[] = [];
  const texts = await cachedPages({
    what: ['text', '1'],
    keys,
    count: keys.length,
    memory,
    read: (wanted) => {
      asked.push(...wanted);
      return Promise.resolve(wanted.map((page) => textOf(keys[page] ?? '')));
    },
  });
  return { texts, asked };
}

const KEYS = Array.from({ length: 64 }, (_, page) => `${String.fromCharCode(65 + (page % 26))}${page}`);

describe('the text of pages', () => {
  it('is read once for equal pages, and comes back as it was', async () => {
    const memory = openMemory();
    const first = await recalled(KEYS, memory);
    expect(first.asked).toEqual(KEYS.map((_, page) => page));
    const second = await recalled(KEYS, memory);
    expect(second.asked).toEqual([]);
    expect(second.texts).toEqual(first.texts);
  });

  it('is read of a page that is new, and of no other', async () => {
    const memory = openMemory();
    await recalled(KEYS, memory);
    const changed = [...KEYS.slice(0, 30), 'new', ...KEYS.slice(30)];
    const { texts, asked } = await recalled(changed, memory);
    expect(texts).toEqual(changed.map(textOf));
    expect(asked).toEqual([30]);
  });

  it.each(KEYS.map((_, page) => page))('is read of page %i alone when that is another', async (page) => {
    const memory = openMemory();
    await recalled(KEYS, memory);
    for (const key of ['within', 'hinder']) {
      // what begins with h ends a run
      const changed = KEYS.with(page, key);
      const { texts, asked } = await recalled(changed, memory);
      expect(texts).toEqual(changed.map(textOf));
      expect(asked).toEqual([page]);
    }
  });

  it('comes back right where several runs begin with the same page', async () => {
    const memory = openMemory();
    const keys = ['blank', 'a', 'h', 'blank', 'b', 'h', 'blank', 'c', 'h'];
    await recalled(keys, memory);
    const changed = keys.with(4, 'd').with(8, 'e');
    expect((await recalled(changed, memory)).texts).toEqual(changed.map(textOf));
    expect((await recalled(keys, memory)).texts).toEqual(keys.map(textOf));
  });

  it('is never remembered for a page without a key', async () => {
    const memory = openMemory();
    const keys = ['a', undefined, 'b'];
    const read = (wanted: readonly number[]) => Promise.resolve(wanted.map(() => textOf('x')));
    await cachedPages({ what: ['text', '1'], keys, count: 3, memory, read });
    const asked: number[] = [];
    await cachedPages({
      what: ['text', '1'],
      keys,
      count: 3,
      memory,
      read: (wanted) => {
        asked.push(...wanted);
        return read(wanted);
      },
    });
    expect(asked).toContain(1);
  });
});

describe('what decides how a page looks', () => {
  async function keysOf(change: (doc: PDFDocument) => void): Promise<readonly (string | undefined)[]> {
    const doc = await PDFDocument.create({ updateMetadata: false });
    const { context } = doc;
    const font = context.register(context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Courier' }));
    for (const words of ['one', 'two']) {
      const page = doc.addPage([100, 100]);
      page.node.set(PDFName.of('Contents'), context.register(context.stream(`BT /F 9 Tf (${words}) Tj ET`)));
      page.node.set(PDFName.of('Resources'), context.obj({ Font: { F: font } }));
    }
    change(doc);
    return pageKeys(
      await PDFDocument.load(await doc.save({ useObjectStreams: false }), { updateMetadata: false }),
    );
  }

  it('is its content, its fonts, its size and where it is cut', async () => {
    const [one, two] = await keysOf(() => undefined);
    expect(one).not.toBe(two);
    expect(
      (
        await keysOf((doc) => {
          doc.context.obj({});
        })
      )[0],
    ).toBe(one);
    const [otherFont, also] = await keysOf((doc) => {
      for (const [, object] of doc.context.enumerateIndirectObjects())
        if ('set' in object && String(object).includes('Courier'))
          (object as unknown as { set(key: PDFName, value: PDFName): void }).set(
            PDFName.of('BaseFont'),
            PDFName.of('Helvetica'),
          );
    });
    expect([otherFont, also]).not.toContain(one);
    expect(
      (
        await keysOf((doc) => {
          doc.getPage(0).setMediaBox(0, 0, 100, 101);
        })
      )[0],
    ).not.toBe(one);
    expect(
      (
        await keysOf((doc) => {
          doc.getPage(0).setTrimBox(1, 1, 98, 98);
        })
      )[0],
    ).not.toBe(one);
  });

  it('is not told of resources that lead in a circle', async () => {
    const [one, two] = await keysOf((doc) => {
      const ref = doc.context.nextRef();
      doc.context.assign(ref, doc.context.obj({ Again: ref }));
      doc.getPage(0).node.set(PDFName.of('Resources'), ref);
    });
    expect(one).toBeUndefined();
    expect(two).toBeDefined();
  });
});
