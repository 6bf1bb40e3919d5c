import { errors } from '@strapi/utils';
import { ERROR_CODES } from '../../../shared/src';

interface SlugTakenDetails {
  code: typeof ERROR_CODES.slugTaken;
  slug: string;
  suggestion: string;
  /** Where the admin's form shows the message. */
  errors: { path: string[]; message: string; name: 'ValidationError' }[];
}

/** Another document of the type has the slug in this language, or was published under it; answered as 400. */
export class SlugTakenError extends errors.ValidationError<string, SlugTakenDetails> {
  constructor(slug: string, suggestion: string, slugField: string) {
    const message = `Another entry has or had the slug "${slug}". Use "${suggestion}", or leave the slug out to have one made.`;
    super(message, {
      code: ERROR_CODES.slugTaken,
      slug,
      suggestion,
      errors: [{ path: [slugField], message, name: 'ValidationError' }],
    });
  }
}
