// Rules for following siblings (`figure + p`) stay the browser's. Paged.js takes every such rule out of the styles, with
// all else in its selector list, and gives it back with another weight when it parses a text: after the lines are set,
// too late for an indent. Left alone they hold on the stage and on every page; only the head of a page has no sibling before it.
import { engine } from './engine.js';

/** To be called before the engine's handlers are made. */
export function keepSiblingRules(): void {
  const handlers = engine().registeredHandlers;
  const following = handlers.findIndex(({ name }) => name === 'Following');
  if (following >= 0) handlers.splice(following, 1);
}
