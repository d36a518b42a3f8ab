// From YAML to a settings tree. The only file that runs the YAML parser; what YAML can do and no book needs
// stops here: tags, several documents, complex keys, keys that reach into JavaScript's prototypes, and
// aliases that grow without end.
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLError,
} from 'yaml';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { SourcePath, Span } from '../model/source-span.js';
import { emptySettings, type SettingNode } from './settings-tree.js';

export interface YamlText {
  readonly yaml: string;
  readonly path: SourcePath;
  /** The line of the file on which the YAML begins. */
  readonly firstLine: number;
}

/**
 * Far above what anyone writes. An alias counts with all it stands for, so a bomb of aliases reaches the
 * limit at once.
 */
const MOST_SETTINGS = 20_000;
/** Each alias costs the parser a search through the file. */
const MOST_ALIASES = 100;
const DEEPEST = 40;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The settings in a YAML text, with the place of each; undefined when it does not parse. Findings: CONF-001
 * does not parse, CONF-003 a key that is no word, CONF-021 a key given twice, CONF-022 refused, CONF-031 a
 * comment that looks like words.
 */
export function parseYaml(source: YamlText): Outcome<SettingNode | undefined> {
  const lines = new LineCounter();
  const parsed = parseSafely(source.yaml, lines);
  const spanAt: SpanAt = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { path: source.path, line: line + source.firstLine - 1, column: col };
  };
  if (!parsed) return outcome(undefined, [refused(spanAt(0), TOO_DEEP)]);
  const faults = [
    ...parsed.errors.slice(0, 1).map((error) => yamlFinding(error, spanAt)),
    ...parsed.warnings.map((error) => tagFault(error, spanAt)),
  ];
  if (parsed.errors.length > 0) return outcome(undefined, faults);
  if (!parsed.contents) return outcome(emptySettings(source.path, source.firstLine), faults);
  const walk: Walk = {
    document: parsed,
    yaml: source.yaml,
    spanAt,
    findings: [],
    left: MOST_SETTINGS,
    aliases: MOST_ALIASES,
  };
  const value = settingOf(parsed.contents, walk, 0);
  return walk.stopped ? outcome(undefined, [walk.stopped]) : outcome(value, [...faults, ...walk.findings]);
}

/** What one reading carries along; both counts run down so that no file can grow without end. */
interface Walk {
  readonly document: Document.Parsed;
  readonly yaml: string;
  readonly spanAt: SpanAt;
  readonly findings: Finding[];
  left: number;
  aliases: number;
  /** The first limit that was passed: nothing of such a file is used. */
  stopped?: Finding;
}

