// The theme's faces: read from their packages, named for the styles.
import { finding, outcome, type Diagnostic, type Outcome } from '../../model/finding.js';
import type { FontFace, Resource } from '../../model/edition.js';
import type { ThemeFont, ThemeSettings } from '../../model/theme.js';
import type { World } from '../../model/world.js';
import { latin } from '../../images/image-type.js';

export interface Faces {
  readonly fonts: readonly FontFace[];
  readonly resources: readonly Resource[];
}

/** Finding: TPL-009 at the theme's settings for a face that is not there or is no font. */
export function readFaces(world: World, theme: ThemeSettings): Outcome<Faces> {
  const fonts: FontFace[] = [];
  const resources: Resource[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const face of theme.fonts) {
    const read = world.font(face.package, face.file);
    const mediaType = 'bytes' in read ? fontType(read.bytes) : undefined;
    if (!('bytes' in read) || !mediaType) {
      diagnostics.push(missing(face, theme));
      continue;
    }
    const href = `fonts/${face.file.split('/').at(-1) ?? face.file}`;
    fonts.push(named(face, href));
    if (!resources.some((one) => one.href === href)) resources.push({ href, mediaType, bytes: read.bytes });
  }
  return outcome({ fonts, resources }, diagnostics);
}

/** https://learn.microsoft.com/en-us/typography/opentype/spec/otff#organization-of-an-opentype-font */
function fontType(bytes: Uint8Array): string | undefined {
  const sign = latin(bytes, 0, 4);
  if (sign === '\u0000\u0001\u0000\u0000' || sign === 'true') return 'font/ttf';
  return sign === 'OTTO' ? 'font/otf' : undefined;
}

function named(face: ThemeFont, href: string): FontFace {
  const { family, style, weight, name, licence, subset } = face;
  return { family, style, weight, href, name, packageName: face.package, licence, subset };
}

function missing(face: ThemeFont, theme: ThemeSettings): Diagnostic {
  return finding('TPL-009', {
    message: `The font "${face.file}" of ${face.package} is not installed.`,
    at: { path: `${theme.folder}/theme.yml`, line: 1 },
    hint: 'Install the package, or correct its name and the file\'s.',
  });
}
