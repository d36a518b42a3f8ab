// The keys of other tools in the front matter of all chapters, as one finding.
import type { FrontMatter } from '../config/front-matter.js';
import { finding, type Finding } from '../model/finding.js';
import type { Span } from '../model/source-span.js';

/** So many keys are named with their first places. */
const MOST_NAMED = 12;

/** CONF-040, once for the book. */
export function foreignKeys(read: readonly FrontMatter[]): readonly Finding[] {
  const found = new Map<string, { count: number; at: Span }>();
  for (const { key, at } of read.flatMap(({ foreign = [] }) => foreign))
    found.set(key, { count: (found.get(key)?.count ?? 0) + 1, at: found.get(key)?.at ?? at });
  const keys = [...found];
  const first = keys[0];
  if (!first) return [];
  const files = new Set(read.flatMap(({ foreign = [] }) => foreign.map(({ at }) => at.path))).size;
  const names = keys.slice(0, MOST_NAMED).map(([key]) => `"${key}"`);
  const rest = keys.length - names.length;
  return [
    finding('CONF-040', {
      message:
        `Front matter of ${files === 1 ? 'one file' : `${files} files`} has keys of other tools, which are ` +
        `left alone: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`,
      at: first[1].at,
      related: keys
        .slice(1, MOST_NAMED)
        .map(([key, { at }]) => ({ at, message: `"${key}" first stands here` })),
      hint: 'Leave them, or move what the book needs to book.yml.',
    }),
  ];
}
