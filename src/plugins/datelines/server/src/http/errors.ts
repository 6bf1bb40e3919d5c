import { errors } from '@strapi/utils';

/** 400 that names the field. */
export const invalid = (message: string, path: (string | number)[], details: Record<string, unknown> = {}): Error =>
  new errors.ValidationError(message, { ...details, errors: [{ path, message, name: 'ValidationError' }] });

/** 403 with its reason: Strapi's plain ForbiddenError loses its message on the way through a route. */
export const forbidden = (message: string): Error => new errors.PolicyError(message);

/** 404. */
export const notFound = (message: string, details: Record<string, unknown> = {}): Error =>
  new errors.NotFoundError(message, details);

/** 413. */
export const tooLarge = (message: string): Error => new errors.PayloadTooLargeError(message);
