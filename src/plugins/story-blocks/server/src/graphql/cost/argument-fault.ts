import type {
  ArgumentNode,
  ConstDirectiveNode,
  DirectiveNode,
  DocumentNode,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import { type Variables, withDefaults } from './given-values';
import { readingOf } from './lists-of';
import { type Measured, measureArgument } from './measure-argument';

/** Why an argument is refused. */
export interface ArgumentFault {
  argument: string;
  message: string;
}

type Part = 'nodes' | 'depth' | 'length' | 'relations' | 'lists';

/** What one argument may hold: far more than a frontend asks for, far less than a database chokes on. */
const LIMITS: Record<Part, { most: number; of: string }> = {
  nodes: { most: 1_000, of: 'values' },
  depth: { most: 16, of: 'levels' },
  length: { most: 20_000, of: 'characters' },
  // Each becomes one or two joins; SQLite takes 64 of them.
  relations: { most: 16, of: 'relations' },
  // Each makes as many rows of an entry as its list is long: ten topics are ten, a hundred, a thousand.
  lists: { most: 3, of: 'steps through lists' },
};
/** Each may be a join as well. */
const MOST_SORTED = 16;
/** Names of an order, in all: through how many relations it leads. */
const MOST_ORDERS = 1_000;
/** Every row that its lists make is put in order. */
const MOST_LISTS_OF_AN_ORDER = 1;
/** What is written may be long, but nothing in an entry lies deeper. */
const WRITTEN = new Set(['data', 'input']);
const WRITTEN_DEPTH = 64;

/** @param through - The steps through lists of the field's other arguments, and its own. */
function faultOf(name: string, measured: Measured, through: number): string | null {
  if (WRITTEN.has(name)) {
    return measured.depth > WRITTEN_DEPTH ? `${name} has more than ${WRITTEN_DEPTH} levels` : null;
  }
  if (name === 'sort') {
    if (measured.nodes > MOST_SORTED) return `sort has more than ${MOST_SORTED} fields`;
    if (measured.length > MOST_ORDERS) return `sort has more than ${MOST_ORDERS} characters`;
    if (measured.lists > MOST_LISTS_OF_AN_ORDER) return 'sort leads through more than one list';
  }
  for (const [part, { most, of }] of Object.entries(LIMITS) as [Part, { most: number; of: string }][]) {
    if ((part === 'lists' ? through : measured[part]) > most) return `${name} has more than ${most} ${of}`;
  }
  return null;
}

/**
 * The first argument of a document that holds too much, of whatever field, with what variables put into it. Each fragment
 * is looked at once.
 *
 * @param sent - Variables as the caller sent them; none yet: what stands in the document alone is looked at.
 * @param schema - Tells which fields lead to many entries.
 */
export function argumentFault(
  document: DocumentNode,
  sent: Variables = {},
  schema?: GraphQLSchema
): ArgumentFault | null {
  const variables = withDefaults(document, sent);
  const open: SelectionSetNode[] = [];
  const inArguments = (nodes: readonly ArgumentNode[] = []): ArgumentFault | null => {
    let through = 0;
    for (const { name, value } of nodes) {
      const measured = measureArgument(value, variables, readingOf(schema, name.value));
      through += measured.lists;
      const message = faultOf(name.value, measured, through);
      if (message !== null) return { argument: name.value, message };
    }
    return null;
  };
  const inDirectives = (nodes: readonly (DirectiveNode | ConstDirectiveNode)[] = []): ArgumentFault | null => {
    for (const node of nodes) {
      const fault = inArguments(node.arguments);
      if (fault) return fault;
    }
    return null;
  };
  for (const definition of document.definitions) {
    if (definition.kind !== 'OperationDefinition' && definition.kind !== 'FragmentDefinition') continue;
    open.push(definition.selectionSet);
  }
  // Not by recursion: a document may nest without end.
  for (let set = open.pop(); set; set = open.pop()) {
    for (const node of set.selections) {
      const fault = inDirectives(node.directives) ?? (node.kind === 'Field' ? inArguments(node.arguments) : null);
      if (fault) return fault;
      if (node.kind !== 'FragmentSpread' && node.selectionSet) open.push(node.selectionSet);
    }
  }
  return null;
}
