import type { Code } from './code-row.js';

export const LOSS_CODES = {
  'LOSS-001': {
    severity: 'error',
    title: 'Words missing from a finished file',
    about:
      'Foldmark reads every file it makes and looks for each word of the book. Here words were not ' +
      'found, or not all of them. The message names the block, the file and the page where the search ' +
      "ended. A style of the book's own that hides or cuts text is the usual reason: fixed heights, " +
      'overflow, display.',
  },
  'LOSS-002': {
    severity: 'error',
    title: "Finished file shows words that are not the book's",
    about:
      'The file shows text twice, or text that comes from neither the manuscript, a template nor the ' +
      'page furniture. The usual reason is a style (`content: "…"`). Write the words in a template ' +
      'instead, so that every edition has them.',
  },
  'LOSS-003': {
    severity: 'error',
    title: 'Template omits part of the manuscript',
    about:
      'The text was read, but what the templates made of it does not hold it, or holds other words. A ' +
      "template of the book's own that does not print `{{body}}` or `{{caption}}` is the usual " +
      'reason.',
  },
  'LOSS-004': {
    severity: 'error',
    title: 'Gap inside a word',
    about:
      'Letters of one word stand apart in the finished file as if they were two words: by more than ' +
      'an eighth of their size beyond their letter-spacing. Foldmark measures every letter of the ' +
      'file and compares it with the book. If no style of your own explains it, the file is wrong: ' +
      'report it.',
  },
  'LOSS-005': {
    severity: 'warning',
    title: 'Words run together',
    about:
      'Two words of the book stand side by side in the finished file without a space that can be ' +
      'seen. Negative margins or word-spacing are the usual reason, or a container (`display: flex`) ' +
      'that drops the space between two elements.',
  },
} as const satisfies Readonly<Record<string, Code>>;
