// Two of Paged.js's handlers do harm and are left out; its handler of notes gets an end of a page that loses
// none, its handler of pages does without empty margin boxes, and we hear what its handler of breaks hears.
import { engine, type EngineHandler } from './engine.js';
import { hearingBreaks } from './keep-rules.js';
import { keepingNotes } from '../notes/footnotes.js';
import { sparingMargins } from './page-scaffold.js';

/**
 * `Following`: rules for following siblings (`figure + p`) stay the browser's. Paged.js takes every such rule
 * out of the styles, with all else in its selector list, and gives it back with another weight when it parses
 * a text: after the lines are set, too late for an indent. Left alone they hold on the stage and on every
 * page; only the head of a page has no sibling before it. `UndisplayedFilter`: takes every element with a
 * style of its own for one that is not displayed, so that a heading is kept with the paragraph after the
 * next.
 */
const HARMFUL = ['Following', 'UndisplayedFilter'];

const OURS: Readonly<Record<string, (handler: EngineHandler) => EngineHandler>> = {
  AtPage: sparingMargins,
  Footnotes: keepingNotes,
  Breaks: hearingBreaks,
};

/** To be called before the engine's handlers are made. */
export function disableHandlers(): void {
  const handlers = engine().registeredHandlers;
  const good = handlers
    .filter(({ name }) => !HARMFUL.includes(name))
    .map((handler) => OURS[handler.name]?.(handler) ?? handler);
  handlers.splice(0, handlers.length, ...good);
}
