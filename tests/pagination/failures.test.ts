// What happens when the browser, the text or a file fails.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { element, text } from '../../src/model/flow.js';
import { findBrowser } from '../../src/browser/find-browser.js';
import { MissingTool } from '../../src/browser/missing-tool.js';
import { openBrowser, type OpenBrowser } from '../../src/browser/open-browser.js';
import { printMaster } from '../../src/pagination/print-master.js';
import { FACE, handMade, pageRef, paragraph, part, section } from './fixtures/composition.js';

// A folder of our own for temporary files, so that other tests' browsers are not counted.
const temporary = mkdtempSync(join(tmpdir(), 'press-failures-'));
process.env['TMPDIR'] = temporary;
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

const profiles = (): readonly string[] =>
  readdirSync(temporary).filter((name) => name.startsWith('foldmark-'));
let browser: OpenBrowser;

beforeEach(async () => {
  browser = await openBrowser(await findBrowser({ env: process.env, platform: process.platform }));
}, 30_000);

afterEach(async () => {
  await browser.close();
});

const codes = async (...body: Parameters<typeof section>[2]): Promise<readonly string[]> => {
  const only = part('one', { kind: 'chapter', flow: section('one', 'chapter', body) });
  const { diagnostics } = await printMaster({
    composition: handMade({ parts: [only], outline: [] }),
    browser,
  });
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, message }) => `${code} ${message}`);
};

describe('a browser that is killed', () => {
  it('ends the press with an error and leaves no profile behind', async () => {
    const printAll = printMaster({
      composition: handMade(),
      browser,
      progress: () => {
        browser.chromium.process()?.kill('SIGKILL');
      },
    });
    await expect(printAll).rejects.toThrow('The browser ended before the book was printed.');
    await browser.close();
    expect(profiles()).toEqual([]);
  }, 30_000);
});

describe('a tab that crashes', () => {
  it('ends the press with an error', async () => {
    const crash = async (): Promise<void> => {
      const page = (await browser.chromium.pages()).at(-1);
      const session = await page?.createCDPSession();
      await session?.send('Page.crash').catch(() => undefined);
    };
    let crashing: Promise<void> | undefined;
    const printAll = printMaster({
      composition: handMade(),
      browser,
      progress: () => {
        crashing ??= crash().catch(() => undefined);
      },
    });
    const told = await printAll.then(
      () => '',
      (reason: unknown) => String(reason),
    );
    const [, title] = /The browser tab crashed while it laid out the book: .*"([^"]+)"/.exec(told) ?? [];
    expect([told, handMade().parts.map((one) => one.title)]).toEqual([told, expect.arrayContaining([title])]);
    await browser.close();
    expect(profiles()).toEqual([]);
  }, 30_000);
});

describe('a browser that does not start', () => {
  it('is a missing tool, with what it said', async () => {
    const failure = await openBrowser({ executable: process.execPath, from: 'flag' }).catch(
      (reason: unknown) => reason,
    );
    expect(failure).toBeInstanceOf(MissingTool);
    expect(profiles().length).toBe(1); // the other one, which runs
  }, 60_000);
});

describe('a browser that starts and does not answer', () => {
  const place = mkdtempSync(join(tmpdir(), 'mute-'));
  const mute = join(place, 'browser');
  writeFileSync(
    mute,
    `#!/bin/sh\nfor argument; do case $argument in --user-data-dir=*) cd "\${argument#*=}";; esac; ` +
      'done\nnumber=0\nwhile :; do mkdir -p "$number" && : > "$number/file"; number=$((number + 1)); ' +
      'done\n',
    { mode: 0o755 },
  );
  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  it('is a missing tool, and is killed before the folder is removed that it fills', async () => {
    const failure = await openBrowser({ executable: mute, from: 'flag' }, { patienceMs: 500 }).catch(
      (reason: unknown) => reason,
    );
    expect(failure).toBeInstanceOf(MissingTool);
    expect(String(failure)).toContain(`${mute}: does not start: it did not answer within 0.5 s`);
    expect(profiles().length).toBe(1); // the other one, which runs
  }, 30_000);

  it('is started once more', async () => {
    const found = await findBrowser({ env: process.env, platform: process.platform });
    const [late, tried] = [join(place, 'late'), join(place, 'tried')];
    writeFileSync(
      late,
      `#!/bin/sh\nif [ -e '${tried}' ]; then exec '${found.executable}' "$@"; fi\n: > ` +
        `'${tried}'\nwhile :; do sleep 1; done\n`,
      { mode: 0o755 },
    );
    const other = await openBrowser({ ...found, executable: late }, { patienceMs: 15_000 });
    expect(other.chromium.connected).toBe(true);
    expect(profiles().length).toBe(2);
    await other.close();
    expect(profiles().length).toBe(1);
  }, 30_000);
});

describe('what a page tells of its text', () => {
  it('names a reference to nothing', async () => {
    expect(await codes(paragraph('one.1', 'See ', pageRef('nowhere')))).toEqual([
      'PRESS-006 A page reference points to "nowhere", which stands on no page.',
    ]);
  }, 30_000);

  it('names words that run off the page', async () => {
    const wide = element('p', { 'data-block': 'one.1', style: 'white-space: nowrap' }, [
      text('word '.repeat(40)),
    ]);
    expect(await codes(wide)).toEqual([
      expect.stringMatching(/^PRESS-003 On page 1, text falls outside of the page: “word word/),
    ]);
  }, 30_000);

  it('says nothing of spaces that hang over the edge of code', async () => {
    const row = `│ a${' '.repeat(200)}│`;
    const code = element('pre', { 'data-block': 'one.1', style: 'white-space: pre-wrap' }, [
      element('code', {}, [text(row)]),
    ]);
    expect(await codes(code)).toEqual([]);
  }, 30_000);

  it('names an image that does not show', async () => {
    const broken = {
      href: 'images/broken.png',
      mediaType: 'image/png',
      bytes: new Uint8Array([137, 80, 78, 71]),
    };
    const only = part('one', {
      kind: 'chapter',
      flow: section('one', 'chapter', [paragraph('one.1', 'Words.')]),
    });
    const { diagnostics } = await printMaster({
      composition: handMade({ parts: [only], outline: [], resources: [broken, FACE] }),
      browser,
    });
    expect(diagnostics.map(({ code }) => code)).toContain('PRESS-007');
  }, 30_000);

  it('names an address outside of the book, and fetches nothing', async () => {
    const image = element('img', { src: 'https://example.org/spy.png', alt: '' }, []);
    expect(await codes(paragraph('one.1', 'Words.', image))).toEqual([
      'PRESS-010 A style or template uses https://example.org/spy.png, which is not a file of the book.',
    ]);
  }, 30_000);
});
