import { errors } from '@strapi/utils';
import { KIT_ERROR_CODES } from '../../shared/src';

/**
 * 409 with a code of ours; Strapi turns its own ApplicationErrors into 400. It is an error of Strapi's own copy of
 * http-errors: of any other copy, its error handler would log the stack as a fault of the server.
 */
export function conflict(message: string, details: Record<string, unknown>): Error {
  const error = Object.setPrototypeOf(new Error(message), errors.HttpError.prototype) as Error;
  return Object.assign(error, { name: 'ConflictError', status: 409, expose: true, details });
}

/** 403 with its reason: Strapi's plain ForbiddenError loses its message on the way through a route. */
export const forbidden = (message: string, details: Record<string, unknown> = {}): Error =>
  new errors.PolicyError(message, details);

/** 404. Give no message where an unknown document, a draft and a held one must look the same. */
export const notFound = (message = 'Not Found', details: Record<string, unknown> = {}): Error =>
  new errors.NotFoundError(message, details);

/** 413. */
export const tooLarge = (message: string): Error => new errors.PayloadTooLargeError(message);

/** 400 that names the field. */
export const invalid = (message: string, path: (string | number)[], details: Record<string, unknown> = {}): Error =>
  new errors.ValidationError(message, { ...details, errors: [{ path, message, name: 'ValidationError' }] });

/** 400 for a language that the application does not have. */
export const unknownLocale = (locale: string, available: string[]): Error =>
  invalid(`This application has no language "${locale}"; it has ${available.join(', ')}.`, ['locale'], {
    code: KIT_ERROR_CODES.unknownLocale,
    locale,
    available,
  });

/** PostgreSQL's word for two transactions that wait for each other: it has ended one of them, as if never begun. */
const DEADLOCK = '40P01';

/** Rethrows what ended a write; two writers that waited for each other are a 409, not a fault of the server. */
export function asBusy(error: unknown): never {
  if ((error as { code?: string }).code !== DEADLOCK) throw error;
  throw conflict('Somebody else is writing the same entries at this moment. Nothing was changed; try again.', {
    code: KIT_ERROR_CODES.busy,
  });
}
