// The themes that Foldmark ships: each can be read, has its faces, and keeps the rules of
// docs/guide/themes.md.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../src/pipeline/world-files.js';
import { readTheme } from '../../../src/config/index.js';

const THEMES = ['zine', 'novel', 'essay'];
const world = openWorld({ folder: 'tests/books/tiny', epoch: undefined });

const sheets = (name: string): readonly { readonly path: string; readonly css: string }[] =>
  ['styles', ...THEMES.map((theme) => `styles/${theme}`)]
    .map((folder) => `${folder}/${name}`)
    .filter((path) => existsSync(path))
    .map((path) => ({ path, css: readFileSync(path, 'utf8').replace(/\/\*.*?\*\//gs, '') }));

describe.each(THEMES)('the theme %s', (name) => {
  const { value: theme, diagnostics } = readTheme(world, name);

  it('is read without a finding', () => {
    expect(diagnostics).toEqual([]);
    expect(theme?.from).toBe('home');
  });

  it('has the three families that every style names', () => {
    expect(new Set(theme?.fonts.map((face) => face.family))).toEqual(new Set(['Text', 'Label', 'Mono']));
  });

  it('finds every face in its package', () => {
    const missing = theme?.fonts.filter((face) => !('bytes' in world.font(face.package, face.file)));
    expect(missing).toEqual([]);
  });
});

describe.each(sheets('ebook.css'))('$path', ({ css }) => {
  it('leaves sizes, colours and places to the reader', () => {
    expect(css.match(/font-size:\s*[\d.]+(?:px|pt)/g)).toBeNull();
    expect(css.match(/(?:^|[;{\s])(?:color|background(?:-color)?)\s*:/g)).toBeNull();
    expect(css.match(/position:\s*(?:absolute|fixed)|@import|:\s*-[\d.]/g)).toBeNull();
  });
});

describe.each(sheets('print.css'))('$path', ({ css }) => {
  it('draws no border, which Chromium would make a box', () => {
    expect(css.match(/border(?:-(?:top|right|bottom|left))?\s*:/g)).toBeNull();
  });

  it('prints solids only', () => {
    expect(css.match(/opacity|rgba\(|hsla\(|filter:|mix-blend/g)).toBeNull();
  });
});

it("every folder of styles/ is a theme with a theme.yml, but for the printers' profiles", () => {
  const folders = readdirSync('styles', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(folders.sort()).toEqual([...THEMES, 'profiles'].sort());
});
