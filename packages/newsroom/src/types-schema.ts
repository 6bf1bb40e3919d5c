import { z } from 'zod';
import { type ConceptKind, factsOf, KINDS, type Kind } from './kinds';

/** The fields of each kind that a plugin cannot do without. A plugin that needs a story's needs a story type, too. */
export type NeededFields = { readonly [K in Kind]?: readonly (keyof (typeof KINDS)[K])[] };

type Flat<Shape> = { [Key in keyof Shape]: Shape[Key] };
type FieldOf<Facts> = Facts extends { parts: infer Parts }
  ? Flat<{ field: string } & { -readonly [Part in keyof Parts]: string }>
  : string;
type NeededOf<Needed, K> = K extends keyof Needed
  ? Needed[K] extends readonly (infer Field)[]
    ? Field
    : never
  : never;
type FieldsOf<K extends Kind, Needed> = Flat<
  {
    -readonly [F in keyof (typeof KINDS)[K] as F extends NeededOf<Needed, K> ? F : never]: FieldOf<
      (typeof KINDS)[K][F]
    >;
  } & {
    -readonly [F in keyof (typeof KINDS)[K] as F extends NeededOf<Needed, K> ? never : F]?: FieldOf<
      (typeof KINDS)[K][F]
    >;
  }
>;
type TypeOf<K extends Kind, Needed> = { uid: string; fields: FieldsOf<K, Needed> };

/** `types` of a mapping, by kind: several types of stories, one of each other kind. */
export type MappedTypes<Needed extends NeededFields> = Flat<
  (Needed extends { story: readonly unknown[] }
    ? { story: TypeOf<'story', Needed>[] }
    : { story?: TypeOf<'story', Needed>[] }) & { [K in ConceptKind]?: TypeOf<K, Needed> }
>;

const name = z.string().min(1);
const uid = z.string().regex(/^(api|plugin)::/, 'is no content type\'s uid such as "api::story.story"');

/** A component: the name of its field, or that with the names of what it holds. */
const withParts = (parts: Readonly<Record<string, string>>) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? { field: value } : value),
    z.strictObject({
      field: name,
      ...Object.fromEntries(Object.entries(parts).map(([part, usual]) => [part, name.default(usual)])),
    })
  );

function typeSchema(kind: Kind, needed: readonly PropertyKey[] = []) {
  const fields = Object.keys(KINDS[kind]).map((key) => {
    const parts = factsOf(kind, key)?.parts;
    const field = parts ? withParts(parts) : name;
    return [key, needed.includes(key) ? field : field.optional()];
  });
  return z.strictObject({ uid, fields: z.strictObject(Object.fromEntries(fields)) });
}

/**
 * The schema of `types` in `config/newsroom`. Kinds and fields that {@link KINDS} does not have are refused.
 *
 * @param needed - What the mapping must have for the plugin that reads it.
 */
export function typesSchema<const Needed extends NeededFields>(needed: Needed): z.ZodType<MappedTypes<Needed>> {
  const list = z.array(typeSchema('story', needed.story));
  const asList = (value: unknown) => (Array.isArray(value) ? value : [value]);
  const { story: _story, ...rest } = KINDS;
  const concepts = (Object.keys(rest) as ConceptKind[]).map((kind) => [
    kind,
    typeSchema(kind, needed[kind]).optional(),
  ]);
  return z.strictObject({
    story: needed.story ? z.preprocess(asList, list.min(1)) : z.preprocess(asList, list).optional(),
    ...Object.fromEntries(concepts),
  }) as unknown as z.ZodType<MappedTypes<Needed>>;
}
