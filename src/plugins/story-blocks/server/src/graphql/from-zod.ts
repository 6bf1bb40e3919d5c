import { z } from 'zod';
import { capitalized } from '../lib/capitalized';

/** A field of a GraphQL type. */
interface Field {
  /** As SDL writes it, such as `[StoryTeaser!]!`. */
  type: string;
  description?: string;
}
interface ObjectType {
  description?: string;
  fields: Map<string, Field>;
}

/** The GraphQL types of some zod schemas, by their names. */
export interface GraphqlTypes {
  objects: Map<string, ObjectType>;
  enums: Map<string, string[]>;
  unions: Map<string, string[]>;
}

/** What a schema says of itself for GraphQL: `.meta({ graphql: 'StoryTeaser' })`; a name that OpenAPI has will do too. */
interface Meta {
  id?: unknown;
  graphql?: unknown;
  description?: string;
}

const JSON_SCALAR = 'JSON';
const SCALARS = new Set(['ID', 'String', 'Int', 'Float', 'Boolean', JSON_SCALAR]);
/** What GraphQL takes as a name; two underscores are its own. */
const GRAPHQL_NAME = /^(?!__)[A-Za-z_]\w*$/;

const metaOf = (schema: z.core.$ZodType): Meta => z.globalRegistry.get(schema) ?? {};

function nameOf(schema: z.core.$ZodType): string | null {
  const { graphql, id } = metaOf(schema);
  if (typeof graphql === 'string') return graphql;
  return typeof id === 'string' ? id : null;
}

/** A schema without what may stand around it, and whether it may be null or left out. */
function unwrap(schema: z.core.$ZodType, nullable = false): { inner: z.core.$ZodType; nullable: boolean } {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrap(schema.unwrap(), true);
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodCatch)
    return unwrap(schema.unwrap(), nullable);
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodNonOptional) return unwrap(schema.unwrap(), nullable);
  if (schema instanceof z.ZodLazy) return unwrap(schema.unwrap(), nullable);
  if (schema instanceof z.ZodPipe) return unwrap(schema.out, nullable);
  return { inner: schema, nullable };
}

/** The literals that a schema allows; null where it is no list of literals. */
function literalsOf(schema: z.core.$ZodType): unknown[] | null {
  if (schema instanceof z.ZodLiteral) return [...schema.values];
  return schema instanceof z.ZodEnum ? schema.options : null;
}

function scalarOf(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodNumber) return schema.isInt ? 'Int' : 'Float';
  if (schema instanceof z.ZodBoolean) return 'Boolean';
  const literals = literalsOf(schema);
  const isText = literals
    ? literals.every((value) => typeof value === 'string')
    : ['string', 'template_literal'].includes(schema._zod.def.type);
  return isText ? 'String' : JSON_SCALAR;
}

/** Whether the members of a union are told apart by their `type`. */
const hasTypeOfItsOwn = (option: z.core.$ZodType) =>
  option instanceof z.ZodObject && ['literal', 'template_literal'].includes(option.shape.type?._zod.def.type);

const equals = (a: ObjectType, b: ObjectType) =>
  JSON.stringify([...a.fields].map(([name, { type }]) => [name, type])) ===
  JSON.stringify([...b.fields].map(([name, { type }]) => [name, type]));

/**
 * Makes GraphQL types of zod schemas of answers.
 *
 * An object is a type, named by its `graphql` or `id` in `.meta()`, else after the field that holds it. A union whose
 * members have a `type` each is a union; any other union of objects is one type with the fields of all of them. Literals
 * with a name are an enum, without one a text. What GraphQL has no word for is `JSON`.
 *
 * @example
 * const types = createTypes();
 * types.add(z.object({ title: z.string(), url: z.string().nullable() }).meta({ graphql: 'Link' })); // → 'Link'
 * printTypes(types); // → type Link { title: String! url: String }
 */
