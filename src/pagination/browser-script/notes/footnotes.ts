// Notes at the foot. Paged.js measures and places them; what follows is ours: a page keeps the notes that it
// calls and has room for, the rest goes over, and at the end of each page calls and notes are counted against
// each other, so that none is lost.
import type { BreakToken, Chunker, EngineHandler, EnginePage, NoteHandler } from '../paged-js/engine.js';
import { divideNotes } from './note-breaks.js';

/**
 * Of a page, what notes carried over from the page before may take while text goes on: the text would stand
 * still otherwise.
 */
const SHARE = 2 / 3;

const NOTE = '[data-note="footnote"]';

/** Paged.js's handler of notes with our own end of a page. */
export function keepingNotes(handler: EngineHandler): EngineHandler {
  const Base = handler as unknown as new (...given: never[]) => NoteHandler;
  class Notes extends Base {
    /** Notes that were called on earlier pages. */
    private carried: readonly string[] = [];

    /**
     * Looks for calls, not for notes: a note in its line may stand beyond the page where its call does not.
     */
    override renderNode(node: Node): void {
      if (!(node instanceof HTMLElement)) return;
      const area = node.closest<HTMLElement>('.pagedjs_area');
      const notes = node.matches(NOTE) ? [node] : [...node.querySelectorAll<HTMLElement>(NOTE)];
      if (area === null || notes.length === 0) return;
      for (const note of notes) note.style.setProperty('display', 'none', 'important');
      for (const note of notes) {
        note.style.removeProperty('display');
        this.moveFootnote(note, area, true);
      }
    }

    override beforePageLayout(page: EnginePage, content?: Node): void {
      this.carried = this.needsLayout.flatMap(refsIn);
      super.beforePageLayout(page);
      leaveRoomForText(page, content);
    }

    override afterPageLayout(
      _: HTMLElement,
      page: EnginePage,
      token: BreakToken | undefined,
      chunker: Chunker,
    ): Promise<void> | undefined {
      const over = divideNotes(page, this);
      this.needsLayout.splice(
        0,
        this.needsLayout.length,
        ...count(page, {
          over: over === undefined ? this.needsLayout : [...this.needsLayout, over],
          carried: this.carried,
          chunker,
        }),
      );
      return token === undefined && this.needsLayout.length > 0 ? chunker.clonePage(page) : undefined;
    }
  }
  return Notes;
}

interface Counting {
  readonly over: readonly DocumentFragment[];
  readonly carried: readonly string[];
  readonly chunker: Chunker;
}

/**
 * What goes over, put right: a note without its call leaves, and a call without its note gets it on the next
 * page.
 */
function count(page: EnginePage, { over, carried, chunker }: Counting): readonly DocumentFragment[] {
  const calls = [
    ...page.element.querySelectorAll<HTMLElement>('.pagedjs_page_content [data-footnote-call]'),
  ].map((call) => call.dataset['ref'] ?? '');
  const known = new Set([...calls, ...carried]);
  const inner = page.element.querySelector('.pagedjs_footnote_inner_content');
  const there = [...(inner?.children ?? []), ...over.flatMap((fragment) => [...fragment.children])];
  for (const note of there) if (!known.has(refOf(note))) note.remove();
  const present = new Set(there.map(refOf));
  const missing = calls.filter((ref) => !present.has(ref)).flatMap((ref) => sourceOf(ref, chunker) ?? []);
  if (inner?.childElementCount === 0) inner.parentElement?.classList.add('pagedjs_footnote_empty');
  const waiting = [...over.flatMap((fragment) => [...fragment.children]), ...missing].sort(
    (a, b) => orderOf(a) - orderOf(b),
  );
  if (waiting.length === 0) return [];
  const fragment = document.createDocumentFragment();
  fragment.append(...waiting);
  return [fragment];
}

function sourceOf(ref: string, { source }: Chunker): readonly Element[] | undefined {
  const note = source.querySelector(`${NOTE}[data-ref="${CSS.escape(ref)}"]`);
  return note === null ? undefined : [note.cloneNode(true) as Element];
}

function refsIn(fragment: DocumentFragment): readonly string[] {
  return [...fragment.children].map(refOf);
}

function refOf(note: Element): string {
  return note.getAttribute('data-ref') ?? '';
}

/** Nodes are named in the order of the text. */
function orderOf(note: Element): number {
  return Number(/\d+$/.exec(refOf(note))?.[0] ?? 0);
}

/** Paged.js gives a note that is carried over all the height it asks for, even more than the page has. */
function leaveRoomForText(page: EnginePage, content: Node | undefined): void {
  const area = page.element.querySelector<HTMLElement>('.pagedjs_area');
  const notes = area?.querySelector<HTMLElement>('.pagedjs_footnote_content');
  const inner = notes?.querySelector<HTMLElement>('.pagedjs_footnote_inner_content');
  if (area === null || notes === null || notes === undefined || inner === null || inner === undefined) return;
  const asked = parseFloat(area.style.getPropertyValue('--pagedjs-footnotes-height'));
  if (!(asked > 0)) return;
  const most = Math.floor(area.clientHeight * (content === undefined ? 1 : SHARE));
  if (!(asked > most)) return;
  const around = notes.scrollHeight - inner.scrollHeight;
  area.style.setProperty('--pagedjs-footnotes-height', `${most}px`);
  inner.style.height = `${most - Math.max(0, around)}px`;
}

/** Paged.js renames a note when it moves it to the foot, and leaves a call of its own beside ours. */
export function settleNotes(pages: readonly HTMLElement[]): void {
  for (const page of pages) {
    for (const note of page.querySelectorAll<HTMLElement>('[data-footnote-marker]')) rename(note);
    for (const call of page.querySelectorAll('[data-footnote-call]')) call.remove();
  }
}

function rename(note: HTMLElement): void {
  const name = note.dataset['id'];
  if (name !== undefined && note.dataset['splitFrom'] === undefined) note.id = name;
  else note.removeAttribute('id');
}
