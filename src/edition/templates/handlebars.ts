// The door to Handlebars: an isolated instance that compiles strings only and is strict about every name.
import Handlebars from 'handlebars';

/** Handlebars' own second argument comes when the template is included by another. */
export type Compiled = (context: unknown, given?: Handlebars.RuntimeOptions) => string;
export type TemplateFunction = (...values: readonly unknown[]) => unknown;

/** A template's tree, opaque outside of this room. */
export type TemplateTree = hbs.AST.Program;

export interface TemplateEngine {
  /** Throws Handlebars' own error, with its line in the message, when the text does not parse. */
  parse(source: string, path: string): TemplateTree;
  compile(tree: TemplateTree): Compiled;
  /** `failed` hears of an error inside of the partial before those that include it do. */
  addPartial(name: string, run: Compiled, failed: (error: unknown) => void): void;
}

/** A new instance that knows only these functions, Handlebars' blocks, and partials added to it. */
export function openEngine(functions: Readonly<Record<string, TemplateFunction>>): TemplateEngine {
  const engine = Handlebars.create();
  for (const [name, said] of Object.entries(functions)) {
    engine.registerHelper(name, (...given: unknown[]) => said(...given));
  }
  // These two reach outside of what a template is given, or print to the console.
  engine.unregisterHelper('log');
  engine.unregisterHelper('lookup');
  const options = { strict: true, noEscape: false, knownHelpers: known(functions), preventIndent: true };
  return {
    parse: (source, path) => demandEveryName(engine.parse(source, { srcName: path })),
    compile: (tree) => {
      const run = engine.compile(tree, options);
      return (context, given) => run(context, given ?? OWN_VALUES);
    },
    addPartial: (name, run, failed) => {
      const include = (context: unknown, given: Handlebars.RuntimeOptions): string => {
        try {
          return run(context, given);
        } catch (error) {
          failed(error);
          throw error;
        }
      };
      engine.registerPartial(name, include as Handlebars.Template);
    },
  };
}

/**
 * What a value inherits is not given to templates; said outright, or Handlebars prints a warning each time.
 */
const OWN_VALUES = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false } as const;

/** Text that is markup already and is not escaped again. */
export function markup(html: string): { toHTML(): string } {
  return new Handlebars.SafeString(html);
}

/** Every name of a kind of statement in a tree, with its place. */
export function partialsNamed(
  tree: TemplateTree,
): readonly { readonly name: string; readonly line: number; readonly column: number }[] {
  const named: { name: string; line: number; column: number }[] = [];
  const visitor = new Handlebars.Visitor();
  const note = (node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): void => {
    if (node.name.type !== 'PathExpression') return;
    named.push({ name: node.name.original, line: node.loc.start.line, column: node.loc.start.column + 1 });
  };
  visitor.PartialStatement = note;
  visitor.accept(tree);
  return named;
}

function known(functions: Readonly<Record<string, TemplateFunction>>): Record<string, boolean> {
  return Object.fromEntries(Object.keys(functions).map((name) => [name, true]));
}

/**
 * Handlebars' strict mode lets a missing name pass when it is an argument (`{{#if boook}}`); marking each
 * path makes it strict there too (compiler.js, PathExpression).
 */
function demandEveryName(tree: TemplateTree): TemplateTree {
  const visitor = new Handlebars.Visitor();
  const visit = visitor.PathExpression.bind(visitor);
  visitor.PathExpression = (path) => {
    Object.assign(path, { strict: true });
    visit(path);
  };
  visitor.accept(tree);
  return tree;
}
