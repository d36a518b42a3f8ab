// NOTICE stays true: each package and each font that Foldmark uses is named with the licence it states itself.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const HOUSE = new URL('../../', import.meta.url);

describe('NOTICE', () => {
  test.each(dependencies())('names %s with the licence of its own package.json', (name) => {
    expect(notice()).toMatch(line(name, licenceOf(name)));
  });

  test.each(fonts())('names the font $name, set by $theme, with its licence and package', ({ name, licence, package: packageName }) => {
    expect(notice()).toMatch(line(name, licence));
    expect(dependencies()).toContain(packageName);
  });

  test('gives the copyright line of each font as its package does', () => {
    for (const name of dependencies().filter((one) => one.startsWith('@expo-google-fonts/'))) {
      const [copyright] = read(`node_modules/${name}/LICENSE_FONT`).split('\n');
      expect(notice()).toContain(copyright);
    }
  });

  test('names no package that Foldmark does not depend on', () => {
    const libraries = notice().slice(notice().indexOf('\nLIBRARIES\n'));
    const named = [...libraries.matchAll(/^(\S+) \([^)]+\)$/gm)].map((found) => found[1]);
    expect(named.filter((name) => !dependencies().includes(name ?? ''))).toEqual([]);
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

interface NamedFont {
  readonly theme: string;
  readonly name: string;
  readonly licence: string;
  readonly package: string;
}

/** Every font of every theme, each family once a theme. */
function fonts(): readonly NamedFont[] {
  const themes = readdirSync(new URL('styles/', HOUSE)).filter((name) => existsSync(new URL(`styles/${name}/theme.yml`, HOUSE)));
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
