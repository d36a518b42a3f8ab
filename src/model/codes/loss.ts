import type { Code } from './code-row.js';

export const LOSS_CODES = {
  'LOSS-001': {
    severity: 'error',
    title: 'Words are missing from a finished file',
    about: 'Foldmark reads every file it makes and looks for each word of the book. Here words were not found, or not all of them. The message names the block, the file and the page where the search ended. A style of the book\'s own that hides or cuts text is the usual reason: fixed heights, overflow, display.',
  },
  'LOSS-002': {
    severity: 'error',
    title: 'Words stand in a finished file that are not the book\'s',
    about: 'The file shows text a second time, or text that comes neither from the manuscript nor from a template nor from the page furniture. Text made by a style (`content: "…"`) is the usual reason; write it in a template instead, so that it is in every edition.',
  },
  'LOSS-003': {
    severity: 'error',
    title: 'A template leaves out part of the manuscript',
    about: 'The text was read, but what the templates made of it does not hold it, or holds other words. A template of the book\'s own that does not print `{{body}}` or `{{caption}}` is the usual reason.',
  },
} as const satisfies Readonly<Record<string, Code>>;
