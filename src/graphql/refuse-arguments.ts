import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type ObjectFieldNode,
  TypeInfo,
  type ValueNode,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { bodyFault, namedFault } from '../limits/body-shape';
import { type Fault, refusal } from '../limits/fault';
import { isOrder, isOwnOrder } from '../limits/query-shape';
import { isGroup } from '../limits/values';

type Variables = Record<string, unknown>;

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** What makes a part of filters none: the schema lets it through, and Strapi fails on it. */
function partFault(key: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (key === 'between' && listed(value).length !== 2) return 'must hold two values in between';
  const isLogic = key === 'and' || key === 'or';
  return isLogic && listed(value).some((item) => item !== null && item !== undefined && !isGroup(item))
    ? `must hold filters in ${key}: put it around the field`
    : null;
}

/** Reads filters that a variable holds. A loop instead of recursion: they may nest without end. */
function filtersFault(filters: unknown): string | null {
  const open = [filters];
  while (open.length > 0) {
    const next = open.pop();
    if (!isGroup(next)) continue;
    for (const [key, value] of Object.entries(next)) {
      const message = partFault(key, value);
      if (message !== null) return message;
      open.push(value);
    }
  }
  return null;
}

const sortFault = (sort: unknown): string | null => {
  const wrong = listed(sort).find((order) => typeof order === 'string' && order !== '' && !isOrder(order));
  return wrong === undefined ? null : `"${String(wrong).slice(0, 50)}" is no order such as title:asc`;
};

const FAULTS: Record<string, (value: unknown) => string | null> = { filters: filtersFault, sort: sortFault };

/** @param within - Whether a field within an entry has it: Strapi knows no order of those through a relation. */
function argumentFault(name: string, value: unknown, within: boolean): Fault | null {
  if (within && name === 'sort' && !isOwnOrder(value ?? undefined)) {
    return { parameter: name, message: 'must name fields of its own, such as title:asc' };
  }
  const message = FAULTS[name]?.(value);
  return message ? { parameter: name, message } : namedFault(name, value);
}

/** Variables as they were sent, and what the document says of those that were not. */
function withDefaults(document: DocumentNode, sent: Variables): Variables {
  const variables: Variables = {};
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, defaultValue } of definition.variableDefinitions ?? []) {
      if (defaultValue) variables[variable.name.value] = valueFromASTUntyped(defaultValue);
    }
  }
  return { ...variables, ...sent };
}

/**
 * The first unfit argument of a document, whatever field has it. Each variable is looked through once for each name that it
 * is given to, however often that is.
 */
function documentFault(document: DocumentNode, sent: Variables, schema: GraphQLSchema): Fault | null {
  const variables = withDefaults(document, sent);
  let found = bodyFault(variables);
  if (found) return found;
  const known = new Set<string>();
  const at = new TypeInfo(schema);
  const check = (name: string, node: ValueNode): typeof BREAK | undefined => {
    const within = at.getParentType() !== schema.getQueryType();
    if (node.kind === Kind.VARIABLE) {
      const key = `${name} ${within} ${node.name.value}`;
      if (known.has(key)) return undefined;
      known.add(key);
      found = argumentFault(name, variables[node.name.value], within);
    } else {
      // Variables within stand for nothing here: they are parts, and are looked at as such.
      const value = valueFromASTUntyped(node);
      found = argumentFault(name, value, within) ?? bodyFault(value);
    }
    return found ? BREAK : undefined;
  };
  /** A variable within filters, and in filters that a part of them is. */
  const checkPart = ({ name, value }: ObjectFieldNode): typeof BREAK | undefined => {
    if (value.kind !== Kind.VARIABLE) return undefined;
    const key = `part ${name.value} ${value.name.value}`;
    if (known.has(key)) return undefined;
    known.add(key);
    const held = variables[value.name.value];
    const message = partFault(name.value, held) ?? (isGroup(held) ? filtersFault(held) : null);
    found = message ? { parameter: 'filters', message } : namedFault(name.value, held);
    return found ? BREAK : undefined;
  };
  visit(
    document as ASTNode,
    visitWithTypeInfo(at, {
      [Kind.ARGUMENT]: ({ name, value }) => check(name.value, value),
      [Kind.OBJECT_FIELD]: checkPart,
    })
  );
  return found;
}

interface Requested {
  schema: GraphQLSchema;
  document: DocumentNode;
  request: { variables?: Variables };
}

/** A plugin for Apollo's server that refuses filters and orders on which Strapi would fail, as the limits of REST do. */
export const refuseArguments = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, request }: Requested) {
        const fault = documentFault(document, request.variables ?? {}, schema);
        if (fault) throw Object.assign(refusal(fault), { extensions: { http: { status: 400 } } });
      },
    };
  },
};