export function createTypes() {
  const types: GraphqlTypes = { objects: new Map(), enums: new Map(), unions: new Map() };
  const declared = new Set<string>();
  const seen = new Map<z.core.$ZodType, string>();

  function add(schema: z.core.$ZodType, fallback: string): string {
    const { inner } = unwrap(schema);
    const name = nameOf(inner);
    if (name && SCALARS.has(name)) return name;
    if (inner instanceof z.ZodArray) return `[${reference(inner.element, fallback)}]`;
    if (inner instanceof z.ZodObject) return addObject(inner, name ?? fallback, [inner]);
    if (inner instanceof z.ZodUnion) return addUnion(inner, name ?? fallback);
    const literals = literalsOf(inner);
    const isEnum = literals?.every((value) => typeof value === 'string' && GRAPHQL_NAME.test(value));
    return name && literals && isEnum ? addEnum(name, literals) : scalarOf(inner);
  }

  function reference(schema: z.core.$ZodType, fallback: string): string {
    return `${add(schema, fallback)}${unwrap(schema).nullable ? '' : '!'}`;
  }

  function addEnum(name: string, literals: unknown[]): string {
    types.enums.set(name, [...new Set([...(types.enums.get(name) ?? []), ...literals.map(String)])]);
    return name;
  }

  function addUnion(union: z.ZodUnion, name: string): string {
    const options = union.options.map((option) => unwrap(option).inner);
    if (options.every(hasTypeOfItsOwn)) {
      // Known before its members: one of them may lead back to it.
      if (!types.unions.has(name)) {
        types.unions.set(name, []);
        types.unions.set(name, [...new Set(options.map((option, at) => add(option, `${name}${at + 1}`)))]);
      }
      return name;
    }
    const objects = options.filter((option) => option instanceof z.ZodObject);
    if (objects.length === options.length) return addObject(union, name, objects);
    const scalars = new Set(options.map((option) => add(option, name)));
    return scalars.size === 1 ? [...scalars][0] : JSON_SCALAR;
  }

  /** One type with the fields of several objects: what not all of them have may be null. */
  function addObject(schema: z.core.$ZodType, name: string, parts: z.ZodObject[]): string {
    const known = seen.get(schema);
    if (known) return known;
    seen.set(schema, name);
    if (declared.has(name)) return name;
    const { description } = metaOf(schema);
    const object: ObjectType = { description, fields: new Map() };
    const before = types.objects.get(name);
    if (!before) types.objects.set(name, object);
    for (const field of new Set(parts.flatMap(({ shape }) => Object.keys(shape)))) {
      const schemas = parts.flatMap(({ shape }) => shape[field] ?? []);
      if (GRAPHQL_NAME.test(field))
        object.fields.set(field, fieldOf(schemas, parts.length, `${name}${capitalized(field)}`));
    }
    if (before && !equals(before, object)) {
      throw new Error(`The GraphQL type ${name} is made of two schemas that differ: give one of them another name.`);
    }
    if (object.fields.size > 0) return name;
    types.objects.delete(name);
    seen.set(schema, JSON_SCALAR);
    return JSON_SCALAR;
  }

  function fieldOf(schemas: z.core.$ZodType[], parts: number, fallback: string): Field {
    const names = new Set(schemas.map((schema) => add(schema, fallback)));
    const nullable = schemas.length < parts || schemas.some((schema) => unwrap(schema).nullable);
    const { description } = nameOf(schemas[0]) && !SCALARS.has(String(nameOf(schemas[0]))) ? {} : metaOf(schemas[0]);
    return { type: `${names.size === 1 ? [...names][0] : JSON_SCALAR}${nullable ? '' : '!'}`, description };
  }

  return {
    ...types,
    /** Adds the types of a schema. @returns The name of its own. @throws {Error} for a name that two schemas have. */
    add: (schema: z.core.$ZodType, fallback = 'Unnamed') => add(schema, fallback),
    /** Adds a type that stands for every schema of its name, whatever that holds. */
    declare(schema: z.ZodObject): string {
      const name = add(schema, 'Unnamed');
      declared.add(name);
      return name;
    },
  };
}

/**
 * @param rename - What a type is called in the schema.
 * @returns The types as SDL.
 */
export function printTypes({ objects, enums, unions }: GraphqlTypes, rename = (name: string) => name): string {
  const described = (description: string | undefined) => (description ? `${JSON.stringify(description)} ` : '');
  const named = (type: string) => type.replace(/\w+/, rename);
  return [
    ...[...enums].map(([name, values]) => `enum ${rename(name)} { ${values.join(' ')} }`),
    ...[...objects].map(([name, { description, fields }]) => {
      const lines = [...fields].map(([field, one]) => `${described(one.description)}${field}: ${named(one.type)}`);
      return `${described(description)}type ${rename(name)} {\n  ${lines.join('\n  ')}\n}`;
    }),
    ...[...unions].map(([name, members]) => `union ${rename(name)} = ${members.map(rename).join(' | ')}`),
  ].join('\n');
}
