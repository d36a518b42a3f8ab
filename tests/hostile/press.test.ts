// Hostile HTML straight to the press, past everything that reads a manuscript: the page itself lets nothing
// run, leave or in.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Flow } from '../../src/model/flow.js';
import { element, text } from '../../src/model/flow.js';
import { findBrowser } from '../../src/browser/find-browser.js';
import { openBrowser, type OpenBrowser } from '../../src/browser/open-browser.js';
import { printMaster } from '../../src/pagination/print-master.js';
import { readPdfText } from '../../src/pdf/read/pdf-text.js';
import { FACE, handMade, paragraph, part, section } from '../pagination/fixtures/composition.js';
import { CANARY } from './strange-book.js';

const place = mkdtempSync(join(tmpdir(), 'hostile-press-'));
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end(CANARY);
});
let browser: OpenBrowser;
let spy = '';

beforeAll(async () => {
  writeFileSync(join(place, 'secret.txt'), CANARY);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // it would answer: nothing but the press keeps a request from it
  spy = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser(await findBrowser({ env: process.env, platform: process.platform }));
});

afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(place, { recursive: true, force: true });
});

it('runs nothing, reads no file and reaches no address', async () => {
  const secret = `file://${join(place, 'secret.txt')}`;
  const hostile: Flow = [
    element('script', {}, [text('document.body.textContent = "PWNED"')]),
    element('script', { src: `${spy}/script.js` }, []),
    element('iframe', { src: secret }, []),
    element('iframe', { src: `${spy}/frame` }, []),
    element('iframe', { srcdoc: '<script>parent.document.body.textContent = "PWNED"</script>' }, []),
    element('object', { data: secret }, []),
    element('embed', { src: `${spy}/embed` }, []),
    element('img', { src: `${spy}/image.png`, alt: '' }, []),
    element('img', { src: secret, alt: '' }, []),
    element('img', { src: 'x', alt: '', onerror: 'document.body.textContent = "PWNED"' }, []),
    element('meta', { 'http-equiv': 'refresh', content: `0; url=${spy}/refresh` }, []),
    element('base', { href: `${spy}/` }, []),
    element('link', { rel: 'stylesheet', href: `${spy}/sheet.css` }, []),
    element('style', {}, [
      text(
        `@import "${spy}/import.css"; p { background: url(${spy}/background.png) } @font-face { ` +
          `font-family: x; src: url(${secret}) } p { font-family: Text, x }`,
      ),
    ]),
    element('video', { src: `${spy}/video`, poster: `${spy}/poster` }, []),
    element('form', { action: `${spy}/form` }, []),
    element('svg', {}, [
      element('image', { href: `${spy}/svg.png` }, []),
      element('script', {}, [text('document.body.textContent = "PWNED"')]),
    ]),
  ];
  const only = part('one', {
    kind: 'chapter',
    flow: section('one', 'chapter', [
      paragraph('one.1', 'Before.'),
      ...hostile,
      paragraph('one.2', 'After.'),
    ]),
  });
  const styles = {
    name: 'hostile.css',
    css: `@import "${spy}/book.css"; body { background: url("${spy}/body.png") }`,
  };
  const composition = handMade({ parts: [only], outline: [], resources: [FACE] });
  const { value, diagnostics } = await printMaster({
    composition: { ...composition, styles: [...composition.styles, styles] },
    browser,
  });
  const bytes = await (
    await value.document.copy()
  ).save({ useObjectStreams: false, updateFieldAppearances: false });
  const said = (await readPdfText(bytes)).flatMap(({ texts }) => texts.map((one) => one.text)).join(' ');
  expect(said).toContain('Before.');
  expect(said).toContain('After.');
  expect(said).not.toMatch(/PWNED/);
  expect(said).not.toContain(CANARY);
  expect(Buffer.from(bytes).includes(CANARY)).toBe(false);
  expect(asked).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toContain('PRESS-010');
});
