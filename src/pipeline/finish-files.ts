// The PDFs of a run, finished one after the other from one master; the text of each is read back while the
// next is made.
import type { Artifact } from '../model/artifact.js';
import type { BookConfig } from '../model/settings.js';
import type { Composition } from '../model/edition.js';
import type { Cache } from '../cache/cache.js';
import { finishPdf, type FinishOrder } from '../pdf/finish/finish-pdf.js';
import type { Master } from '../pdf/objects/master.js';
import { readPdfText } from '../pdf/read/pdf-text.js';
import { platesFor } from './early-work.js';
import type { Progress } from './build-progress.js';
import { layoutsOf } from './imposed-sheets.js';
import { pause } from './cancellation.js';

export interface FinishFilesOrder {
  readonly config: BookConfig;
  readonly epoch: number | undefined;
  /** What earlier builds laid out, printed and wrote. */
  readonly memory: Cache | undefined;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface FinishedFiles {
  /** The files of the run. */
  readonly files: readonly Artifact[];
  /**
   * What sheets are made of: pages cut to their trim as for screens, images as for printers. It may be the
   * screen file itself.
   */
  readonly pagesForSheets: Artifact | undefined;
}

export async function finishFiles(
  order: FinishFilesOrder,
  printed: { composition: Composition; master: Master },
): Promise<FinishedFiles> {
  const { editions } = order.config;
  const plates = editions.includes('print') ? await platesFor(order) : [];
  const [makesScreen, makesSheets] = [editions.includes('screen'), layoutsOf(order.config).length > 0];
  const wanted: readonly Finishing[] = [
    ...plates.map((plate) => ({ ...printed, purpose: 'print', plate }) as const),
    ...(makesScreen ? [{ ...printed, purpose: 'screen' } as const] : []),
  ];
  const files: Artifact[] = [];
  for (const one of wanted)
    files.push(
      await finishOne(order, {
        ...one,
        afterwards: one === wanted.at(-1) && !makesSheets ? 'spent' : 'kept',
      }),
    );
  const screen = files.find(({ edition }) => edition === 'screen');
  if (!makesSheets) return { files, pagesForSheets: undefined };
  const isSharp = screen && screen.resampled === undefined;
  return {
    files,
    pagesForSheets: isSharp
      ? screen
      : await finishOne(order, { ...printed, purpose: 'screen', images: 'print', afterwards: 'spent' }),
  };
}

type Finishing = Pick<FinishOrder, 'composition' | 'master' | 'purpose' | 'plate' | 'images' | 'afterwards'>;

async function finishOne(
  { config, epoch, memory, progress, signal }: FinishFilesOrder,
  finishing: Finishing,
): Promise<Artifact> {
  await pause(signal);
  const {
    master: { pages },
    purpose,
  } = finishing;
  progress.step({
    edition: purpose,
    doing: 'finishing the file',
    total: pages.pages.length,
    done: pages.pages.length,
  });
  const profile = finishing.plate?.profile;
  const finished = await finishPdf({ ...finishing, memory, ...(epoch === undefined ? {} : { epoch }) });
  // its check asks again; until then it is read beside what else is done
  void readPdfText(finished.bytes, memory).catch(() => undefined);
  return {
    ...finished,
    ...(profile ? { profile } : {}),
    name: `${[config.name, purpose, profile?.name, finishing.plate?.name].filter(Boolean).join('-')}.pdf`,
  };
}
