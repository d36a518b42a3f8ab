// Sets a part's lines before it is divided into pages, and plans those: on a page of its own that is as wide as those it will stand on.
import type { Column } from '../balance/column.js';
import { balance, type Balanced } from './balance/balance.js';
import type { Chunker } from './engine.js';
import { setParagraphs } from './lines/index.js';
import { nowDoing } from './speak.js';

const NOTHING: Balanced = { facts: [] };

/** Sets the lines of `content` in place. Sections that fill the sheet, or the page, are composed by hand and keep what they have. */
export function setOnStage(content: DocumentFragment, { works, start }: { readonly works: Chunker; readonly start: Column['start'] }): Balanced {
  const template = works.pageTemplate;
  const section = content.firstElementChild;
  if (template === undefined || section?.classList.contains('bare') === true) return NOTHING;
  const page = document.importNode(template.content, true).firstElementChild;
  const area = page?.querySelector('.pagedjs_page_content');
  if (!(page instanceof HTMLElement) || !(area instanceof HTMLElement) || section === null) return NOTHING;
  page.classList.add('pagedjs_right_page');
  const wrapper = document.createElement('div');
  wrapper.append(content);
  area.append(wrapper);
  works.pagesArea?.append(page);
  const depth = area.getBoundingClientRect().height;
  nowDoing('setting the lines of');
  const settable = setParagraphs(wrapper);
  nowDoing('planning the pages of');
  area.style.cssText += '; columns: auto; height: auto'; // one column without an end, as if there were no pages
  const line = parseFloat(getComputedStyle(section).lineHeight);
  const balanced = line > 0 && depth > line && !section.classList.contains('leaf')
    ? balance({ page, wrapper, line, depth, start }, settable)
    : { facts: settable.map(({ fact }) => fact) };
  content.append(...wrapper.childNodes);
  page.remove();
  return balanced;
}
