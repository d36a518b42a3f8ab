// What a Markdown file says of itself between its --- lines.
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { Span } from '../model/source-span.js';
import { readBySchema } from './validate-tree.js';
import { inOrder } from './sort-findings.js';
import { given } from './metadata.js';
import { frontMatterSchema, type WrittenKind } from './schema/front-matter.js';
import { isEmptySetting, placeOf } from './settings-tree.js';
import { parseYaml, type YamlText } from './yaml.js';

export interface FrontMatter {
  /** Markdown, and where it stands. */
  readonly title?: string;
  readonly titleAt?: Span;
  readonly shortTitle?: string;
  readonly role?: WrittenKind;
  readonly author?: string;
  readonly numbered?: boolean;
  readonly listed?: boolean;
  readonly language?: string;
  readonly classes: readonly string[];
}

/**
 * Reads front matter: the text between the two lines, without them; `firstLine` is the line of the file on
 * which it begins, mostly 2. Findings as for any settings file, at the file's own lines.
 */
export function readFrontMatter(source: YamlText): Outcome<FrontMatter> {
  const parsed = parseYaml(source);
  if (!parsed.value || isEmptySetting(parsed.value)) return outcome({ classes: [] }, parsed.diagnostics);
  if (parsed.value.kind !== 'map')
    return outcome({ classes: [] }, inOrder([...parsed.diagnostics, notKeys(source)]));
  const read = readBySchema(parsed.value, { schema: frontMatterSchema });
  const diagnostics = inOrder([...parsed.diagnostics, ...read.diagnostics]);
  if (!read.value) return outcome({ classes: [] }, diagnostics);
  const { value, tree } = read.value;
  return outcome(
    {
      ...given({
        title: value.title,
        titleAt: value.title === undefined ? undefined : placeOf(tree, ['title']),
        shortTitle: value['short-title'],
        role: value.role,
        author: value.author,
        numbered: value.numbered,
        listed: value.listed,
        language: value.language,
      }),
      classes: value.classes ?? [],
    },
    diagnostics,
  );
}

/** Mostly a rule at the head of a chapter, which its author meant as a scene break. */
function notKeys({ path, firstLine }: YamlText): Finding {
  return finding('CONF-003', {
    message: 'The line "---" at the head of the file opens front matter, and no keys with values follow it.',
    at: { path, line: Math.max(1, firstLine - 1), column: 1 },
    hint:
      'For a scene break write "***". Front matter has keys, such as "title: The Lamp", and another ' +
      '"---" closes it.',
  });
}
