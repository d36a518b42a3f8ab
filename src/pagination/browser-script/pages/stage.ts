// Before a part is divided into pages it stands whole on a page of its own, as wide as those it will stand
// on: what a page cannot keep is loosened, its lines are set, and its pages planned.
import type { Column } from '../../../layout/pages/page-column.js';
import type { Trouble } from '../../messages.js';
import { planGalley, type PlannedGalley } from '../page-plan/plan-pages.js';
import type { Chunker } from '../paged-js/engine.js';
import { setParagraphs } from '../lines/set-lines.js';
import { loosen } from './loosen-styles.js';
import { widenFigures } from './page-number-placeholders.js';
import { nowDoing } from './report-progress.js';

export interface Staged extends PlannedGalley {
  readonly troubles: readonly Trouble[];
}

const NOTHING: Staged = { facts: [], troubles: [] };

interface Wings {
  /** The wrapper that holds the content, and the box that a page has for it. */
  readonly wrapper: HTMLElement;
  readonly area: HTMLElement;
  readonly page: HTMLElement;
}

/** Changes `content` in place. Sections that fill the sheet are composed by hand and keep what they have. */
export function setOnStage(
  content: DocumentFragment,
  { works, start }: { readonly works: Chunker; readonly start: Column['start'] },
): Staged {
  const section = content.firstElementChild;
  const wings = section?.classList.contains('bare') === true ? undefined : openStage(works);
  if (wings === undefined) return NOTHING;
  const { page, wrapper, area } = wings;
  wrapper.append(content);
  const troubles = loosen(wrapper, area);
  widenFigures(wrapper);
  const staged = section === null ? NOTHING : setAndPlan(wings, { section, start });
  content.append(...wrapper.childNodes);
  page.remove();
  return { ...staged, troubles };
}

function openStage({ pageTemplate, pagesArea }: Chunker): Wings | undefined {
  const page =
    pageTemplate === undefined ? null : document.importNode(pageTemplate.content, true).firstElementChild;
  const area = page?.querySelector('.pagedjs_page_content');
  if (!(page instanceof HTMLElement) || !(area instanceof HTMLElement)) return undefined;
  page.classList.add('pagedjs_right_page');
  const wrapper = document.createElement('div');
  area.append(wrapper);
  pagesArea?.append(page);
  return { wrapper, area, page };
}

/** A section that fills the page has its lines set, and no plan. */
function setAndPlan(
  { wrapper, area, page }: Wings,
  { section, start }: { section: Element; start: Column['start'] },
): PlannedGalley {
  const depth = area.getBoundingClientRect().height;
  nowDoing('setting the lines of');
  const settable = setParagraphs(wrapper);
  nowDoing('planning the pages of');
  // one column without an end, as if there were no pages
  area.style.cssText += '; columns: auto; height: auto';
  const line = parseFloat(getComputedStyle(section).lineHeight);
  return line > 0 && depth > line && !section.classList.contains('leaf')
    ? planGalley({ page, wrapper, line, depth, start }, settable)
    : { facts: settable.map(({ fact }) => fact) };
}
