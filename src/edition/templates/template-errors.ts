// Handlebars' errors as findings: what is wrong, in which template, on which line, and what was probably
// meant.
import { closest } from '../../config/decode-text.js';
import { finding, type Finding } from '../../model/finding.js';
import { partialsNamed, type TemplateTree } from './handlebars.js';

export type Context = Readonly<Record<string, unknown>>;

export function templateFinding(error: unknown, path: string): Finding {
  const message = messageOf(error);
  const line = Number(/on line (\d+)/.exec(message)?.[1] ?? placeIn(error)?.line ?? 1);
  const open = message.endsWith("got 'EOF'");
  const reason = message.startsWith('Parse error')
    ? expectation(message)
    : message.replace(/ - \d+:\d+$/, '');
  return finding('TPL-001', {
    message: `The template does not parse: ${open ? 'it ends before all its blocks are closed' : reason}.`,
    at: { path, line },
    ...(open && { hint: 'Every {{#if …}} needs its {{/if}}, every {{#each …}} its {{/each}}.' }),
  });
}

/** `path` is the template that the error came out of, a partial or the one that was asked for. */
export function renderFault(
  error: unknown,
  where: { readonly path: string; readonly context: Context },
): Finding {
  const message = messageOf(error);
  const place = placeIn(error);
  const at = { path: where.path, line: place?.line ?? 1, ...(place && { column: place.column }) };
  const name = /^"(.+)" not defined in /.exec(message)?.[1];
  if (name === undefined)
    return finding('TPL-005', { message: `The template fails: ${message.replace(/ - \d+:\d+$/, '')}.`, at });
  const like = closest(name, namesIn(where.context));
  return finding('TPL-002', {
    message: `The template names "${name}", which does not exist.`,
    at,
    ...(like && like !== name && { hint: `Did you mean "${like}"?` }),
  });
}

export function isMissingPartial(error: unknown): boolean {
  return /^The partial .+ could not be found/.test(messageOf(error));
}

export function unknownPartials(template: {
  readonly path: string;
  readonly tree: TemplateTree;
  readonly known: ReadonlySet<string>;
}): readonly Finding[] {
  const unknown = partialsNamed(template.tree).filter((one) => !template.known.has(one.name));
  return unknown.map(({ name, line, column }) => {
    const like = closest(name, template.known);
    return finding('TPL-003', {
      message: `There is no template called "${name}" to include.`,
      at: { path: template.path, line, column },
      ...(like && { hint: `Did you mean "${like}"?` }),
    });
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Handlebars counts columns from 0. */
function placeIn(error: unknown): { readonly line: number; readonly column: number } | undefined {
  const { lineNumber, column } = error as { lineNumber?: number; column?: number };
  return lineNumber === undefined ? undefined : { line: lineNumber, column: (column ?? 0) + 1 };
}

/** The parser lists every token it knows; what it met is all an author can use. */
function expectation(message: string): string {
  const [, shown = ''] = message.split('\n');
  return `something is wrong at "${shown.trim().slice(-40)}"`;
}

/** Every key that stands anywhere in what the template was given. */
function namesIn(value: unknown, seen = new Set<unknown>()): readonly string[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, seen));
  return Object.entries(value).flatMap(([key, inner]) => [key, ...namesIn(inner, seen)]);
}
