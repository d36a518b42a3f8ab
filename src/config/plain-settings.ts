// Settings that are no YAML as a settings tree: TOML, JSON, and the title block of pandoc.
import { parse as parseToml } from 'smol-toml';
import type { Span } from '../model/source-span.js';
import type { MapNode, SettingNode } from './settings-tree.js';

/** Far more than anyone writes by hand. */
const DEEPEST = 20;

/** A value as a tree; its keys stand where the text has them at the beginning of a line. */
export function settingsOf(value: unknown, from: { readonly text: string; readonly at: Span }): SettingNode {
  const lines = from.text.split('\n');
  const placeOfKey = (key: string): Span => {
    const found = lines.findIndex((line) => new RegExp(`^\\s*["']?${escaped(key)}["']?\\s*[=:]`).test(line));
    return found < 0 ? from.at : { ...from.at, line: from.at.line + found, column: 1 };
  };
  const walk = (node: unknown, at: Span, depth: number): SettingNode => {
    if (depth > DEEPEST || node === undefined || node === null) return { kind: 'scalar', value: null, at };
    if (Array.isArray(node)) return { kind: 'list', items: node.map((one) => walk(one, at, depth + 1)), at };
    if (node instanceof Date) return { kind: 'scalar', value: node.toISOString().slice(0, 10), at };
    if (typeof node === 'object') return mapOf(node, at, depth);
    return {
      kind: 'scalar',
      value: typeof node === 'number' || typeof node === 'boolean' || typeof node === 'string' ? node : null,
      at,
    };
  };
  const mapOf = (node: object, at: Span, depth: number): MapNode => ({
    kind: 'map',
    entries: new Map(
      Object.entries(node)
        .filter(([key]) => key !== '__proto__')
        .map(([key, inner]) => {
          const place = depth === 0 ? placeOfKey(key) : at;
          return [key, { at: place, value: walk(inner, place, depth + 1) }];
        }),
    ),
    at,
  });
  return walk(value, from.at, 0);
}

/** The reason where a text is no TOML. */
export function readToml(text: string): { readonly value: unknown } | { readonly reason: string } {
  try {
    return { value: parseToml(text) };
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
    return { reason: reason.replace(/^Invalid TOML document:\s*/, '') };
  }
}

/** `% Title`, `% First Author; Second Author`, `% Date`. */
export function titleBlockFields(text: string): Readonly<Record<string, unknown>> {
  const [title = '', authors = '', date = ''] = text
    .split(/^%/m)
    .slice(1)
    .map((field) => field.trim());
  const names = authors
    .split(/;|\n/)
    .map((name) => name.trim())
    .filter(Boolean);
  return {
    ...(title && { title: title.replace(/\s+/g, ' ') }),
    ...(names.length > 0 && { author: names }),
    ...(date && { date: date.replace(/\s+/g, ' ') }),
  };
}

function escaped(key: string): string {
  return key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
