// An EPUB for each store. What is found in one is found in all.
import type { Artifact } from '../model/artifact.js';
import { outcome, type Outcome } from '../model/finding.js';
import type { Composition } from '../model/edition.js';
import { buildEpub } from '../epub/build-epub.js';
import type { CoverImage } from '../pagination/cover-image.js';
import type { Master } from '../pdf/objects/master.js';
import { checkEbookFile } from './epub-check-worker.js';
import type { EditionsOrder } from './editions-order.js';
import { isSettled, pause } from './cancellation.js';

interface ToPack {
  readonly composition: Composition;
  /** The pages that its page list names; without them it has none. */
  readonly master: Master | undefined;
  /** The drawn cover, which may still be on its way. */
  readonly picture: Promise<CoverImage> | undefined;
}

export async function packEpubs(
  { config, epoch, memory, progress, signal }: EditionsOrder,
  { composition, master, picture }: ToPack,
): Promise<Outcome<readonly Artifact[]>> {
  progress.step({ edition: 'epub', doing: 'packing the book' });
  const made: Outcome<Artifact>[] = [];
  const cover = picture && ((await isSettled(picture)) ? await picture : { drawing: picture });
  for (const store of config.epub.stores) {
    await pause(signal);
    const packed = await buildEpub({
      composition,
      name: config.name,
      pages: master?.pages,
      cover,
      store,
      epoch,
      memory,
    });
    void checkEbookFile(packed.value).catch(() => undefined);
    made.push(packed);
  }
  return outcome(
    made.map(({ value }) => value),
    made[0]?.diagnostics,
  );
}
