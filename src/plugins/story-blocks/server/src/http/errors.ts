import { errors } from '@strapi/utils';
import createError from 'http-errors';
import { ERROR_CODES } from '../../../shared/src';

/** 409 with a code of ours: Strapi turns its own ApplicationErrors into 400. */
export const conflict = (message: string, details: Record<string, unknown>): Error =>
  createError(409, message, { name: 'ConflictError', details });

/** 403 with its reason: Strapi's plain ForbiddenError loses its message on the way through a route. */
export const forbidden = (message: string, details: Record<string, unknown> = {}): Error =>
  new errors.PolicyError(message, details);

/** 404, the same whether the document is unknown, a draft or held. */
export const notFound = (what = 'Not Found'): Error => new errors.NotFoundError(what);

/** 400 that names the field. */
export const invalid = (message: string, path: (string | number)[], details: Record<string, unknown> = {}): Error =>
  new errors.ValidationError(message, { ...details, errors: [{ path, message, name: 'ValidationError' }] });

/** 400 for a language that the application does not have. */
export const unknownLocale = (locale: string, available: string[]): Error =>
  invalid(`This application has no language "${locale}"; it has ${available.join(', ')}.`, ['locale'], {
    code: ERROR_CODES.unknownLocale,
    locale,
    available,
  });
