// The proof as one page to read and print: every finding with its place, its hint and its picture. Nothing is
// loaded from elsewhere.
import type { Finding } from '../../model/finding.js';
import type { NumberedFinding } from './finding-marks.js';

export interface ProofPage {
  readonly title: string;
  readonly findings: readonly NumberedFinding[];
  /** PNG by the finding's number. */
  readonly crops: ReadonlyMap<number, Uint8Array>;
  readonly sheets: readonly Uint8Array[];
  /** As HTML. */
  readonly histogram: string;
}

export function proofPage({ title, findings, crops, sheets, histogram }: ProofPage): string {
  const name = escaped(title);
  const list = findings.map((one) => item(one, crops.get(one.number))).join('\n');
  const sections = [
    section({ id: 'findings', heading: 'Findings', content: list && `<ol>\n${list}\n</ol>` }),
    section({ id: 'spaces', heading: 'Word spaces', content: histogram }),
    section({ id: 'pages', heading: 'Pages', content: sheets.map(sheetImage).join('\n') }),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Proof: ${name}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>Proof: ${name}</h1>
<p>${summary(findings)}</p>
${sections.join('')}</main>
</body>
</html>
`;
}

const STYLE = `body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem;
  font: 1rem/1.45 system-ui, sans-serif;
  color: #1a1a1a; background: #fff }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2rem }
ol { padding: 0; list-style: none }
li { margin: 0 0 1.5rem; padding: .75rem 0 0; border-top: 1px solid #b0aca4; break-inside: avoid }
h3 { font-size: 1rem; margin: 0 }
.number { display: inline-block; min-width: 1.3em; padding: 0 .3em; margin-right: .5em; text-align: center;
  color: #fff; background: #c4007a }
p { margin: .35rem 0 } .place { color: #555 } .hint { font-style: italic }
img, svg { max-width: 100%; height: auto } figure { margin: 0 }
@page { margin: 15mm }`;

function section(part: { readonly id: string; readonly heading: string; readonly content: string }): string {
  return part.content === '' ? '' : `<h2 id="${part.id}">${part.heading}</h2>\n${part.content}\n`;
}

function sheetImage(sheet: Uint8Array, index: number, sheets: readonly Uint8Array[]): string {
  const alt =
    `Contact sheet ${index + 1} of ${sheets.length}: the pages as spreads, in reading order. ` +
    'Frames carry the numbers of the findings above.';
  return `<p><img src="${inlined(sheet)}" alt="${alt}"></p>`;
}

function summary(findings: readonly NumberedFinding[]): string {
  const count = (severity: Finding['severity'], word: string): string => {
    const found = findings.filter(({ finding }) => finding.severity === severity).length;
    return `${found} ${word}${found === 1 ? '' : 's'}`;
  };
  return findings.length === 0
    ? 'Nothing was found.'
    : `${count('error', 'error')}, ${count('warning', 'warning')}, ${count('info', 'remark')}.`;
}

function item(
  { number, finding: { code, severity, message, hint, at, seen, related = [] } }: NumberedFinding,
  crop: Uint8Array | undefined,
): string {
  const source = at && [at.path, at.line, at.column].filter((piece) => piece !== undefined).join(':');
  const page =
    seen &&
    [
      seen.artifact,
      ...(seen.page === undefined ? [] : [`page ${seen.page}`]),
      ...(seen.line === undefined ? [] : [`line ${seen.line}`]),
    ].join(', ');
  const places = [source, page].filter((one) => one !== undefined);
  return [
    '<li>',
    `<h3><span class="number">${number}</span>${code} <small>${severity}</small></h3>`,
    `<p dir="auto">${escaped(message)}</p>`,
    ...(places.length === 0 ? [] : [`<p class="place">${escaped(places.join(' · '))}</p>`]),
    ...related.map(
      (one) => `<p class="place">${escaped(`${one.at.path}:${one.at.line} ${one.message}`)}</p>`,
    ),
    ...(hint === undefined ? [] : [`<p class="hint">${escaped(hint)}</p>`]),
    ...(crop ? [cropImage(crop, seen)] : []),
    '</li>',
  ].join('\n');
}

function cropImage(crop: Uint8Array, seen: Finding['seen']): string {
  const page = seen?.page === undefined ? 'its page' : `page ${seen.page}`;
  const first = (seen?.places?.length ?? 0) > 1 ? ', the first of several' : '';
  const alt = escaped(`The place on ${page}${first}, framed.`);
  return `<p><img src="${inlined(crop)}" width="${widthOf(crop)}" alt="${alt}"></p>`;
}

/** Half the pixels, so that the picture is sharp on dense screens and on paper. PNG, 11.2.2. */
function widthOf(png: Uint8Array): number {
  return Math.round(new DataView(png.buffer, png.byteOffset).getUint32(16) / 2);
}

function inlined(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

/** Controls are not text, and would make the page invalid. */
function escaped(words: string): string {
  return words
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
