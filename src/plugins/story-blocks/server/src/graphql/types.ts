import { z } from 'zod';
import { blockSchema, metaSchema, railSchema, relatedLinkSchema } from '../../../shared/src';
import { type AnyBlock, typeOf } from '../blocks';
import { capitalized } from '../lib/capitalized';
import type { PageKind } from '../pages';
import { createTypes, printTypes } from './from-zod';

/** A block as GraphQL gives it where its type has no schema. */
const genericBlockSchema = z
  .object({ type: z.string(), data: z.record(z.string(), z.unknown()) })
  .meta({ graphql: 'GenericBlock', description: 'A block that another plugin registered without a type of its own.' });

/** Types of what is filled whole, whatever is selected of it, by their names in the schema. */
export const pageTypes = (typePrefix: string, kinds: readonly PageKind[]): Set<string> =>
  new Set(kinds.flatMap(({ graphql }) => (graphql ? `${typePrefix}${graphql.type}` : [])));

/** The types of pages; in GraphQL what REST gives beside `data` stands in it. */
function pageSchemas(kinds: readonly PageKind[]): z.ZodObject[] {
  const byName = new Map<string, z.ZodObject>();
  for (const { graphql, answer } of kinds) {
    if (!graphql || byName.has(graphql.type)) continue;
    const { data, meta } = answer.shape;
    const page = data.extend({ ...meta.shape, ...metaSchema.shape, blocks: z.array(blockSchema) });
    byName.set(graphql.type, page.meta({ graphql: graphql.type }));
  }
  return [...byName.values()];
}

/** What a type is called that its block gave no name. @example nameFor('desk.reading-time') // → 'DeskReadingTimeBlock' */
const nameFor = (component: string) => `${component.split(/\W+/).map(capitalized).join('')}Block`;

/** A block of ours by its `type`, with the name of its GraphQL type. */
function ourBlocks(add: (schema: z.ZodType) => string): [type: string, name: string][] {
  return blockSchema.options.flatMap((option): [string, string][] => {
    const { type } = option.shape;
    return type instanceof z.ZodLiteral ? [[type.value, add(option)]] : [];
  });
}

/** The block's own type: one that its plugin defines, else one made of its `output`. */
function addBlock(types: ReturnType<typeof createTypes>, { component, graphql, output }: AnyBlock): string | null {
  if (graphql) return graphql.type;
  if (!output) return null;
  const name = types.add(output, nameFor(component));
  const object = types.objects.get(name);
  if (!object) return null;
  object.fields = new Map([['type', { type: 'String!' }], ...object.fields]);
  return name;
}

/** All types that the plugin adds to the schema. */
export interface OurTypes {
  sdl: string;
  /** A type of ours by what it is called in the schema: with the prefix that the application sets. */
  rename(name: string): string;
  /** Types with those fields that are properties of what the field above gave. */
  plain: ReadonlyMap<string, readonly string[]>;
  /** The type of a block, by the block's `type`; one that is not there is the generic one. */
  ofBlock: ReadonlyMap<string, string>;
  genericBlock: string;
}

/**
 * Makes the plugin's GraphQL types of the schemas of its answers.
 *
 * @param blocks - The registered ones, as the kinds of page are: those of other plugins bring types too.
 * @throws {Error} where a block's type has the name of another one.
 */
export function ourTypes(typePrefix: string, blocks: readonly AnyBlock[], kinds: readonly PageKind[]): OurTypes {
  const types = createTypes();
  const generic = types.declare(genericBlockSchema);
  const ofBlock = new Map(ourBlocks(types.add));
  for (const schema of [relatedLinkSchema, railSchema, ...pageSchemas(kinds)]) types.add(schema);
  const own = new Set([...types.objects.keys(), ...types.enums.keys(), ...types.unions.keys()]);
  const rename = (name: string) => (own.has(name) ? `${typePrefix}${name}` : name);

  const members = types.unions.get('StoryBlock') ?? [];
  for (const block of blocks) {
    const type = typeOf(block.component);
    const name = ofBlock.has(type) ? null : addBlock(types, block);
    if (!name) continue;
    ofBlock.set(type, name);
    if (!members.includes(name)) members.push(name);
  }
  return {
    sdl: printTypes(types, rename),
    rename,
    plain: new Map([...types.objects].map(([name, { fields }]) => [rename(name), [...fields.keys()]])),
    ofBlock: new Map([...ofBlock].map(([type, name]) => [type, rename(name)])),
    genericBlock: rename(generic),
  };
}
