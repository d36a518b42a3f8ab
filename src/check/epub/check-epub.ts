// Checks a finished EPUB, ours or anyone's: our rules, and EPUBCheck's.
import { finding, type Finding } from '../../model/finding.js';
import { openPublication, type Publication } from './publication.js';
import type { EpubRule } from './rule.js';
import { CONTAINER_RULES } from './rules/container.js';
import { LINK_RULES } from './rules/links.js';
import { MARKUP_RULES } from './rules/markup.js';
import { METADATA_RULES } from './rules/metadata.js';
import { NAVIGATION_RULES } from './rules/navigation.js';
import { DECODING_RULES, RESOURCE_RULES } from './rules/resources.js';
import { STYLE_RULES } from './rules/styles.js';
import { TEXT_RULES } from './rules/text.js';
import { EpubCheck } from '@likecoin/epubcheck-ts';

export interface EpubFile {
  readonly bytes: Uint8Array;
  /** What findings call it: `io.epub`. */
  readonly name: string;
  /**
   * `trusted`: they were decoded when the book was composed, so their headers are read alone. Default
   * `decoded`.
   */
  readonly pictures?: 'decoded' | 'trusted';
  /** `left-out`: it is made for a store that shows the cover by itself. Default `expected`. */
  readonly coverPage?: Publication['coverPage'];
}

const RULES: readonly EpubRule[] = [
  ...CONTAINER_RULES,
  ...METADATA_RULES,
  ...NAVIGATION_RULES,
  ...RESOURCE_RULES,
  ...TEXT_RULES,
  ...MARKUP_RULES,
  ...LINK_RULES,
  ...STYLE_RULES,
];

/**
 * Everything that is wrong with an EPUB. Places are files inside it; `seen` names the EPUB itself.
 *
 * Findings: EPUB-001 to EPUB-041 by rule; EPUB-200 when it cannot be opened; EPUB-201 and EPUB-202 from
 * EPUBCheck.
 */
export async function checkEpub(file: EpubFile): Promise<readonly Finding[]> {
  const standard = await runEpubCheck(file.bytes);
  return [...checkByRules(file), ...standard.map((one) => ({ ...one, seen: { artifact: file.name } }))];
}

/** Our own rules alone: no promise, and nothing loaded for them. */
export function checkByRules(file: EpubFile): readonly Finding[] {
  return findings(file).map((one) => ({ ...one, seen: { artifact: file.name } }));
}

function findings({ bytes, name, pictures, coverPage }: EpubFile): readonly Finding[] {
  const opened = open(bytes, name, coverPage);
  return 'reason' in opened
    ? [finding('EPUB-200', { message: `${name} cannot be opened: ${opened.reason}.` })]
    : (pictures === 'trusted' ? RULES : [...RULES, ...DECODING_RULES]).flatMap((rule) => rule(opened));
}

function open(
  bytes: Uint8Array,
  name: string,
  coverPage: EpubFile['coverPage'],
): Publication | { readonly reason: string } {
  try {
    return openPublication(bytes, name, coverPage);
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

// The one door to epubcheck-ts, EPUBCheck without Java: its messages as our findings.

/**
 * EPUB-201 for what EPUBCheck calls fatal or an error, EPUB-202 for its warnings; usage and info are left
 * out.
 */
export async function runEpubCheck(bytes: Uint8Array): Promise<readonly Finding[]> {
  const { messages } = await EpubCheck.validate(bytes);
  return messages.flatMap(({ id, severity, message, location }) => {
    if (severity !== 'fatal' && severity !== 'error' && severity !== 'warning') return [];
    const place = location && {
      path: location.path,
      line: location.line ?? 1,
      ...(location.column === undefined ? {} : { column: location.column }),
    };
    const said = { message: `${message} (EPUBCheck ${id})`, ...(place && { at: place }) };
    return [finding(severity === 'warning' ? 'EPUB-202' : 'EPUB-201', said)];
  });
}
