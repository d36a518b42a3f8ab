// Sets the same text in the same face on the same measure with LuaTeX and microtype, and with Foldmark, and
// says how even the word spaces of both are: measured in TeX's own node lists and in Chromium's, each over
// the font's own space.
//   node tools/measure/luatex.mjs [--language en-gb] [--text FILE or FOLDER] [--most PARAGRAPHS] [--measure 98.67] [--keep FOLDER]
// Needs LuaTeX: apt install texlive-luatex texlive-latex-recommended texlive-lang-english (-german, -french).
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { figuresOf, prose, row } from './prose.mjs';

const require = createRequire(import.meta.url);
const { values: asked } = parseArgs({
  options: {
    language: { type: 'string', default: 'en-gb' },
    text: { type: 'string' },
    most: { type: 'string', default: 'Infinity' },
    measure: { type: 'string', default: '98.67' },
    keep: { type: 'string' },
  },
});
/**
 * babel's names, and the patterns that must be there: without them TeX would quietly divide by another
 * language's.
 */
const TONGUES = {
  'en-gb': ['british', 'hyph-en-gb.tex'],
  'en-us': ['american', 'hyph-en-us.tex'],
  'de-1996': ['ngerman', 'hyph-de-1996.tex'],
  fr: ['french', 'hyph-fr.tex'],
};
const tongue = TONGUES[asked.language];
if (tongue === undefined) throw new Error(`--language is one of ${Object.keys(TONGUES).join(', ')}.`);
requireTex(['microtype.sty', 'fontspec.sty', 'luaotfload.sty', tongue[1]]);

/**
 * A line of figures for each full line: word space over the font's, whether a hyphen was added, the most a
 * glyph was scaled, whether it is overfull.
 */
const MEASURE = String.raw`
local out = io.open(tex.jobname .. ".lines", "w")
local glue, glyph, hlist, disc = node.id("glue"), node.id("glyph"), node.id("hlist"), node.id("disc")
luatexbase.add_to_callback("post_linebreak_filter", function(head)
  for line in node.traverse_id(hlist, head) do
    local natural, real, count, last, short, scaled, broken = 0, 0, 0, nil, false, 0, false
    local function walk(list)
      for one in node.traverse(list) do
        if one.id == glue and one.subtype == 13 then
          broken = false
          count = count + 1
          natural = natural + font.getfont(last and last.font or font.current()).parameters.space
          real = real + node.effective_glue(one, line)
        elseif one.id == glue and one.subtype == 15 then short = true
        elseif one.id == glyph then
          last, broken = one, broken and (one.char == 0x2010 or one.char == 0x2d)
          if math.abs(one.expansion_factor) > math.abs(scaled) then scaled = one.expansion_factor end
        elseif one.id == disc then
          broken = one.subtype ~= 2
          if one.replace then walk(one.replace) end
        end
      end
    end
    walk(line.head)
    if count > 0 and not short then
      out:write(string.format("%.4f %d %d %d\n", real / natural, broken and 1 or 0, scaled, line.glue_sign == 2 and line.glue_set > 1 and 1 or 0))
    end
  end
  return true
end, "measure")
luatexbase.add_to_callback("stop_run", function() out:close() end, "close")
`;

