// A random chapter of the Markdown that Foldmark supports. Most words are numbered, so that each is told from
// every other.
import { chance } from './chance.mjs';

/**
 * Blocks of one chapter; joined with empty lines they are its Markdown. `place` keeps words and notes apart
 * from other chapters'.
 */
export function randomBlocks(seed, place) {
  const luck = chance(seed);
  const say = speaker(luck, place);
  const blocks = [`# ${say.titles(luck.between(1, 2))}`];
  const kinds = luck.between(1, 5);
  const favourites = Array.from({ length: kinds }, () => luck.pick(BLOCKS));
  for (let count = luck.between(1, 5); count > 0; count -= 1) blocks.push(luck.pick(favourites)(say, luck));
  return blocks.some((block) => /w\d/.test(block)) ? blocks : [...blocks, say.words(3)];
}

function speaker(luck, place) {
  let word = 0;
  let note = 0;
  const words = (count) => Array.from({ length: count }, () => `w${place}x${(word += 1)}e`).join(' ');
  const titles = (count) => words(count).replaceAll('w', 't');
  const noted = (count) =>
    luck.often(0.5)
      ? `^[${words(count)}]`
      : `[^${place}-${(note += 1)}]\u0000[^${place}-${note}]: ${words(count)}\u0000`;
  const text = (count) => {
    let said = words(1);
    for (let left = count; left > 0;) {
      const some = Math.min(left, luck.between(1, 12));
      left -= some;
      said +=
        ' ' +
        `${luck.pick([words, words, words, (n) => `*${words(n)}*`, (n) => `**${words(n)}**`, (n) => `[${words(n)}]{.sc}`, (n) => `\`${words(n)}\``, (n) => `[${words(n)}](https://example.org/)`])(some)}`;
    }
    return said;
  };
  return { words, titles, text, noted };
}

/** A note's own text is written under its block. */
const own = (block) => {
  const notes = [...block.matchAll(/\u0000([^\u0000]*)\u0000/g)].map(([, note]) => note);
  return [block.replace(/\u0000[^\u0000]*\u0000/g, ''), ...notes].join('\n\n');
};

const BLOCKS = [
  (say, luck) => say.text(luck.between(5, 160)),
  (say, luck) => say.text(luck.between(5, 60)),
  (say, luck) =>
    own(
      `${say.text(luck.between(3, 40))}${say.noted(luck.between(1, luck.often(0.1) ? 400 : 40))} ` +
        `${say.text(luck.between(3, 30))}`,
    ),
  (say, luck) => `${luck.pick(['##', '###'])} ${say.titles(luck.between(1, 9))}`,
  (say, luck) =>
    lines(luck.between(1, 14), (n) =>
      `${luck.pick(['', '  '])}${luck.pick(['-', '-', '*'])} ${say.words(luck.between(1, 25))}`.replace(
        /^ {2}/,
        n === 0 ? '' : '  ',
      ),
    ),
  (say, luck) => lines(luck.between(1, 12), (n) => `${n + 1}. ${say.text(luck.between(1, 30))}`),
  (say, luck) =>
    lines(luck.between(1, 6), () => `> ${say.text(luck.between(1, 50))}`).replaceAll('\n', '\n>\n'),
  (say, luck) =>
    `\`\`\`js\n${lines(luck.between(1, 60), () => (luck.often(0.15) ? '' : `  ${say.words(luck.between(1, 5))}`))}\n\`\`\``,
  (say, luck) => table(say, luck, (cell) => cell),
  (say, luck) =>
    table(
      say,
      luck,
      (cell) => cell + (luck.often(0.15) ? say.noted(6).replace(/\u0000.*/s, '') : ''),
    ).replace(/\[\^[^\]]*\]/g, ''),
  (say, luck) =>
    '::: ' +
    `verse\n${lines(luck.between(2, 40), (n) => (n % 5 === 4 ? '' : luck.often(0.3) ? 'Row row row your boat' : say.words(luck.between(2, 9))))}\n:::`,
  (say, luck) => `::: epigraph\n${say.words(luck.between(4, 40))}\n\n— ${say.words(2)}\n:::`,
  (say, luck) => `::: aside\n${say.text(luck.between(4, 90))}\n:::`,
  () => '***',
  () => 'The same words stand here again and again, and they stand on every page.',
  (say, luck) =>
    `![A picture](images/${luck.pick(['flat', 'tall'])}.svg "${say.words(luck.between(1, 20))}")`,
  (say, luck) => `${say.words(4)} ${'endless'.repeat(luck.between(10, 60))} ${say.words(4)}`,
];

function lines(count, line) {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

function table(say, luck, around) {
  const columns = luck.between(1, 4);
  const most = luck.pick([2, 6, luck.often(0.2) ? 120 : 12]);
  const row = (words) =>
    `| ${Array.from({ length: columns }, () => around(words(luck.between(1, most)))).join(' | ')} |`;
  const head = `${row(say.titles)}\n|${' --- |'.repeat(columns)}`;
  return `${head}\n${lines(luck.between(1, 24), () => row(say.words))}`;
}
