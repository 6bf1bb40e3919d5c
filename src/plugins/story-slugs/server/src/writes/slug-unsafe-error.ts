import { errors } from '@strapi/utils';
import { ERROR_CODES, type SlugFault } from '../../../shared/src';
import { LONGEST_SLUG, showSlug } from '../segments/slug-fault';

interface SlugUnsafeDetails extends SlugFault {
  code: typeof ERROR_CODES.slugUnsafe;
  slug: string;
  suggestion: string;
  /** Where the admin's form shows the message. */
  errors: { path: string[]; message: string; name: 'ValidationError' }[];
}

/** Why a slug cannot be used, as the end of a sentence. */
export function describeFault({ reason, character }: SlugFault): string {
  switch (reason) {
    case 'TOO_LONG':
      return `it has more than ${LONGEST_SLUG} characters`;
    case 'DOTS':
      return 'browsers and servers read dots alone as a folder';
    case 'WHITE_SPACE':
      return `it holds white space (${character})`;
    case 'INVISIBLE':
      return `it holds a character that nobody sees (${character})`;
    case 'RESERVED':
      return `"${character}" has another meaning in addresses`;
  }
}

/** The slug is not one path segment that every browser, server and cache reads alike; answered as 400. */
export class SlugUnsafeError extends errors.ValidationError<string, SlugUnsafeDetails> {
  constructor(slug: string, fault: SlugFault, suggestion: string, slugField: string) {
    const message = `The slug "${showSlug(slug)}" can't be part of an address: ${describeFault(fault)}. Use "${suggestion}", or leave the slug out to have one made.`;
    super(message, {
      code: ERROR_CODES.slugUnsafe,
      ...fault,
      slug,
      suggestion,
      errors: [{ path: [slugField], message, name: 'ValidationError' }],
    });
  }
}
