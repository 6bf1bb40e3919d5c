import type { FieldNode, FragmentDefinitionNode, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql';
import { keyCost } from './key-cost';

/** What introspection tells of: the schema itself, and its parts. */
type Kind = 'schema' | 'type' | 'field' | 'input' | 'value' | 'directive';
/** A part of the schema, as graphql-js keeps it: only what leads to other parts. */
interface Part {
  description?: string | null;
  type?: Part;
  ofType?: Part;
  args?: readonly Part[];
  getFields?(): Record<string, Part>;
  getInterfaces?(): readonly Part[];
  getTypes?(): readonly Part[];
  getValues?(): readonly Part[];
  resolveType?: unknown;
}
/** Parts, each with how often it is told of at this place. */
type Counted = ReadonlyMap<Part, number>;

const CHARACTERS_A_VALUE = 50;

/** Where a field of introspection leads: to parts of which kind, and which they are. Every other field is a value. */
const LEADS: Record<string, [from: Kind[], to: Kind, parts: (part: Part, schema: GraphQLSchema) => readonly Part[]]> = {
  types: [['schema'], 'type', (_, schema) => Object.values(schema.getTypeMap()) as Part[]],
  queryType: [['schema'], 'type', (_, schema) => present(schema.getQueryType())],
  mutationType: [['schema'], 'type', (_, schema) => present(schema.getMutationType())],
  subscriptionType: [['schema'], 'type', (_, schema) => present(schema.getSubscriptionType())],
  directives: [['schema'], 'directive', (_, schema) => schema.getDirectives() as readonly Part[]],
  fields: [['type'], 'field', (part) => (part.getInterfaces ? Object.values(part.getFields?.() ?? {}) : [])],
  inputFields: [['type'], 'input', (part) => (part.getInterfaces ? [] : Object.values(part.getFields?.() ?? {}))],
  interfaces: [['type'], 'type', (part) => part.getInterfaces?.() ?? []],
  possibleTypes: [
    ['type'],
    'type',
    (part, schema) => ('resolveType' in part ? (schema.getPossibleTypes(part as never) as readonly Part[]) : []),
  ],
  enumValues: [['type'], 'value', (part) => part.getValues?.() ?? []],
  ofType: [['type'], 'type', (part) => present(part.ofType)],
  args: [['field', 'directive'], 'input', (part) => part.args ?? []],
  type: [['field', 'input'], 'type', (part) => present(part.type)],
};

const present = (part: unknown): Part[] => (part ? [part as Part] : []);

/** What clients ask of a schema, at most: graphql-js's `getIntrospectionQuery` with all that it can be told to ask for. */
const WHOLE = `queryType{name kind} mutationType{name kind} subscriptionType{name kind} description
  types{TYPE} directives{name description isRepeatable locations args{INPUT}}`;

/** As many wrappings as graphql-js asks for: lists of lists, each with and without nulls. */
const REFERENCE = 'kind name ofType{'.repeat(9).concat('kind name', '}'.repeat(9));
const INPUT = `name description type{${REFERENCE}} defaultValue isDeprecated deprecationReason`;
const TYPE = `kind name description specifiedByURL isOneOf
  fields{name description args{${INPUT}} type{${REFERENCE}} isDeprecated deprecationReason}
  inputFields{${INPUT}} interfaces{${REFERENCE}} possibleTypes{${REFERENCE}}
  enumValues{name description isDeprecated deprecationReason}`;

/** Reads names and braces alone, so that no parser of GraphQL has to be there. */
function selectionsOf(text: string): SelectionSetNode {
  const root: FieldNode[] = [];
  const levels: FieldNode[][] = [root];
  for (const [token] of text.matchAll(/\w+|[{}]/g)) {
    const here = levels[levels.length - 1];
    if (token === '}') levels.pop();
    else if (token === '{') {
      const below: FieldNode[] = [];
      const last = here[here.length - 1];
      here[here.length - 1] = { ...last, selectionSet: { kind: 'SelectionSet', selections: below } } as FieldNode;
      levels.push(below);
    } else here.push({ kind: 'Field', name: { kind: 'Name', value: token } } as FieldNode);
  }
  return { kind: 'SelectionSet', selections: root as SelectionNode[] } as SelectionSetNode;
}

const wholes = new WeakMap<GraphQLSchema, number>();

/** Values of the answer to everything that clients ask of a schema: it is read once. */
export function wholeSize(schema: GraphQLSchema): number {
  let size = wholes.get(schema);
  if (size === undefined) {
    const asked = selectionsOf(WHOLE.replace('TYPE', TYPE).replace('INPUT', INPUT));
    size = createIntrospection(schema, new Map(), Number.POSITIVE_INFINITY).ofSchema(asked);
    wholes.set(schema, size);
  }
  return size;
}

/**
 * Counts the values that introspection would answer with, by what this very schema has: how many types, fields of each,
 * arguments of each. The work is no more than the answer has values, and ends at `most` for all that is asked of it.
 */
export function createIntrospection(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  most: number
) {
  let values = 0;

  function step(node: FieldNode, kind: Kind, parts: Counted): void {
    const name = node.name.value;
    const told = [...parts.values()].reduce((sum, times) => sum + times, 0);
    values += told * keyCost(node);
    if (name === 'description') {
      for (const [part, times] of parts) {
        values += times * Math.floor((part.description?.length ?? 0) / CHARACTERS_A_VALUE);
      }
    }
    const lead = LEADS[name];
    if (!lead?.[0].includes(kind) || !node.selectionSet) return;
    const [, to, partsOf] = lead;
    const below = new Map<Part, number>();
    for (const [part, times] of parts) {
      for (const one of partsOf(part, schema)) below.set(one, (below.get(one) ?? 0) + times);
    }
    visit(node.selectionSet, to, below);
  }

  function visit(set: SelectionSetNode, kind: Kind, parts: Counted): void {
    if (parts.size === 0) return;
    for (const node of set.selections) {
      if (values > most) return;
      if (node.kind === 'Field') step(node, kind, parts);
      else if (node.kind === 'InlineFragment') visit(node.selectionSet, kind, parts);
      else {
        const fragment = fragments.get(node.name.value);
        if (fragment) visit(fragment.selectionSet, kind, parts);
      }
    }
  }

  const counted = (kind: Kind, part: Part) => (set: SelectionSetNode) => {
    const before = values;
    visit(set, kind, new Map([[part, 1]]));
    return values > most ? most : values - before;
  };

  return {
    /** Values below `__schema`. */
    ofSchema: counted('schema', {}),
    /** Values below `__type(name: …)`; none where there is no such type. */
    ofType(name: unknown, set: SelectionSetNode): number {
      const type = typeof name === 'string' ? schema.getType(name) : undefined;
      return type ? counted('type', type as Part)(set) : 0;
    },
  };
}
