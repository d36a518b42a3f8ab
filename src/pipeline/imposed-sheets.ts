// The editions that are sheets: the pages of the screen file, which end at the trim, put on paper to be
// folded.
import type { Artifact } from '../model/artifact.js';
import type { BookConfig } from '../model/settings.js';
import { outcome, type Finding, type Outcome } from '../model/finding.js';
import { LAYOUT_NAMES, type LayoutName } from '../model/imposition.js';
import { imposePdf } from '../pdf/finish/impose-pdf.js';
import type { Progress } from './build-progress.js';

/** The layouts among the editions of a run. */
export function layoutsOf({ editions }: BookConfig): readonly LayoutName[] {
  return LAYOUT_NAMES.filter((name) => editions.includes(name));
}

/** One file for each layout: `io-booklet.pdf`. Findings: FOLD-002 to FOLD-007. */
export async function makeSheets(
  { config, progress }: { config: BookConfig; progress: Progress },
  screen: Artifact,
): Promise<Outcome<readonly Artifact[]>> {
  const files: Artifact[] = [];
  const said: Finding[] = [];
  for (const layout of layoutsOf(config)) {
    const start = performance.now();
    progress.step({ edition: layout, doing: 'putting pages on sheets' });
    const name = `${config.name}-${layout}.pdf`;
    const { value, diagnostics } = await imposePdf({
      bytes: screen.bytes,
      name,
      layout,
      settings: config.imposition,
      tail: backCoverPages(screen),
    });
    said.push(...diagnostics);
    if (value)
      files.push({
        edition: layout,
        name,
        mediaType: 'application/pdf',
        bytes: value.bytes,
        spent: { impose: Math.round(performance.now() - start) },
      });
  }
  return outcome(files, said);
}

/** How many pages at the end are the back cover, which stays outside. */
function backCoverPages({ pages }: Artifact): number {
  const kinds = pages?.pages.map(({ kind }) => kind) ?? [];
  const inside = kinds.findLastIndex((kind) => kind !== 'back-cover');
  return kinds.length - 1 - inside;
}
