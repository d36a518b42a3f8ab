// cast.yml to the people of the book.
import type { CastMember } from '../model/cast.js';
import type { BookConfig } from '../model/settings.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { World } from '../model/world.js';
import { readBySchema } from './validate-tree.js';
import { readSettings } from './settings-file.js';
import { inOrder } from './sort-findings.js';
import { missingFile, bookFilesOf, type BookFiles } from './listed-files.js';
import { given } from './metadata.js';
import { castSchema, type CastSettings } from './schema/cast.js';
import { placeOf, type SettingNode } from './settings-tree.js';

/**
 * The members of the cast in the order of their file; none when the book has no such file. That a file named
 * in book.yml does not exist is said by `readConfig`. Findings: CONF-019 an id twice (the first keeps it),
 * CONF-013 a portrait that is not there, and those of any settings file.
 */
export function readCast(world: World, config: Pick<BookConfig, 'cast'>): Outcome<readonly CastMember[]> {
  const file = readSettings(world.book, { path: config.cast.file, missing: [] });
  if (!file.value || isEmpty(file.value)) return outcome([], file.diagnostics);
  const read = readBySchema(file.value, { schema: castSchema });
  const diagnostics = [...file.diagnostics, ...read.diagnostics];
  if (!read.value) return outcome([], inOrder(diagnostics));
  const members = membersOf(read.value.value, read.value.tree);
  const twice = repeatedIds(members);
  const portraits = missingPortraits(read.value.value, {
    tree: read.value.tree,
    bookFiles: bookFilesOf(world.book),
  });
  const kept = members.filter((one) => members.find(({ id }) => id === one.id) === one);
  return outcome(
    kept.map((one) => withPortrait(one, portraits.paths)),
    inOrder([...diagnostics, ...twice, ...portraits.findings]),
  );
}

function membersOf(settings: CastSettings, tree: SettingNode): readonly CastMember[] {
  return settings.map((one, index) => ({
    id: one.id,
    name: one.name,
    aliases: one.aliases ?? [],
    ...given({
      playedBy: one['played-by'],
      role: one.role,
      note: one.note,
      portrait: one.portrait,
      group: one.group,
    }),
    spoiler: one.spoiler ?? false,
    at: placeOf(tree, [index, 'id']),
  }));
}

function repeatedIds(members: readonly CastMember[]): readonly Finding[] {
  return members.flatMap((member) => {
    const first = members.find(({ id }) => id === member.id);
    if (!first || first === member) return [];
    return [
      finding('CONF-019', {
        message: `The id "${member.id}" is used twice.`,
        at: member.at,
        related: [{ at: first.at, message: `first used here, for ${first.name}` }],
        hint: 'Give one of the two another id.',
      }),
    ];
  });
}

function missingPortraits(
  settings: CastSettings,
  { tree, bookFiles }: { tree: SettingNode; bookFiles: BookFiles },
) {
  const missing = settings.flatMap(({ portrait }, index) => {
    const found =
      portrait &&
      missingFile(bookFiles, { path: portrait.image, at: placeOf(tree, [index, 'portrait', 'image']) });
    return found ? [{ path: portrait.image, found }] : [];
  });
  return { paths: new Set(missing.map(({ path }) => path)), findings: missing.map(({ found }) => found) };
}

/** A portrait that does not exist has been reported, and is not looked for again. */
function withPortrait(member: CastMember, missing: ReadonlySet<string>): CastMember {
  const { portrait, ...rest } = member;
  return portrait && missing.has(portrait.image) ? rest : member;
}

function isEmpty(tree: SettingNode): boolean {
  return (tree.kind === 'map' && tree.entries.size === 0) || (tree.kind === 'scalar' && tree.value === null);
}
