import { errors } from '@strapi/utils';

/** Why a request is refused, and which parameter it is. */
export interface Fault {
  parameter: string;
  message: string;
}

/** A 400 as Strapi gives it, with the name of the parameter. */
export function refusal({ parameter, message }: Fault): Error {
  const text = `${parameter}: ${message}`;
  return new errors.ValidationError(text, { errors: [{ path: [parameter], message: text, name: 'ValidationError' }] });
}

/** Names that every object of JavaScript has: Strapi would find something else than a field under them. */
export const isReserved = (name: string): boolean => name === 'prototype' || name in Object.prototype;
