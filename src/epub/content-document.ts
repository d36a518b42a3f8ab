// A leaf is one XHTML file of the package, in reading order.
import type { ChapterId } from '../model/cast.js';
import type { ChapterKind, ChapterRole } from '../model/book.js';
import type { Flow } from '../model/flow.js';

export interface ContentDocument {
  readonly part: ChapterId;
  readonly kind: ChapterKind;
  readonly role: ChapterRole;
  /** Relative to the package folder: `05-air.xhtml`. */
  readonly file: string;
  /** Plain text, for the document's title. */
  readonly title: string;
  readonly language: string;
  readonly flow: Flow;
}
