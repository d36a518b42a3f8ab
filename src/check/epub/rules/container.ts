// Rules 1, 2, 4 and 7: the zip around the book.
import type { Finding } from '../../../model/finding.js';
import type { Publication } from '../publication.js';
import { ruleFinding, type EpubRule } from '../rule.js';

export const CONTAINER_RULES: readonly EpubRule[] = [mimetypeFirst, plainZip, safeNames, noDuplicates];

/** Rule 1. Source: EPUB OCF 3.3 section 4.2.2: reading systems sniff byte 30. */
function mimetypeFirst({ zip }: Publication): readonly Finding[] {
  const first = [...zip.entries].sort((a, b) => a.offset - b.offset)[0];
  const good = first?.name === 'mimetype' && first.offset === 0 && first.method === 0 && first.extra === 0;
  const content = new TextDecoder().decode(zip.files.get('mimetype'));
  if (good && content === 'application/epub+zip') return [];
  return [
    ruleFinding('EPUB-001', {
      file: 'mimetype',
      message:
        '"mimetype" is not the first entry, stored, without an extra field, holding just ' +
        '"application/epub+zip".',
    }),
  ];
}

/** Rule 2. */
function plainZip({ zip }: Publication): readonly Finding[] {
  const names = zip.entries.map(({ name }) => name).filter((name) => name !== 'mimetype');
  const sorted = [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const folder = names.find((name) => name.endsWith('/'));
  return [
    names.some((name, at) => name !== sorted[at]) ? 'The entries of the zip are not sorted.' : undefined,
    new Set(zip.entries.map(({ time }) => time)).size > 1
      ? 'The entries of the zip carry different times.'
      : undefined,
    folder === undefined ? undefined : `The zip has an entry for the folder ${folder}.`,
  ]
    .filter((message) => message !== undefined)
    .map((message) => ruleFinding('EPUB-002', { file: 'META-INF/container.xml', message }));
}

/** Rule 4. */
function safeNames({ zip }: Publication): readonly Finding[] {
  const odd = zip.entries.filter(
    ({ name }) => !/^[A-Za-z0-9._/-]+$/.test(name) || name.split('/').includes('..'),
  );
  const seen = new Map<string, string>();
  const clashes = zip.entries.flatMap(({ name }) => {
    const other = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), name);
    return other === undefined || other === name
      ? []
      : [ruleFinding('EPUB-004', { file: name, message: `"${name}" and "${other}" differ by case alone.` })];
  });
  return [
    ...odd.map(({ name }) =>
      ruleFinding('EPUB-004', {
        file: name,
        message: `The name "${name}" has characters that some reading systems do not take.`,
      }),
    ),
    ...clashes,
  ];
}

/** Rule 7. */
function noDuplicates({ zip }: Publication): readonly Finding[] {
  const names = zip.entries.map(({ name }) => name);
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  return [...twice].map((name) =>
    ruleFinding('EPUB-007', { file: name, message: `The zip holds "${name}" more than once.` }),
  );
}

function rank(name: string): number {
  return name.startsWith('META-INF/') ? 0 : 1;
}
