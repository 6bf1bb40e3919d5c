import { errors } from '@strapi/utils';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { isOfTheRequest } from '../limits/database-fault';
import { shortenError, shortened } from '../limits/shorten-error';

const { ApplicationError, ForbiddenError, HttpError, UnauthorizedError, ValidationError } = errors;

/** Apollo's own kinds are told by their tag: their names are others. */
const isGraphqlError = (error: unknown): error is GraphQLError =>
  Object.prototype.toString.call(error) === '[object GraphQLError]';

const codeOf = (error: Error): string => {
  if (error instanceof ForbiddenError || error instanceof UnauthorizedError) return 'FORBIDDEN';
  if (error instanceof ValidationError) return 'BAD_USER_INPUT';
  return `STRAPI_${error.name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}`;
};

/**
 * What a client of GraphQL is told of an error. Refusals come as REST gives them, under `extensions.error`; a fault is
 * `Internal Server Error` and no more. Strapi's own formatter gives the fault's message too, statements of the
 * database among them, and Apollo the stack in development.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = isGraphqlError(error) ? error.originalError : (error as Error | undefined);
  const { stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {};
  // GraphQL's own: a syntax error, an unknown field, a variable of another type, which it repeats.
  if (!original || isGraphqlError(original)) return { ...formatted, message: shortened(formatted.message), extensions };
  if (original instanceof ApplicationError || original instanceof HttpError) {
    const { name, message, details } = original as Error & { details?: unknown };
    const code = codeOf(original);
    return { ...formatted, message, extensions: { ...extensions, error: { name, message, details }, code } };
  }
  if (isOfTheRequest(original)) {
    strapi.log.warn(shortened(`The database refused a value of a GraphQL query: ${original.message}`));
    const message = 'An argument holds a value or an operator that its field cannot be compared by, or cannot hold';
    const error = { name: 'ValidationError', message, details: {} };
    return { ...formatted, message, extensions: { ...extensions, error, code: 'BAD_USER_INPUT' } };
  }
  strapi.log.error(shortenError(original));
  const message = 'Internal Server Error';
  return {
    ...formatted,
    message,
    extensions: { error: { name: 'InternalServerError', message }, code: 'INTERNAL_SERVER_ERROR' },
  };
}
