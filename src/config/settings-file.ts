// A settings file from its folder to a tree: found, small enough, UTF-8, YAML.
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { SourcePath } from '../model/source-span.js';
import type { FileProblem, Files } from '../model/world.js';
import { decodeText } from './decode-text.js';
import type { SettingNode } from './settings-tree.js';
import { parseYaml } from './yaml.js';

/** 1 MB: a hundred times what a long book needs. */
export const MOST_SETTINGS_BYTES = 1_000_000;

/**
 * The settings in a YAML file; undefined when there is nothing to read them from. `missing` says what a
 * missing file means. Findings: that one, CONF-014, CONF-015, CONF-016, CONF-020, and those of `parseYaml`.
 */
export function readSettings(
  files: Files,
  { path, missing }: { path: SourcePath; missing: readonly Finding[] },
): Outcome<SettingNode | undefined> {
  const read = files.read(path);
  if ('problem' in read)
    return outcome(undefined, read.problem === 'missing' ? missing : [unreadable(read.problem, path)]);
  if (read.bytes.length > MOST_SETTINGS_BYTES) return outcome(undefined, [unreadable('too-large', path)]);
  const text = decodeText(read.bytes, path);
  if (text.value === undefined) return outcome(undefined, text.diagnostics);
  return parseYaml({ yaml: text.value, path, firstLine: 1 });
}

/** The first place of a file, for what is wrong with the whole of it. */
export function startOfFile(path: SourcePath) {
  return { path, line: 1, column: 1 };
}

function unreadable(problem: Exclude<FileProblem, 'missing'>, path: SourcePath): Finding {
  const at = startOfFile(path);
  if (problem === 'too-large')
    return finding('CONF-016', {
      message: 'The file is larger than 1 MB.',
      at,
      hint: 'Settings are short: is this the right file?',
    });
  if (problem === 'outside')
    return finding('CONF-020', {
      message: 'This is a link to a file outside of the folder.',
      at,
      hint: 'Replace the link with a copy of the file.',
    });
  return finding('CONF-013', {
    message: 'There is a folder, or something else, where a file is expected.',
    at,
    hint: 'Put a file of this name there.',
  });
}
