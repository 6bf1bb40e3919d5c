import type { DocumentNode, FieldNode, GraphQLSchema, SelectionSetNode } from 'graphql';
import { fragmentsOf } from './fragments';
import { readValue, type Variables, withDefaults } from './given-values';
import { createIntrospection, wholeSize } from './introspection-size';
import { keyCost } from './key-cost';
import { readingOf } from './lists-of';
import { argumentCost, listsCost, measureArgument } from './measure-argument';

/** What a query is weighed with. */
export interface Weights {
  /** Items of a list whose length a caller could name and does not. */
  listSize: number;
  /** The same of a list that one entry has, such as its topics: Strapi would give as many, but few entries have them. */
  ofEntry: number;
  /** Items of a list whose length nobody can name, such as the reasons of a link. */
  shortList: number;
  /** Items at most: what a caller asks for beyond it is not given either. */
  maxSize: number;
  /** A field that looks something up: one with arguments that gives objects. */
  lookup: number;
  /** An entry of Strapi's that another leads to: it is looked up for each. */
  relation: number;
  /** A story page or a front, beside its teasers: it is filled whole, whatever is selected of it. */
  page: number;
  /** How many there are in all, of a list of which one page is asked for. */
  count: number;
  /** All that clients ask of the schema, once: introspection of a part of it costs that part. */
  wholeSchema: number;
}

/** `listSize` and `maxSize` are Strapi's own `defaultLimit` and `maxLimit`. */
export const WEIGHTS: Weights = {
  listSize: 25,
  ofEntry: 5,
  shortList: 3,
  maxSize: 100,
  lookup: 10,
  relation: 3,
  page: 50,
  count: 100,
  wholeSchema: 5_000,
};

/** More than this many times the whole schema is not counted any further: it is too much whatever the limit. */
const MOST_SCHEMAS = 10;
/** Strapi's type of how many entries and pages there are. */
const COUNTS = 'Pagination';

/** Arguments that say how many items there will be, and lists of names of which each is an item. */
const SIZES = ['limit', 'pageSize'];
const LISTS_OF_NAMES = ['sections'];

interface Field {
  type: FieldType;
  args: readonly { name: string }[];
}

interface FieldType {
  toString(): string;
  ofType?: FieldType;
  name?: string;
  getFields?(): Record<string, Field>;
  getTypes?(): unknown;
}

function namedType(type: FieldType): FieldType {
  return type.ofType ? namedType(type.ofType) : type;
}

const isList = (type: FieldType) => type.toString().startsWith('[');
/** Entries of Strapi's, which have a document id, unlike what this plugin makes. */
const isEntry = (type: FieldType) => Boolean(type.getFields?.().documentId && type.getFields().createdAt);
const isComposite = (type: FieldType) => Boolean(type.getFields ?? type.getTypes);

/** Sizes of the lists that a field's own arguments name. */
interface Sizes {
  items: number | null;
  names: number | null;
}

/** A number out of bounds (`-1` asks for everything) counts as the most that there can be. */
function sizeOf(value: unknown, { maxSize }: Weights): number | null {
  if (typeof value !== 'number') return null;
  return value >= 0 && value <= maxSize ? value : maxSize;
}

function sizesOf(node: FieldNode, variables: Variables, weights: Weights): Sizes {
  const sizes: Sizes = { items: null, names: null };
  for (const argument of node.arguments ?? []) {
    const value = readValue(argument.value, variables);
    const name = argument.name.value;
    if (SIZES.includes(name)) sizes.items = sizeOf(value, weights) ?? sizes.items;
    if (LISTS_OF_NAMES.includes(name)) sizes.names = Array.isArray(value) ? value.length : null;
    if (name === 'pagination' && typeof value === 'object' && value !== null) {
      for (const size of SIZES) sizes.items = sizeOf((value as Variables)[size], weights) ?? sizes.items;
    }
  }
  return sizes;
}

interface Costing {
  operationName?: string | null;
  weights?: Weights;
  /** Types of what is filled whole, whatever is selected of it: story pages and fronts. */
  pages?: ReadonlySet<string>;
}

/**
 * What an operation may cost at most, before it is run: each field counts 1, one that looks something up more, and all
 * of it as often as the lists around it have items. What is filled whole costs what filling takes, or what is selected of
 * it where that is more. Each alias counts. Introspection costs the part of the schema that it
 * asks for, arguments what they hold beyond the usual. Time and memory grow with the length of the document alone, whatever
 * its fragments spread.
 *
 * @param document - One that Strapi's schema allows.
 * @param variables - As the caller sent them.
 * @example queryCost(schema, parse('{ stories(pagination: { limit: 2 }) { title } }')) // → 12
 */
