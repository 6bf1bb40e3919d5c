import { type ASTNode, type DocumentNode, Kind, type ValueNode, valueFromASTUntyped, visit } from 'graphql';
import { bodyFault, namedFault } from '../limits/body-shape';
import { refusal } from '../limits/fault';
import { isOrder } from '../limits/query-shape';

type Variables = Record<string, unknown>;

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** What makes filters none: the schema lets it through, and Strapi fails on it. */
function filtersFault(filters: unknown): string | null {
  if (!isGroup(filters)) return null;
  for (const [key, value] of Object.entries(filters)) {
    if (key === 'between' && value !== null && listed(value).length !== 2) return 'must hold two values in between';
    if ((key === 'and' || key === 'or') && listed(value).some((item) => item !== null && !isGroup(item))) {
      return `must hold filters in ${key}: put it around the field`;
    }
    const message = filtersFault(value);
    if (message !== null) return message;
  }
  return null;
}

const sortFault = (sort: unknown): string | null => {
  const wrong = listed(sort).find((order) => typeof order === 'string' && order !== '' && !isOrder(order));
  return wrong === undefined ? null : `"${String(wrong).slice(0, 50)}" is no order such as title:asc`;
};

const FAULTS: Record<string, (value: unknown) => string | null> = { filters: filtersFault, sort: sortFault };

/** @returns Why the first unfit argument of a document is refused, whatever field has it. */
function argumentFault(document: DocumentNode, variables: Variables): Error | null {
  let found: Error | null = null;
  const check = (name: string, node: ValueNode) => {
    const value = valueFromASTUntyped(node, variables);
    const message = FAULTS[name]?.(value);
    const fault = message ? { parameter: name, message } : (namedFault(name, value) ?? bodyFault(value));
    if (fault) found ??= refusal(fault);
  };
  visit(document as ASTNode, { [Kind.ARGUMENT]: ({ name, value }) => check(name.value, value) });
  return found;
}

interface Requested {
  document: DocumentNode;
  request: { variables?: Variables };
}

/** A plugin for Apollo's server that refuses filters and orders on which Strapi would fail, as the limits of REST do. */
export const refuseArguments = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, request }: Requested) {
        const fault = argumentFault(document, request.variables ?? {});
        if (fault) throw Object.assign(fault, { extensions: { http: { status: 400 } } });
      },
    };
  },
};
