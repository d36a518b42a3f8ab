// What others make of the same book: one PDF, on pages of the same size. Each as it comes, and only when it
// is asked for.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.mjs';
import { typstSource } from './typst.mjs';

/** Where a program is not on the path, the variable names it. */
const ENGINES = [
  {
    asked: '--pagedjs',
    name: 'pagedjs-cli',
    variable: 'FOLDMARK_BENCH_PAGEDJS',
    program: 'pagedjs-cli',
    args: ({ page, pdf }) => ['--browserArgs', '--no-sandbox', page, '-o', pdf],
  },
  {
    asked: '--chromium',
    name: 'Chromium alone',
    variable: 'FOLDMARK_BROWSER',
    program: 'chromium',
    args: ({ page, pdf, folder }) => [
      ...CHROMIUM,
      `--user-data-dir=${join(folder, 'chromium')}`,
      `--print-to-pdf=${pdf}`,
      `file://${page}`,
    ],
  },
  {
    asked: '--vivliostyle',
    name: 'Vivliostyle CLI',
    variable: 'FOLDMARK_BENCH_VIVLIOSTYLE',
    program: 'vivliostyle',
    args: ({ page, pdf }) => [
      'build',
      page,
      '-o',
      pdf,
      '--no-sandbox',
      ...(browser() ? ['--executable-browser', browser()] : []),
    ],
  },
  {
    asked: '--weasyprint',
    name: 'WeasyPrint',
    variable: 'FOLDMARK_BENCH_WEASYPRINT',
    program: 'weasyprint',
    args: ({ page, pdf }) => [page, pdf],
  },
  {
    asked: '--typst',
    name: 'Typst',
    variable: 'FOLDMARK_BENCH_TYPST',
    program: 'typst',
    args: ({ source, pdf }) => ['compile', '--root', '/', source, pdf],
  },
];

const CHROMIUM = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
];

export function engineJobs({ asked, folder, page, book, size }) {
  const pagedWithPictures = join(book, 'book.html'); // pictures are named from the book's folder
  writeFileSync(pagedWithPictures, readFileSync(page));
  return Object.fromEntries(
    ENGINES.filter((engine) => asked.includes(engine.asked)).map(({ name, variable, program, args }) => {
      const pdf = join(folder, `${program}-${size}.pdf`);
      const source = join(book, 'book.typ');
      const job = () => {
        rmSync(pdf, { force: true });
        if (program === 'typst') writeFileSync(source, typstSource(book));
        return measure(found(variable, program), args({ page: pagedWithPictures, pdf, folder, source }), {
          cwd: book,
          env: environment(),
        });
      };
      return [`${name}, one PDF`, { pdf, job }];
    }),
  );
}

function found(variable, program) {
  const own = process.env[variable];
  if (own === undefined || own === '') return program;
  if (!existsSync(own)) throw new Error(`${variable} names ${own}, which does not exist.`);
  return own;
}

function browser() {
  return process.env.FOLDMARK_BROWSER;
}

/** pagedjs-cli brings a puppeteer of its own; it is given the browser that Foldmark uses. */
function environment() {
  return { ...process.env, ...(browser() ? { PUPPETEER_EXECUTABLE_PATH: browser() } : {}) };
}