export function queryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables = {},
  { operationName, weights = WEIGHTS, pages = new Set() }: Costing = {}
): number {
  const fragments = fragmentsOf(document);
  const typeNamed = (name: string) => schema.getType(name) as FieldType | undefined;
  const root = schema.getQueryType() as FieldType | null | undefined;
  const known = new Map<string, number>();
  const given = withDefaults(document, variables);
  const whole = wholeSize(schema);
  const introspection = createIntrospection(schema, fragments, whole * MOST_SCHEMAS);

  /** @param inherited - Length of the lists right below, where the field above names it. */
  function costOf(set: SelectionSetNode, parent: FieldType | undefined, inherited: number | null): number {
    let sum = 0;
    for (const node of set.selections) {
      if (node.kind === 'Field') sum += costOfField(node, parent, inherited);
      else if (node.kind === 'InlineFragment') {
        const type = node.typeCondition ? typeNamed(node.typeCondition.name.value) : parent;
        sum += costOf(node.selectionSet, type, inherited);
      } else sum += costOfFragment(node.name.value, inherited);
    }
    return sum;
  }

  function costOfFragment(name: string, inherited: number | null): number {
    const key = `${name} ${inherited}`;
    const fragment = fragments.get(name);
    if (!fragment) return 0;
    let cost = known.get(key);
    if (cost === undefined) {
      // One that spreads itself is refused as such; here it only must come to an end.
      known.set(key, 0);
      cost = costOf(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value), inherited);
      known.set(key, cost);
    }
    return cost;
  }

  function costOfIntrospection(node: FieldNode): number {
    if (!node.selectionSet) return 1;
    const named = node.arguments?.find((argument) => argument.name.value === 'name')?.value;
    const name = named?.kind === 'StringValue' ? named.value : named && readValue(named, given);
    const values =
      node.name.value === '__schema'
        ? introspection.ofSchema(node.selectionSet)
        : introspection.ofType(name, node.selectionSet);
    return keyCost(node) + Math.ceil((values / whole) * weights.wholeSchema);
  }

  function argumentsCost(node: FieldNode, atRoot: boolean): number {
    let [sum, ordered, lists] = [0, 0, 0];
    for (const { name, value } of node.arguments ?? []) {
      const measured = measureArgument(value, given, readingOf(schema, name.value));
      sum += argumentCost(name.value, measured, atRoot);
      lists += measured.lists;
      if (name.value === 'sort') ordered += measured.lists;
    }
    return sum + listsCost(ordered, lists);
  }

  function ownCost(field: Field, parent: FieldType | undefined): number {
    const type = namedType(field.type);
    if (type.name === COUNTS) return weights.count;
    if (isComposite(type) && field.args.length > 0) return weights.lookup;
    return isEntry(type) && parent !== undefined && isEntry(parent) ? weights.relation : 1;
  }

  function costOfField(node: FieldNode, parent: FieldType | undefined, inherited: number | null): number {
    const name = node.name.value;
    // Clients ask for it everywhere; under one name it is given once.
    if (name === '__typename') return node.alias ? keyCost(node) : 0;
    if (name === '__schema' || name === '__type') return costOfIntrospection(node);
    const field = parent?.getFields?.()[name];
    const asked = argumentsCost(node, parent === root);
    if (!field || !node.selectionSet) return keyCost(node) + asked;
    const { items, names } = sizesOf(node, given, weights);
    const own = ownCost(field, parent) + keyCost(node) - 1 + asked;
    const canBeNamed = field.args.some((argument) => SIZES.includes(argument.name) || argument.name === 'pagination');
    const unnamed = parent === root ? weights.listSize : weights.ofEntry;
    // A connection's `nodes` are as many as it was asked for.
    const handedDown = items ?? (field.args.some(({ name: one }) => one === 'pagination') ? unnamed : null);
    if (!isList(field.type)) {
      const type = namedType(field.type);
      const filled = pages.has(type.name ?? '') ? weights.page + (canBeNamed ? (items ?? unnamed) : 0) : 0;
      return own + Math.max(filled, costOf(node.selectionSet, type, handedDown));
    }
    const length = names ?? items ?? inherited ?? (canBeNamed ? unnamed : weights.shortList);
    // A list of named sections has a list of length `limit` for each.
    const below = names === null ? null : items;
    // Each of those is filled with its own.
    const filled = names === null ? 0 : names * (items ?? weights.ofEntry);
    return own + Math.max(filled, length * costOf(node.selectionSet, namedType(field.type), below));
  }

  let total = 0;
  for (const node of document.definitions) {
    if (node.kind !== 'OperationDefinition') continue;
    if (operationName && node.name?.value !== operationName) continue;
    total += costOf(node.selectionSet, schema.getRootType(node.operation as never) as FieldType | undefined, null);
  }
  return total;
}