const paragraphs = prose({ text: asked.text, language: asked.language, most: Number(asked.most) });
const folder = asked.keep ?? mkdtempSync(join(tmpdir(), 'luatex-'));
mkdirSync(folder, { recursive: true });
try {
  console.log(
    `${paragraphs.length} paragraphs, ${asked.measure} mm, Alegreya 10.2 on 14 pt, ${asked.language}`,
  );
  console.log(
    '| set by | full lines | mean | sd | over 1.5 | under .8 | hyphenated | glyphs scaled, letters ' +
      'spaced |\n|---|---|---|---|---|---|---|---|',
  );
  for (const [name, options] of [
    ['LuaTeX', undefined],
    ['LuaTeX + microtype', 'protrusion=true,expansion=true'],
  ])
    console.log(tex(name, options));
  const own = JSON.parse(
    execFileSync(
      process.execPath,
      [
        fileURLToPath(new URL('lines.mjs', import.meta.url)),
        '--json',
        '--runs',
        '1',
        '--language',
        asked.language,
        '--measure',
        asked.measure,
        '--most',
        asked.most,
        ...(asked.text ? ['--text', asked.text] : []),
      ],
      { encoding: 'utf8', maxBuffer: 1e9 },
    ),
  );
  const tracking = own.map((line) => 100 * line.tracking);
  console.log(
    row(
      'Foldmark',
      figuresOf(own),
      `none; ${Math.min(...tracking).toFixed(1)} to ${Math.max(...tracking).toFixed(1)} %`,
    ),
  );
} finally {
  if (asked.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

function requireTex(files) {
  const missing = ['lualatex', 'kpsewhich'].filter(
    (tool) => spawnSync(tool, ['--version']).error !== undefined,
  );
  const absent =
    missing.length > 0 ? [] : files.filter((file) => spawnSync('kpsewhich', [file]).status !== 0);
  if (missing.length + absent.length === 0) return;
  console.error(
    `Not here: ${[...missing, ...absent].join(', ')}. On Debian: apt install texlive-luatex ` +
      'texlive-latex-recommended texlive-lang-english texlive-lang-german texlive-lang-french',
  );
  process.exit(4);
}

function tex(name, microtype) {
  const file = join(folder, `${microtype === undefined ? 'plain' : 'microtype'}.tex`);
  writeFileSync(file, source(microtype));
  writeFileSync(join(folder, 'measure.lua'), MEASURE);
  const run = spawnSync('lualatex', ['--interaction=batchmode', '--halt-on-error', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (run.status !== 0)
    throw new Error(
      `LuaTeX failed; its log is ${file.replace(/tex$/, 'log')} (with --keep FOLDER).\n${run.stdout}`,
    );
  const lines = readFileSync(file.replace(/tex$/, 'lines'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [space, hyphen, scaled, over] = line.split(' ').map(Number);
      return { space, hyphen: hyphen === 1, scaled, over: over === 1 };
    });
  const overfull = lines.filter((line) => line.over).length;
  const scaled = lines.map((line) => line.scaled / 10_000);
  return row(
    name,
    figuresOf(lines),
    `${Math.min(...scaled).toFixed(1)} to ${Math.max(...scaled).toFixed(1)} %; ` +
      `none${overfull > 0 ? `; ${overfull} lines past the edge` : ''}`,
  );
}

/** TeX points are a 72.27th of an inch; the type is in the PDF's, as Foldmark's. */
function source(microtype) {
  const faces = `${dirname(require.resolve('@expo-google-fonts/alegreya/package.json'))}/`;
  return String.raw`\documentclass{article}
\usepackage[${tongue[0]}]{babel}
\usepackage{fontspec}
\setmainfont{Alegreya_400Regular.ttf}[Path=${faces}400Regular/, Numbers=OldStyle, HyphenChar={‐},
  ItalicFont=Alegreya_400Regular_Italic.ttf, ItalicFeatures={Path=${faces}400Regular_Italic/}, BoldFont=Alegreya_700Bold.ttf, BoldFeatures={Path=${faces}700Bold/}]
${microtype === undefined ? '' : `\\usepackage[${microtype}]{microtype}`}
\usepackage[paperwidth=${Number(asked.measure) + 40}mm, paperheight=210mm, textwidth=${asked.measure}mm, textheight=160mm]{geometry}
\ifdefined\NoAutoSpacing\NoAutoSpacing\fi
\setlength{\parindent}{14bp}\frenchspacing\lefthyphenmin=3 \righthyphenmin=3
\directlua{dofile("measure.lua")}
\begin{document}\fontsize{10.2bp}{14bp}\selectfont
${paragraphs.map(texOf).join('\n\n')}
\end{document}
`;
}

function texOf(paragraph) {
  const signs = {
    '\\': '\\textbackslash{}',
    '{': '\\{',
    '}': '\\}',
    '%': '\\%',
    '&': '\\&',
    '#': '\\#',
    _: '\\_',
    $: '\\$',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': '\u00A0' };
  return paragraph
    .replace(/\s*\n\s*/g, ' ')
    .split(/(<[^>]*>)/)
    .map((piece) => {
      if (/^<(em|i)>$/.test(piece)) return '\\textit{';
      if (/^<(b|strong)>$/.test(piece)) return '\\textbf{';
      if (/^<\/(em|i|b|strong)>$/.test(piece)) return '}';
      return piece.startsWith('<')
        ? ''
        : piece
            .replace(/&[a-z]+;/g, (entity) => entities[entity] ?? entity)
            .replace(/[\\{}%&#_$~^]/g, (sign) => signs[sign])
            .replaceAll('\u00A0', '~');
    })
    .join('');
}
