// What the editions are made of, and with.
import type { BlockId } from '../model/flow.js';
import type { Compositions } from './compose-editions.js';
import type { BrowserSession } from './browser-session.js';
import type { FinishFilesOrder } from './finish-files.js';

export interface EditionsOrder extends FinishFilesOrder {
  readonly compositions: Compositions;
  /** Where the browser stands. */
  readonly session: BrowserSession;
  /** How many tabs lay out pages side by side. */
  readonly jobs: number;
  /** What there is to do while tabs lay out. It is asked for then, and again before anything is finished. */
  readonly meanwhile: () => Promise<void>;
  /** Blocks that are marked {.stet}. */
  readonly stet: ReadonlySet<BlockId>;
}
