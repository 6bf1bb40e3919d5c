import type { DocumentNode, GraphQLSchema } from 'graphql';
import { ERROR_CODES } from '../../../../shared/src';
import { invalid } from '../../http/errors';
import { expandedSize } from './expanded-size';
import { queryCost, type Weights } from './query-cost';

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
  const error = invalid(message, ['query'], { code: ERROR_CODES.queryTooCostly, cost, limit });
  return Object.assign(error, { extensions: { http: { status: 400 } } });
}

/**
 * A plugin for Apollo's server that refuses what asks too much, before it runs: too many aliases, lists within lists,
 * fragments that spread into a multitude.
 *
 * @param limit - In the units of {@link queryCost}.
 */
export function costLimit({ limit, weights }: { limit: number; weights?: Weights }) {
  // Apollo keeps documents that passed, ours among them: by the document the refusal is found again.
  const refused = new WeakMap<DocumentNode, number>();
  return {
    async requestDidStart() {
      return {
        async validationDidStart(context: Requested) {
          const size = context.document ? expandedSize(context.document) : 0;
          if (size <= limit) return;
          context.document = harmless();
          refused.set(context.document, size);
        },
        async didResolveOperation({ schema, document, request }: Requested) {
          if (!document) return;
          const size = refused.get(document);
          if (size !== undefined) throw tooCostly(size, limit);
          const { operationName } = request;
          const cost = queryCost(schema, document, request.variables ?? {}, { operationName, weights });
          if (cost > limit) throw tooCostly(cost, limit);
        },
      };
    },
  };
}
