// The parts of Paged.js 0.4.3 that the press drives. Its bundle (pagedjs-cli/dist/browser.js) puts them on
// the global `Paged`; it has no types of its own.

export interface Hook {
  register(task: (...given: never[]) => unknown): void;
  trigger(...given: unknown[]): Promise<unknown>;
}

export interface BreakToken {
  node: Node | undefined;
  offset: number;
  equals(other: BreakToken | undefined): boolean;
}

export interface EnginePage {
  readonly element: HTMLElement;
  readonly position: number;
  /** The box that text flows into, and the element that holds the page's text in it. */
  readonly area: HTMLElement;
  readonly wrapper: HTMLElement;
  readonly footnotesArea: HTMLElement;
  readonly layoutMethod: PagedLayout | undefined;
  removeListeners(): void;
}

export interface PagedLayout {
  /** The box that text flows into. */
  readonly element: HTMLElement;
  /** From the text's right edge to where the next, hidden column may begin. */
  readonly gap: number;
  readonly hooks: { readonly afterOverflowRemoved: Hook };
  breakAt(node: Node, offset: number): BreakToken;
}

export interface Chunker {
  /** The content that is divided, with a name for each node. */
  readonly source: DocumentFragment | HTMLElement;
  readonly hooks: Readonly<Record<HookName, Hook>>;
  pages: EnginePage[];
  total: number;
  pagesArea: HTMLElement | undefined;
  pageTemplate: HTMLTemplateElement | undefined;
  breakToken: BreakToken | undefined;
  rendered: boolean;
  stopped: boolean;
  charsPerBreak: number[];
  maxChars: number | undefined;
  readonly settings: { maxChars?: number; hyphenGlyph?: string };
  setup(renderTo: HTMLElement): void;
  flow(content: DocumentFragment, renderTo: HTMLElement): Promise<unknown>;
  clonePage(page: EnginePage): Promise<void>;
}

export type HookName =
  | 'afterParsed'
  | 'renderNode'
  | 'onOverflow'
  | 'onBreakToken'
  | 'afterOverflowRemoved'
  | 'beforeRenderResult'
  | 'beforePageLayout'
  | 'afterPageLayout';

export interface Previewer {
  readonly chunker: Chunker;
  readonly polisher: Polisher;
  handlers: unknown;
  initializeHandlers(): unknown;
}

export interface Polisher {
  /** `afterTreeWalk` is given a sheet's tree and the sheet. */
  readonly hooks: { readonly afterTreeWalk: Hook };
  setup(): void;
  add(...sheets: Readonly<Record<string, string>>[]): Promise<unknown>;
}

/** A sheet of styles; `imported`: addresses that it goes on to ask for. */
export interface EngineSheet {
  imported: string[];
}

export interface PagedEngine {
  readonly Previewer: new (settings: { hyphenGlyph: string }) => Previewer;
  /** What it does to styles and pages, a class each; a previewer makes its own of them. */
  readonly registeredHandlers: EngineHandler[];
}

export interface EngineHandler {
  readonly name: string;
}

/** What is ours to use of its handler `Breaks`: by selector, what style sheets say of breaks. */
export interface BreakHandler {
  readonly breaks: Readonly<Record<string, readonly { readonly property: string; readonly value: string }[]>>;
}

/** What is ours to use of its handler `AtPage`. */
export interface MarginHandler {
  /** By selector, the margin boxes that style sheets speak of. */
  readonly marginalia: Readonly<Record<string, { readonly hasContent: boolean }>>;
  finalizePage(fragment: HTMLElement, page: EnginePage): void;
}

/** What is ours to use of its handler `Footnotes`. */
export interface NoteHandler {
  /** What goes over to the next page. */
  readonly needsLayout: DocumentFragment[];
  renderNode(node: Node): void;
  moveFootnote(note: HTMLElement, area: HTMLElement, isCalledHere: boolean): void;
  beforePageLayout(page: EnginePage): void;
  afterPageLayout(
    element: HTMLElement,
    page: EnginePage,
    token: BreakToken | undefined,
    chunker: Chunker,
  ): Promise<void> | undefined;
  handleAlignment(note: Element): void;
  marginsHeight(element: Element): number;
  paddingHeight(element: Element): number;
  borderHeight(element: Element): number;
}

/** The engine that the world was loaded with. */
export function engine(): PagedEngine {
  return (globalThis as unknown as { Paged: PagedEngine }).Paged;
}
