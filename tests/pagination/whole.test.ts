// Texts that Paged.js by itself prints twice or loses: here every word stands once, in order.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { element, text, type Flow } from '../../src/model/flow.js';
import { findBrowser } from '../../src/browser/find-browser.js';
import { openBrowser, type OpenBrowser } from '../../src/browser/open-browser.js';
import { finishPdf } from '../../src/pdf/finish/finish-pdf.js';
import { printMaster } from '../../src/pagination/print-master.js';
import { handMade, note, paragraph, part, section, words } from './fixtures/composition.js';
import { readPdf } from './fixtures/read-pdf.js';

let browser: OpenBrowser;

beforeAll(async () => {
  browser = await openBrowser(await findBrowser({ env: process.env, platform: process.platform }));
}, 30_000);
afterAll(async () => {
  await browser.close();
});

interface Pressed {
  readonly words: readonly string[];
  readonly codes: readonly string[];
}

async function printAll(...body: Flow): Promise<Pressed> {
  const only = part('one', { kind: 'chapter', flow: section('one', 'chapter', body) });
  const { furniture: _, ...plain } = handMade({ parts: [only], outline: [] });
  const { value, diagnostics } = await printMaster({ composition: plain, browser });
  const { bytes } = await finishPdf({ master: value, composition: plain, purpose: 'screen' });
  const { texts } = await readPdf(bytes);
  return {
    words: texts
      .join('\n')
      .split(/\s+/)
      .filter((word) => word !== ''),
    codes: diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, message }) => `${code} ${message}`),
  };
}

const numbered = (name: string, count: number): readonly string[] => words(name, 1, count).split(' ');

describe('nothing is lost or doubled', () => {
  it('in a refrain of equal lines', async () => {
    const lines = Array.from({ length: 120 }, () => [text('Row row'), element('br', {}, [])]).flat();
    const printedBatches = await printAll(
      element('p', { 'data-block': 'one.1' }, lines),
      paragraph('one.2', 'end'),
    );
    expect(printedBatches.words).toEqual([
      ...Array.from({ length: 240 }, (_, index) => (index % 2 === 0 ? 'Row' : 'row')),
      'end',
    ]);
    expect(printedBatches.codes).toEqual([]);
  }, 30_000);

  it('in code that is longer than a page', async () => {
    const lines = numbered('code', 150);
    const printedBatches = await printAll(
      element('pre', { 'data-block': 'one.1' }, [element('code', {}, [text(lines.join('\n'))])]),
      paragraph('one.2', 'end'),
    );
    expect(printedBatches.words).toEqual([...lines, 'end']);
    expect(printedBatches.codes).toEqual([]);
  }, 30_000);

  it('in a table over several pages', async () => {
    const rows = numbered('cell', 120);
    const table = element('table', {}, [
      element(
        'tbody',
        {},
        rows.map((word, index) =>
          element('tr', {}, [
            element('td', { 'data-block': `one.${index}` }, [text('same')]),
            element('td', {}, [text(word)]),
          ]),
        ),
      ),
    ]);
    const printedBatches = await printAll(table, paragraph('one.999', 'end'));
    expect(printedBatches.words).toEqual([...rows.flatMap((word) => ['same', word]), 'end']);
    expect(printedBatches.codes).toEqual([]);
  }, 30_000);

  it('in a note that is longer than the page', async () => {
    const printedBatches = await printAll(
      paragraph(
        'one.1',
        `${words('before', 1, 60)} called`,
        ...note('n-1', 1, words('note', 1, 700)),
        ` ${words('after', 1, 60)}`,
      ),
      paragraph('one.2', words('tail', 1, 300)),
    );
    const only = (name: string): readonly string[] =>
      printedBatches.words.filter((word) => word.startsWith(name) && /\d{4}$/.test(word));
    expect([only('before'), only('note'), only('after'), only('tail')]).toEqual([
      numbered('before', 60),
      numbered('note', 700),
      numbered('after', 60),
      numbered('tail', 300),
    ]);
    expect(printedBatches.codes).toEqual([]);
  }, 30_000);

  it('in many notes at the foot of full pages', async () => {
    const blocks = Array.from({ length: 24 }, (_, index) =>
      paragraph(
        `one.${index + 1}`,
        words('text', index * 40 + 1, 40),
        ...note(`n-${index}`, index + 1, words('note', index * 15 + 1, 15)),
      ),
    );
    const printedBatches = await printAll(...blocks);
    const only = (name: string): readonly string[] =>
      printedBatches.words.flatMap((word) => new RegExp(`^${name}\\d{4}`).exec(word) ?? []);
    expect([only('text'), only('note')]).toEqual([numbered('text', 960), numbered('note', 360)]);
    expect(printedBatches.codes).toEqual([]);
  }, 30_000);

  it('in a note that is called from a table', async () => {
    const cell = element('td', { 'data-block': 'one.1' }, [
      text('cell'),
      ...note('n-1', 1, words('note', 1, 30)),
    ]);
    const printedBatches = await printAll(
      element('table', {}, [element('tbody', {}, [element('tr', {}, [cell])])]),
      paragraph('one.2', words('tail', 1, 100)),
    );
    expect(printedBatches.words.filter((word) => /^note\d/.test(word))).toEqual(numbered('note', 30));
    expect(printedBatches.codes).toEqual([]);
  }, 30_000);
});
