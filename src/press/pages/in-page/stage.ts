// Sets a part's lines before it is divided into pages: on a page of its own that is as wide as those it will stand on.
import type { LineReport } from '../../../model/line.js';
import type { Chunker } from './engine.js';
import { setLines } from './lines/index.js';

const NOTHING: LineReport = { paragraphs: [] };

/** Sets the lines of `content` in place. Sections that fill the sheet are pictures and keep what they have. */
export function setOnStage(content: DocumentFragment, works: Chunker): LineReport {
  const template = works.pageTemplate;
  if (template === undefined || content.firstElementChild?.classList.contains('bare') === true) return NOTHING;
  const page = document.importNode(template.content, true).firstElementChild;
  const area = page?.querySelector('.pagedjs_page_content');
  if (page === null || area === null || area === undefined) return NOTHING;
  page.classList.add('pagedjs_right_page');
  const wrapper = document.createElement('div');
  wrapper.append(content);
  area.append(wrapper);
  works.pagesArea?.append(page);
  const report = setLines(wrapper);
  content.append(...wrapper.childNodes);
  page.remove();
  return report;
}
