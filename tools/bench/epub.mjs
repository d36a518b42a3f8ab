// How long the EPUB press takes for a large book, and how much memory: 300 chapters, 500 photographs, 100 MB,
// 900 print pages. Usage, after `npm run compile`: node tools/bench/epub.mjs [chapters] [pictures]. Fails
// over 10 s or 400 MB.
import jpeg from 'jpeg-js';
import { buildEpub } from '../../lib/epub/build-epub.js';

const [chapters, pictures] = [process.argv[2] ?? 300, process.argv[3] ?? 500].map(Number);
const MOST_SECONDS = 10;
const MOST_MEGABYTES = 400;
const PAGES_A_CHAPTER = 3;
const BLOCKS_A_CHAPTER = 40;
const SENTENCE = 'The ledger ran on in a small brown hand, tide after tide, without one blot. ';

const composition = compose();
const cover = { bytes: photograph({ width: 800, height: 1280, seed: 1 }), mediaType: 'image/jpeg' };
const before = performance.now();
const { value, diagnostics } = await buildEpub({
  composition,
  pages: pageMap(),
  cover,
  epoch: 1_795_392_000,
});
const seconds = (performance.now() - before) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;

console.log(
  JSON.stringify(
    {
      chapters,
      pictures,
      findings: diagnostics.length,
      sourceMegabytes: round(size(composition.resources)),
      epubMegabytes: round(value.bytes.length / 1e6),
      seconds: round(seconds),
      mostMegabytes: Math.round(megabytes),
      milliseconds: value.spent,
    },
    undefined,
    2,
  ),
);
if (seconds > MOST_SECONDS || megabytes > MOST_MEGABYTES) process.exitCode = 1;

function compose() {
  const ids = Array.from({ length: chapters }, (_, at) => `chapter-${at + 1}`);
  return {
    edition: { medium: 'ebook', fonts: 'none', tocDepth: 2 },
    metadata: {
      title: 'A Large Book',
      contributors: [{ name: 'Ada Quill', role: 'aut' }],
      language: 'en',
      direction: 'ltr',
      subjects: [],
      seed: 'bench',
      isbn: {},
      cover: {},
      accessibility: {},
      custom: {},
    },
    parts: ids.map((id, at) => ({
      id,
      kind: 'chapter',
      role: 'body',
      title: `Chapter ${at + 1}`,
      runningHead: '',
      start: 'next',
      folios: 'arabic',
      flow: [chapter(id, at)],
    })),
    outline: ids.map((id, at) => ({
      anchor: id,
      chapter: id,
      kind: 'chapter',
      level: 1,
      title: [text(`Chapter ${at + 1}`)],
      children: [],
    })),
    anchors: {},
    fonts: [],
    styles: [{ name: 'ebook.css', css: 'img { max-width: 100%; }' }],
    resources: photographs(),
  };
}

function chapter(id, at) {
  const paragraphs = Array.from({ length: BLOCKS_A_CHAPTER }, (_, block) => ({
    ...element('p', {}, [text(SENTENCE.repeat(7))]),
    block: `${id}.${block}`,
  }));
  const own = Array.from({ length: pictures }, (_, picture) => picture).filter(
    (picture) => picture % chapters === at,
  );
  const figures = own.map((picture) =>
    element('figure', {}, [element('img', { src: nameOf(picture), alt: `Photograph ${picture + 1}` }, [])]),
  );
  return element('section', { id, class: 'section chapter', 'epub:type': 'chapter', role: 'doc-chapter' }, [
    element('h1', {}, [text(`Chapter ${at + 1}`)]),
    ...paragraphs,
    ...figures,
  ]);
}

/** One photograph, made different in each file by a comment that no decoder minds. */
function photographs() {
  const bytes = photograph({ width: 544, height: 374, seed: 7 });
  return Array.from({ length: pictures }, (_, picture) => ({
    href: nameOf(picture),
    mediaType: 'image/jpeg',
    bytes: commented(bytes, `${picture + 1}`),
  }));
}

function nameOf(picture) {
  return `images/photograph-${picture + 1}.jpg`;
}

/** Grain, which compresses as badly as a camera's. */
function photograph({ width, height, seed }) {
  let state = seed;
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < data.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    data[at] = 96 + (state >>> 26);
  }
  return new Uint8Array(jpeg.encode({ width, height, data }, 90).data);
}

/** A COM segment behind the start of the image. Source: ITU-T T.81 section B.2.4.5. */
function commented(bytes, words) {
  const comment = new TextEncoder().encode(words);
  return join([
    bytes.subarray(0, 2),
    Uint8Array.of(0xff, 0xfe, 0, comment.length + 2),
    comment,
    bytes.subarray(2),
  ]);
}

function join(pieces) {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function pageMap() {
  const pages = Array.from({ length: chapters * PAGES_A_CHAPTER }, (_, index) => {
    const id = `chapter-${Math.floor(index / PAGES_A_CHAPTER) + 1}`;
    const within = index % PAGES_A_CHAPTER;
    const first = within === 0 ? {} : { first: { block: `${id}.${within * 12}`, offset: 40 } };
    return {
      index,
      folio: String(index + 1),
      side: index % 2 === 0 ? 'recto' : 'verso',
      part: id,
      kind: 'chapter',
      opening: within === 0,
      blank: false,
      ...first,
    };
  });
  return { pages, anchors: {} };
}

function element(tag, attributes, children) {
  return { type: 'element', tag, attributes, children };
}

function text(value) {
  return { type: 'text', value };
}

function size(resources) {
  return resources.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
}

function round(number) {
  return Math.round(number * 10) / 10;
}
