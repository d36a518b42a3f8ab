// All templates of an edition, ready to be filled in; every fault of theirs is a finding at its line.
import { decodeText } from '../../config/decode-text.js';
import { finding, type Finding } from '../../model/finding.js';
import { type ElementNode, type Flow } from '../../model/flow.js';
import type { ThemeSettings } from '../../model/theme.js';
import type { World } from '../../model/world.js';
import { removeUnsafe } from '../template-safety.js';
import { readHtml } from '../template-html.js';
import { templateFiles, type FoundFile } from '../theme-files.js';
import {
  isMissingPartial,
  templateFinding,
  renderFault,
  unknownPartials,
  type Context,
} from './template-errors.js';
import { templateFunctions, type FunctionSources } from './template-functions.js';
import { openEngine, type Compiled, type TemplateEngine, type TemplateTree } from './handlebars.js';
import { openSlots, type Slots } from './text-slots.js';

export interface Templates {
  has(name: string): boolean;
  /** The file that a finding about this template names. */
  pathOf(name: string): string;
  /** What the template writes, its slots filled; empty when it fails, which is then reported. */
  render(name: string, context: Context): Flow;
  /** The same as text, for what is not part of the flow; slots stay empty. */
  write(name: string, context: Context): string;
  readonly slots: Slots;
}

interface Template {
  readonly name: string;
  readonly path: string;
  readonly tree: TemplateTree;
  readonly run: Compiled;
}

/** Reads and parses every template. Findings: TPL-001 to TPL-005 and TPL-007, and those of decodeText. */
export function openTemplates(
  order: FunctionSources & { readonly world: World; readonly theme: ThemeSettings },
): Templates {
  const { report } = order;
  const engine = openEngine(templateFunctions(order));
  const files = [...templateFiles(order.world, order.theme)];
  const templates = new Map(files.flatMap(([name, file]) => read(name, file, { engine, report })));
  /** The partials that an error came through, the innermost first. */
  const failed: string[] = [];
  for (const { name, run } of templates.values()) engine.addPartial(name, run, () => failed.push(name));
  const known = new Set(files.map(([name]) => name));
  const unknown = [...templates.values()].flatMap(({ path, tree }) => unknownPartials({ path, tree, known }));
  unknown.forEach(report);

  const write = (name: string, context: Context): string => {
    const template = templates.get(name);
    if (!template) return '';
    failed.length = 0;
    try {
      return template.run(context);
    } catch (error) {
      // A partial that does not exist was reported at every place that includes it.
      if (!(unknown.length > 0 && isMissingPartial(error)))
        report(
          renderFault(error, { path: templates.get(failed[0] ?? name)?.path ?? template.path, context }),
        );
      return '';
    }
  };

  const found = new Map(files);
  const pathOf = (name: string): string => found.get(name)?.path ?? `templates/${name}.hbs`;
  const slots = openSlots();
  const render = (name: string, context: Context): Flow => {
    const flow = removeUnsafe(readHtml(write(name, context)), (what) => {
      report(harmful(what, pathOf(name)));
    });
    for (const node of slots.misplaced(flow))
      report(markupInAttribute(node, templates.get(name)?.path ?? name));
    return slots.fill(flow);
  };
  return { has: (name) => found.has(name), pathOf, render, write, slots };
}

interface Reading {
  readonly engine: TemplateEngine;
  readonly report: (found: Finding) => void;
}

function read(
  name: string,
  file: FoundFile,
  { engine, report }: Reading,
): readonly (readonly [string, Template])[] {
  const source = decodeText(file.bytes, file.path);
  source.diagnostics.forEach(report);
  if (source.value === undefined) return [];
  try {
    const tree = engine.parse(source.value, file.path);
    return [[name, { name, path: file.path, tree, run: engine.compile(tree) }]];
  } catch (error) {
    report(templateFinding(error, file.path));
    return [];
  }
}

function harmful(what: string, path: string): Finding {
  return finding('TPL-012', {
    message: `The template writes ${what}, which is left out.`,
    at: { path, line: 1 },
    hint: 'Delete it; drawings and styles without addresses may stay.',
  });
}

function markupInAttribute(node: ElementNode, path: string): Finding {
  return finding('TPL-007', {
    message: `A value with markup stands in an attribute of <${node.tag}>.`,
    at: { path, line: 1 },
    hint: 'Use the plain variant of the value, such as part.plainTitle.',
  });
}
