import type {
  ArgumentNode,
  ConstDirectiveNode,
  DirectiveNode,
  DocumentNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import { type Measured, measureArgument } from './measure-argument';

/** Why an argument is refused. */
export interface ArgumentFault {
  argument: string;
  message: string;
}

type Part = 'nodes' | 'depth' | 'length' | 'relations';

/** What one argument may hold: far more than a frontend asks for, far less than a database chokes on. */
const LIMITS: Record<Part, { most: number; of: string }> = {
  nodes: { most: 1_000, of: 'values' },
  depth: { most: 16, of: 'levels' },
  length: { most: 20_000, of: 'characters' },
  // Each becomes one or two joins; SQLite takes 64 of them.
  relations: { most: 16, of: 'relations' },
};
/** Each may be a join as well. */
const MOST_SORTED = 16;
/** What is written may be long, but nothing in an entry lies deeper. */
const WRITTEN = new Set(['data', 'input']);
const WRITTEN_DEPTH = 64;

function faultOf(name: string, measured: Measured): string | null {
  if (WRITTEN.has(name)) {
    return measured.depth > WRITTEN_DEPTH ? `${name} has more than ${WRITTEN_DEPTH} levels` : null;
  }
  if (name === 'sort' && measured.nodes > MOST_SORTED) return `sort has more than ${MOST_SORTED} fields`;
  for (const [part, { most, of }] of Object.entries(LIMITS) as [Part, { most: number; of: string }][]) {
    if (measured[part] > most) return `${name} has more than ${most} ${of}`;
  }
  return null;
}

/**
 * The first argument of a document that holds too much, of whatever field, with what variables put into it. Each fragment
 * is looked at once.
 *
 * @param variables - As the caller sent them; none yet: what stands in the document alone is looked at.
 */
export function argumentFault(document: DocumentNode, variables: Record<string, unknown> = {}): ArgumentFault | null {
  const open: SelectionSetNode[] = [];
  const check = (name: string, value: ValueNode): ArgumentFault | null => {
    const message = faultOf(name, measureArgument(value, variables));
    return message === null ? null : { argument: name, message };
  };
  const inArguments = (nodes: readonly ArgumentNode[] = []): ArgumentFault | null => {
    for (const { name, value } of nodes) {
      const fault = check(name.value, value);
      if (fault) return fault;
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
    for (const { variable, defaultValue } of definition.variableDefinitions ?? []) {
      const fault = defaultValue ? check(variable.name.value, defaultValue) : null;
      if (fault) return fault;
    }
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
