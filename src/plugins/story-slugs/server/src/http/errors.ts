import { errors } from '@strapi/utils';
import { ERROR_CODES } from '../../../shared/src';

/** 400 that names the field. */
export const invalid = (message: string, path: (string | number)[], details: Record<string, unknown> = {}): Error =>
  new errors.ValidationError(message, { ...details, errors: [{ path, message, name: 'ValidationError' }] });

/** 403 with its reason: Strapi's plain ForbiddenError loses its message on the way through a route. */
export const forbidden = (message: string): Error => new errors.PolicyError(message, {});

export const notFound = (message: string): Error => new errors.NotFoundError(message);

/** PostgreSQL's word for two transactions that wait for each other: it has ended one of them, as if never begun. */
const DEADLOCK = '40P01';

/** Turns a deadlock into a 409; passes every other error on. */
export function asBusy(error: unknown): never {
  if ((error as { code?: string }).code !== DEADLOCK) throw error;
  // An error of Strapi's own copy of http-errors: of any other, its handler would log a fault of the server.
  const message = 'Somebody else is writing the same entries at this moment. Nothing was changed; try again.';
  const conflict = Object.setPrototypeOf(new Error(message), errors.HttpError.prototype) as Error;
  throw Object.assign(conflict, {
    name: 'ConflictError',
    status: 409,
    expose: true,
    details: { code: ERROR_CODES.busy },
  });
}
