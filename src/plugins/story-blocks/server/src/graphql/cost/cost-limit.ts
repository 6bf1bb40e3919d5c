import { invalid } from '@wiredesk/strapi-kit/server';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { ERROR_CODES } from '../../../../shared/src';
import { type ArgumentFault, argumentFault } from './argument-fault';
import { expandedSize } from './expanded-size';
import { overlaps } from './overlaps';
import { queryCost, type Weights } from './query-cost';
import { unknownFragment } from './unknown-fragment';

/** The part of a request of Apollo that is looked at. */
interface Requested {
  schema: GraphQLSchema;
  document?: DocumentNode;
  request: { operationName?: string; variables?: Record<string, unknown> };
}

/** Stands for a document that must not be stepped through: it passes every rule, and is refused after them. */
const harmless = (): DocumentNode =>
  ({
    kind: 'Document',
    definitions: [
      {
        kind: 'OperationDefinition',
        operation: 'query',
        selectionSet: {
          kind: 'SelectionSet',
          selections: [{ kind: 'Field', name: { kind: 'Name', value: '__typename' } }],
        },
      },
    ],
  }) as DocumentNode;

/** A 400: Apollo takes the status from there, and what REST says of a refusal stands in its details. */
function tooCostly(cost: number, limit: number): Error {
  const message =
    `This query costs ${Number.isFinite(cost) ? cost : 'without end'}; ${limit} is allowed. ` +
    'Ask for shorter lists (limit, pagination), fewer lists within lists and fewer aliases, or in several queries.';
  return refusal(invalid(message, ['query'], { code: ERROR_CODES.queryTooCostly, cost, limit }));
}

const refusal = (error: Error): Error => Object.assign(error, { extensions: { http: { status: 400 } } });

function holdsTooMuch({ argument, message }: ArgumentFault): Error {
  return refusal(invalid(message, [argument], { code: ERROR_CODES.queryTooCostly }));
}

/** Fields of the same name that are compared with each other in a moment; a page's blocks have some. */
const MOST_OVERLAPS = 100_000;

function tooManyAlike(pairs: number): Error {
  const message = `This query asks for fields of the same name again and again: ${pairs} pairs of them, ${MOST_OVERLAPS} are allowed.`;
  return refusal(invalid(message, ['query'], { code: ERROR_CODES.queryTooCostly }));
}

/** Why a document is not even held against the schema; `null` where nothing speaks against it. */
function refusalOf(document: DocumentNode, schema: GraphQLSchema, limit: number): Error | null {
  const size = expandedSize(document);
  if (size > limit) return tooCostly(size, limit);
  const fault = argumentFault(document, {}, schema);
  if (fault) return holdsTooMuch(fault);
  const fragment = unknownFragment(document);
  if (fragment) return refusal(invalid(`Unknown fragment "${fragment}".`, ['query']));
  const pairs = overlaps(document);
  return pairs > MOST_OVERLAPS ? tooManyAlike(pairs) : null;
}

/**
 * A plugin for Apollo's server that refuses what asks too much, before it runs: too many aliases, lists within lists,
 * fragments that spread into a multitude, the schema again and again, arguments without end.
 *
 * @param limit - In the units of {@link queryCost}.
 */
export function costLimit({
  limit,
  weights,
  pages,
}: {
  limit: number;
  weights?: Weights;
  /** Types of what is filled whole, asked for with each query: plugins add some until the application starts. */
  pages?: () => ReadonlySet<string>;
}) {
  // Apollo keeps documents that passed, ours among them: by the document the refusal is found again.
  const refused = new WeakMap<DocumentNode, Error>();
  return {
    async requestDidStart() {
      return {
        async validationDidStart(context: Requested) {
          const error = context.document ? refusalOf(context.document, context.schema, limit) : null;
          if (!error) return;
          context.document = harmless();
          refused.set(context.document, error);
        },
        async didResolveOperation({ schema, document, request }: Requested) {
          if (!document) return;
          const before = refused.get(document);
          if (before) throw before;
          const fault = argumentFault(document, request.variables, schema);
          if (fault) throw holdsTooMuch(fault);
          const { operationName } = request;
          const cost = queryCost(schema, document, request.variables ?? {}, {
            operationName,
            weights,
            pages: pages?.(),
          });
          if (cost > limit) throw tooCostly(cost, limit);
        },
      };
    },
  };
}
