import { errors } from '@strapi/utils';

/** Part of the API: `error.details.code` of the refusal. */
export const SLUG_TAKEN = 'SLUG_TAKEN';

/** Another document of the type has the slug in this language; answered as 400. */
export class SlugTakenError extends errors.ValidationError<
  string,
  { code: typeof SLUG_TAKEN; slug: string; suggestion: string }
> {
  constructor(slug: string, suggestion: string) {
    super(`Another entry has the slug "${slug}". Use "${suggestion}", or leave the slug out to have one made.`, {
      code: SLUG_TAKEN,
      slug,
      suggestion,
    });
  }
}
