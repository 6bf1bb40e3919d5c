import type { ValueNode } from 'graphql';

/** How much an argument holds. */
export interface Measured {
  /** Values, lists and objects in it. */
  nodes: number;
  /** How far they lie within each other. */
  depth: number;
  /** Characters of its texts and names, in all. */
  length: number;
  /** Steps of a filter into an entry that the one before leads to. */
  relations: number;
  /** Texts that a filter searches for. */
  searches: number;
  /** Steps of a filter or an order into many entries at once. */
  lists: number;
}

/** How an argument is read. */
export interface Reading {
  /** Names of fields that lead to many entries. */
  lists: ReadonlySet<string>;
  /** Whether its texts are orders, such as `topics.name:asc`. */
  isSort: boolean;
}

const LOGIC = new Set(['and', 'or', 'not']);
/** Operators that compare a field's own value. */
const COMPARES =
  /^(?:eqi?|nei?|lte?|gte?|(?:not)?in|(?:not)?containsi?|startsWithi?|endsWithi?|(?:not)?null|between|json\w*)$/i;

/** Those that look through every text of the archive, and take no index. */
const SEARCHES = /^(?:not)?(?:contains|startsWith|endsWith)i?$/i;

/** Entries of a list or an object, in a document or in a variable; `null` where the value is neither. */
type Entries = [name: string | null, value: unknown][] | null;

/** Values of a document and plain ones lie within each other there: told apart by where they stand. */
interface Open {
  value: unknown;
  isNode: boolean;
  depth: number;
}

function entriesOf({ value, isNode }: Open): Entries {
  if (isNode) {
    const node = value as ValueNode;
    if (node.kind === 'ListValue') return node.values.map((item) => [null, item]);
    return node.kind === 'ObjectValue' ? node.fields.map((field) => [field.name.value, field.value]) : null;
  }
  if (Array.isArray(value)) return value.map((item) => [null, item]);
  return typeof value === 'object' && value !== null ? Object.entries(value) : null;
}

function textOf({ value, isNode }: Open): string {
  const plain = isNode ? ('value' in (value as ValueNode) ? (value as { value: unknown }).value : '') : value;
  return typeof plain === 'string' ? plain : '';
}

const kept = new WeakMap<object, Map<string, Measured>>();

/** A variable may stand in thousands of places; it is read once a request. */
function measureVariable(name: string, variables: Record<string, unknown>, reading: Reading): Measured {
  const known = kept.get(variables) ?? new Map<string, Measured>();
  kept.set(variables, known);
  const key = `${reading.isSort ? 'sort' : reading.lists.size} ${name}`;
  let measured = known.get(key);
  if (!measured) {
    measured = measure({ value: variables[name], isNode: false, depth: 1 }, variables, reading);
    known.set(key, measured);
  }
  return measured;
}

/** Not by recursion: a value may nest without end. */
function measure(root: Open, variables: Record<string, unknown>, reading: Reading): Measured {
  const measured: Measured = { nodes: 0, depth: 0, length: 0, relations: 0, searches: 0, lists: 0 };
  const open: Open[] = [root];
  for (let here = open.pop(); here; here = open.pop()) {
    const node = here.isNode ? (here.value as ValueNode) : null;
    if (node?.kind === 'Variable') {
      const held = measureVariable(node.name.value, variables, reading);
      measured.nodes += held.nodes;
      measured.depth = Math.max(measured.depth, here.depth - 1 + held.depth);
      measured.length += held.length;
      measured.relations += held.relations;
      measured.searches += held.searches;
      measured.lists += held.lists;
      continue;
    }
    measured.nodes += 1;
    measured.depth = Math.max(measured.depth, here.depth);
    const text = textOf(here);
    measured.length += text.length;
    if (reading.isSort) measured.lists += text.split(/[.,:]/).filter((name) => reading.lists.has(name.trim())).length;
    for (const [name, value] of entriesOf(here) ?? []) {
      const child: Open = { value, isNode: here.isNode, depth: here.depth + 1 };
      measured.length += name?.length ?? 0;
      if (name !== null && leadsOn(name, child)) measured.relations += 1;
      if (name !== null && SEARCHES.test(name)) measured.searches += Math.max(1, entriesOf(child)?.length ?? 1);
      if (name !== null && reading.lists.has(name)) measured.lists += 1;
      open.push(child);
    }
  }
  return measured;
}

/** Measures an argument as it stands in a document, its variables put in. */
export const measureArgument = (argument: ValueNode, variables: Record<string, unknown>, reading: Reading): Measured =>
  measure({ value: argument, isNode: true, depth: 1 }, variables, reading);

function leadsOn(name: string, child: Open): boolean {
  if (LOGIC.has(name) || COMPARES.test(name)) return false;
  return (entriesOf(child) ?? []).some(([below]) => below !== null && !COMPARES.test(below));
}

/** Values and texts that every argument may hold without a cost, so that a plain question costs its fields alone. */
const FREE_NODES = 20;
const FREE_LENGTH = 500;
const CHARACTERS_A_UNIT = 50;

/** Each value of a filter is a comparison with each row; what is written is read once. */
const FILTER_VALUE = 3;
/** Each reads all texts of the archive. */
const SEARCH = 500;
/** Each makes a row of an entry as often as its list is long. */
const LIST_STEP = 500;
/** An order puts all these rows in order, where a filter ends at the first that fits: so many times a step's, of one to three. */
const ORDERED_STEPS = [1, 3, 12];
/** Cost at the root, where all entries are ordered or searched. */
const ORDER = 50;
const FILTERS = 50;
/** Asked for in each of its spellings, of now and before. */
const SLUG = 5;

/**
 * What an argument costs beyond what is free, but for the lists through which it leads.
 *
 * @param atRoot - Whether it asks all entries of a type, and not those of one other.
 */
export function argumentCost(name: string, measured: Measured, atRoot: boolean): number {
  const { nodes, length, relations, searches } = measured;
  const texts = Math.ceil(Math.max(0, length - FREE_LENGTH) / CHARACTERS_A_UNIT);
  const values = Math.max(0, nodes - FREE_NODES);
  const every = texts + 5 * relations;
  if (name === 'slug') return every + values + SLUG;
  if (name === 'sort') return every + values + (atRoot ? ORDER * Math.max(1, nodes - 1) : 0);
  return name === 'filters'
    ? every + FILTER_VALUE * values + SEARCH * searches + (atRoot ? FILTERS : 0)
    : every + values;
}

/**
 * What the lists cost through which a field's arguments lead.
 *
 * @param ordered - Those of its order.
 * @param all - With those of its filters.
 */
export const listsCost = (ordered: number, all: number): number =>
  LIST_STEP * (ordered > 0 ? (ORDERED_STEPS[all - 1] ?? Number.MAX_SAFE_INTEGER / LIST_STEP) : all);
