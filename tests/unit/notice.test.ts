// NOTICE stays true: each package and each font that Foldmark uses or ships is named with the licence it
// states itself.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const HOUSE = new URL('../../', import.meta.url);

describe('NOTICE', () => {
  test.each(dependencies())('names %s with the licence of its own package.json', (name) => {
    expect(notice()).toMatch(line(name, licenceOf(name)));
  });

  test.each(fonts())(
    'names the font $name, set by $theme, with its licence and package',
    ({ name, licence, package: packageName }) => {
      expect(notice()).toMatch(line(name, licence));
      expect(bundled().map((one) => one.name)).toContain(packageName);
    },
  );

  test('gives the copyright line of each font as its package does', () => {
    for (const { name } of bundled().filter((one) => one.name.startsWith('@expo-google-fonts/'))) {
      const [copyright] = read(`node_modules/${name}/LICENSE_FONT`).split('\n');
      expect(notice()).toContain(copyright);
    }
  });

  test.each(bundled())(
    'names $name, which the package holds, and all that is inside',
    ({ name, license, holds }) => {
      if (!name.startsWith('@expo-google-fonts/')) expect(notice()).toMatch(line(name, license));
      for (const one of holds.filter((inner) => inner.name !== name))
        expect(entryOf(name)).toContain(`\n  with ${one.name} (${one.license})\n`);
    },
  );

  test('names no package that Foldmark neither depends on nor holds', () => {
    const libraries = notice().slice(notice().indexOf('\nLIBRARIES INSIDE\n'));
    const named = [...libraries.matchAll(/^(\S+) \([^)]+\)$/gm)].map((found) => found[1]);
    const known = [...dependencies(), ...bundled().map(({ name }) => name)];
    expect(named.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });
});

describe('a bundled package', () => {
  test.each(bundled())(
    '$name is the version that package.json pins, with the licence of each part',
    ({ name, version, holds }) => {
      expect(JSON.parse(read('package.json')).devDependencies[name]).toBe(version);
      const licences = read(`lib/node_modules/${name}/LICENSES.txt`);
      for (const one of holds)
        expect(licences).toMatch(
          new RegExp(`^${escaped(`${one.name} ${one.version} (${one.license})`)}\\n\\n[^]{300}`, 'm'),
        );
    },
  );

  test('holds the engine that its version stands for', () => {
    expect(read('lib/node_modules/pagedjs-cli/dist/browser.js')).toMatch(
      /^\/\*\*\n \* @license Paged\.js v0\.4\.3 \|/,
    );
    expect(read('lib/node_modules/pagedjs-cli/dist/browser.js')).toBe(
      read('node_modules/pagedjs-cli/dist/browser.js'),
    );
  });
});

test('LICENSE is the MIT licence that package.json states', () => {
  expect(JSON.parse(read('package.json')).license).toBe('MIT');
  expect(read('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} the Foldmark authors\n/);
});

function dependencies(): readonly string[] {
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(read('package.json'));
  return Object.keys({ ...dependencies, ...optionalDependencies });
}

interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly holds: readonly { readonly name: string; readonly version: string; readonly license: string }[];
}

/** The packages that are compiled into lib/node_modules/. */
function bundled(): readonly Bundled[] {
  const files = readdirSync(new URL('lib/node_modules/', HOUSE), { recursive: true }).map(String);
  return files
    .filter((file) => /^(@[^/\\]+[/\\])?[^/\\]+[/\\]package\.json$/.test(file))
    .map((file) => JSON.parse(read(`lib/node_modules/${file}`)));
}

/** A package's paragraph in NOTICE. */
function entryOf(name: string): string {
  return new RegExp(`^${escaped(name)} \\([^)]+\\)\\n(  .*\\n)*`, 'm').exec(notice())?.[0] ?? '';
}

interface NamedFont {
  readonly theme: string;
  readonly name: string;
  readonly licence: string;
  readonly package: string;
}

/** Every font of every theme, each family once a theme. */
function fonts(): readonly NamedFont[] {
  const themes = readdirSync(new URL('styles/', HOUSE)).filter((name) =>
    existsSync(new URL(`styles/${name}/theme.yml`, HOUSE)),
  );
  return themes.flatMap((theme) => {
    const faces: readonly Omit<NamedFont, 'theme'>[] = parse(read(`styles/${theme}/theme.yml`)).fonts;
    return [...new Map(faces.map((face) => [face.name, { ...face, theme }])).values()];
  });
}

/** `name (LICENCE)` anywhere on a line, or followed by its end: how NOTICE names a part. */
function line(name: string, licence: string): RegExp {
  return new RegExp(`(^|\\s)${escaped(name)} \\(${escaped(licence)}\\)$`, 'm');
}

function licenceOf(name: string): string {
  return JSON.parse(read(`node_modules/${name}/package.json`)).license;
}

function notice(): string {
  return read('NOTICE');
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function read(path: string): string {
  return readFileSync(new URL(path, HOUSE), 'utf8');
}
