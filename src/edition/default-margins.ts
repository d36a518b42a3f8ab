// The margins of a page whose book says none: its theme's, and what its trim has more than the theme's own.
import type { Margins } from '../model/margins.js';
import type { ThemeSettings } from '../model/theme.js';

type Trim = ThemeSettings['page']['trim'];

/**
 * A theme sets its measure for its type, so a wider trim widens the margins and not the lines: in the
 * proportion of its inner and outer margin, or as its `wider` says. A taller trim holds more lines, and its
 * head and foot grow with it. A narrower or lower one leaves the margins as they are. Millimetres.
 */
export function marginsOn(
  trim: Trim,
  { trim: own, margins, wider = margins }: ThemeSettings['page'],
): Margins {
  const width = Math.max(0, trim.width - own.width);
  const height = Math.max(1, trim.height / own.height);
  const sides = wider.inside + wider.outside;
  const inner = sides > 0 ? wider.inside / sides : 0.5;
  return {
    top: margins.top * height,
    bottom: margins.bottom * height,
    inside: margins.inside + width * inner,
    outside: margins.outside + width * (1 - inner),
  };
}
