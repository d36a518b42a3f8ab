// The schemas as JSON Schema: for editors that complete and check as an author writes, and for our own
// findings.
import { z } from 'zod';
import { SYNONYMS } from '../synonyms.js';
import { bookSchema } from './book.js';
import { BOOK_KEYS } from './book-keys.js';
import { castSchema } from './cast.js';
import { frontMatterSchema } from './front-matter.js';
import { profileSchema } from './profile.js';
import { themeSchema } from './theme.js';

/** The part of JSON Schema 2020-12 that the schemas make use of. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** JSON Schema of book.yml. */
export function bookSchemaJson(): JsonSchema {
  return { title: 'Foldmark book.yml', ...withSynonyms(bookKeysSchema()) };
}

/** The same without the other spellings of its keys. */
export function bookKeysSchema(): JsonSchema {
  return described(jsonSchemaOf(bookSchema), '');
}

/** Editors know the other spellings too, and say what they stand for. */
function withSynonyms(schema: JsonSchema): JsonSchema {
  const entries = Object.entries(SYNONYMS).map(([name, { means, read }]) => ({
    steps: name.split('.'),
    description: `The same as "${means.join(': ')}".`,
    target: read ? {} : referenceTo(means, schema),
  }));
  const added = (holder: string | undefined): Record<string, JsonSchema> =>
    Object.fromEntries(
      entries
        .filter(({ steps }) => (steps.length === 1 ? undefined : steps[0]) === holder)
        .map(({ steps, description, target }) => [steps.at(-1) ?? '', { ...target, description }]),
    );
  const extended = (inner: JsonSchema, key: string): JsonSchema => ({
    ...inner,
    ...(inner.properties ? { properties: { ...inner.properties, ...added(key) } } : {}),
    ...(inner.anyOf ? { anyOf: inner.anyOf.map((choice) => extended(choice, key)) } : {}),
  });
  const properties = Object.entries(schema.properties ?? {}).map(
    ([key, inner]) => [key, extended(inner, key)] as const,
  );
  return { ...schema, properties: { ...Object.fromEntries(properties), ...added(undefined) } };
}

/** A value with a reading of its own, or within a choice, is not checked by the editor. */
function referenceTo(path: readonly string[], schema: JsonSchema): JsonSchema {
  const found = path.reduce<JsonSchema | undefined>((holder, key) => holder?.properties?.[key], schema);
  return found ? { $ref: `#/${path.flatMap((key) => ['properties', key]).join('/')}` } : {};
}

/** The schema with what each key means, where editors show it. */
function described(schema: JsonSchema, path: string): JsonSchema {
  const facts = BOOK_KEYS[path];
  const inside = (key: string): string => (path === '' ? key : `${path}.${key}`);
  return {
    ...schema,
    ...(facts && {
      description: facts.usual === undefined ? facts.about : `${facts.about} Default: ${facts.usual}.`,
    }),
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([key, one]) => [key, described(one, inside(key))]),
      ),
    }),
    ...(schema.items && { items: described(schema.items, `${path}[]`) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map((one) => withOwnDescription(described(one, path), one)) }),
  };
}

/** The choice itself says the meaning, and not each of its ways again. */
function withOwnDescription(
  { description: _, ...rest }: JsonSchema,
  { description }: JsonSchema,
): JsonSchema {
  return description === undefined ? rest : { ...rest, description };
}

/** JSON Schema of cast.yml. */
export function castSchemaJson(): JsonSchema {
  return { ...jsonSchemaOf(castSchema), title: 'Foldmark cast.yml' };
}

/** JSON Schema of theme.yml. */
export function themeSchemaJson(): JsonSchema {
  return { title: 'Foldmark theme.yml', ...jsonSchemaOf(themeSchema) };
}

/** JSON Schema of a printer's profile. */
export function profileSchemaJson(): JsonSchema {
  return { title: 'Foldmark printer profile', ...jsonSchemaOf(profileSchema) };
}

/** JSON Schema of a Markdown file's front matter. */
export function frontMatterSchemaJson(): JsonSchema {
  return { title: 'Foldmark front matter', ...jsonSchemaOf(frontMatterSchema) };
}

/** What an author may write for a schema, before it is read: kebab-case keys, words and measures as text. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
}

/** The schemas that may hold at a path: several where there is a choice. */
export function schemasAt(schema: JsonSchema, path: readonly PropertyKey[]): readonly JsonSchema[] {
  if (schema.anyOf)
    return [...(path.length === 0 ? [schema] : []), ...schema.anyOf.flatMap((one) => schemasAt(one, path))];
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  const next = typeof step === 'number' ? schema.items : inMap(schema, String(step));
  return next ? schemasAt(next, rest) : [];
}

function inMap(schema: JsonSchema, key: string): JsonSchema | undefined {
  const known =
    schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
  return known ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
}