function parseSafely(yaml: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    // Keys are compared in `mapSetting`: the parser compares each with each, which a hostile file turns into
    // minutes.
    return parseDocument(yaml, { lineCounter, uniqueKeys: false, prettyErrors: false });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function settingOf(node: ParsedNode | null, walk: Walk, depth: number): SettingNode {
  const at = node ? placeOfNode(node, walk) : walk.spanAt(0);
  walk.left -= 1;
  if (isAlias(node)) walk.aliases -= 1;
  const limit = limitPassed(walk, depth);
  if (limit) {
    walk.stopped ??= refused(at, limit);
    return { kind: 'scalar', value: null, at };
  }
  if (isAlias(node)) return aliasSetting(node, walk, depth, at);
  if (isMap(node)) return mapSetting(node, walk, depth, at);
  if (isSeq(node))
    return { kind: 'list', items: node.items.map((item) => settingOf(item, walk, depth + 1)), at };
  if (isScalar(node) && node.type === 'PLAIN' && /^\S/.test(node.comment ?? ''))
    walk.findings.push(commentFault(node, at));
  return { kind: 'scalar', value: isScalar(node) ? scalarValue(node) : null, at };
}

/**
 * YAML reads `Low Water #3` as "Low Water" and a comment. Who writes a comment leaves a space after its mark.
 */
function commentFault(node: Scalar, at: Span): Finding {
  const comment = (node.comment ?? '').split('\n')[0] ?? '';
  return finding('CONF-031', {
    message: `YAML takes "#${comment}" for a comment, and the value ends before it.`,
    at,
    hint: `Put the value in quotes: "${node.source ?? ''} #${comment}".`,
  });
}

function limitPassed(walk: Walk, depth: number): string | undefined {
  if (depth > DEEPEST) return TOO_DEEP;
  if (walk.aliases < 0) return `The file has more than ${MOST_ALIASES} aliases.`;
  return walk.left < 0 ? 'The file holds more settings than any book has.' : undefined;
}

function aliasSetting(
  node: ParsedNode & { source?: string },
  walk: Walk,
  depth: number,
  at: Span,
): SettingNode {
  const target = isAlias(node) ? node.resolve(walk.document) : undefined;
  if (target) return { ...settingOf(target as ParsedNode, walk, depth + 1), at };
  walk.findings.push(
    finding('CONF-001', {
      message:
        `"*${node.source ?? ''}" repeats a value, ` +
        `but no value before it is named "&${node.source ?? ''}".`,
      at,
    }),
  );
  return { kind: 'scalar', value: null, at };
}

function mapSetting(node: YAMLMap.Parsed, walk: Walk, depth: number, at: Span): SettingNode {
  const entries = new Map<string, { at: Span; value: SettingNode }>();
  for (const pair of node.items) {
    const keyAt = placeOfNode(pair.key, walk);
    const key = keyWord(pair.key);
    const fault = keyFault(key, keyAt, entries.get(key ?? '')?.at);
    if (fault) walk.findings.push(fault);
    if (key === undefined || FORBIDDEN_KEYS.has(key) || entries.has(key)) continue;
    entries.set(key, {
      at: keyAt,
      value: pair.value ? settingOf(pair.value, walk, depth + 1) : { kind: 'scalar', value: null, at: keyAt },
    });
  }
  return { kind: 'map', entries, at };
}

function keyWord(key: ParsedNode): string | undefined {
  return isScalar(key) && key.value !== null ? key.source : undefined;
}

function keyFault(key: string | undefined, at: Span, first: Span | undefined): Finding | undefined {
  if (key === undefined)
    return finding('CONF-003', { message: 'A key must be a word.', at, hint: 'Write `key: value`.' });
  if (FORBIDDEN_KEYS.has(key)) return refused(at, `The key "${key}" is not allowed.`);
  if (!first) return undefined;
  return finding('CONF-021', {
    message: `The key "${key}" is given twice.`,
    at,
    related: [{ at: first, message: 'first given here' }],
    hint: 'Keep one of the two.',
  });
}

/**
 * The value a scalar stands for. A number whose digits would not survive (`1.10`, `007`, `1e3`) stays as it
 * is written, because in a book's settings it is a price, a number of a series or a code.
 */
function scalarValue(node: Scalar): string | number | boolean | null {
  const { value, source } = node;
  if (typeof value === 'number') return String(value) === source ? value : (source ?? String(value));
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : (source ?? null);
}

function placeOfNode(node: ParsedNode, walk: Walk): Span {
  const start = node.range[0];
  if (!isScalar(node) || (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED'))
    return walk.spanAt(start);
  // The words of a block scalar begin on the line below its mark: | or >
  const words = /[^\n]*\n\s*/y;
  words.lastIndex = start;
  return walk.spanAt(words.test(walk.yaml) ? words.lastIndex : start);
}

// What the YAML parser complains of, in an author's words.

/** The place of a character, counted from the start of the YAML. */
type SpanAt = (offset: number) => Span;

const TOO_DEEP = 'Lists or keys are nested too deeply.';

/** CONF-001 with the parser's own reason, or CONF-022 where it met what is refused. */
function yamlFinding(error: YAMLError, spanAt: SpanAt): Finding {
  if (error.code === 'MULTIPLE_DOCS')
    return refused(spanAt(error.pos[0]), 'A settings file holds one document, and here a second one begins.');
  if (/call stack/i.test(error.message)) return refused(spanAt(0), TOO_DEEP);
  const reason = error.message
    .replace(/[.\s]+$/, '')
    .replace(/"quote/, 'double quotation mark')
    .replace(/'quote/, 'single quotation mark');
  return finding('CONF-001', {
    message: `The YAML does not parse: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`,
    at: spanAt(error.pos[0]),
    hint:
      HINTS[error.code] ??
      'Look at the indentation, and put values that hold a colon or begin with a mark in quotes.',
  });
}

const HINTS: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  TAB_AS_INDENT: 'Indent with spaces.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a value that holds a colon in quotes.',
  MISSING_CHAR: 'Close the quotation mark or the bracket.',
};

/** CONF-022 for a tag: `!!js/function`. */
function tagFault(error: YAMLError, spanAt: SpanAt): Finding {
  return refused(spanAt(error.pos[0]), 'Tags beginning with "!" are not allowed here.');
}

/** CONF-022. */
function refused(at: Span, message: string): Finding {
  return finding('CONF-022', { message, at, hint: 'Write plain keys and values.' });
}
