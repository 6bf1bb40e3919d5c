import { resolveQuery } from './query-fields';
import { resolvedAnswerSchema, resolvedSchema } from './slugs.contract';

/** What the plugin adds to an application's OpenAPI document. */
export const storySlugsApi = {
  routes: [
    {
      method: 'get',
      path: '/story-slugs/resolve',
      operationId: 'resolveSlug',
      tag: 'Old addresses',
      summary: 'Where a slug leads, present or former',
      query: resolveQuery,
      answer: resolvedAnswerSchema,
      errors: {
        400: 'A parameter does not fit. `UNKNOWN_LOCALE` for a language that the application does not have.',
        403: 'The caller may find none of the types, or not the one named.',
        404: 'Nothing is published under this slug.',
      },
    },
  ],
  schemas: { Resolved: resolvedSchema },
  parameters: {
    slug: 'The slug, present or former.',
    locale: 'A language of the application; left out, its default one.',
    type: 'Uid of a content type; left out, all that the caller may find.',
  },
} as const;
