import { z } from 'zod';

/** Strapi's envelope of every error; `details.code`, where there is one, is one of `ERROR_CODES`. */
export const errorSchema = z
  .object({
    data: z.null(),
    error: z.object({
      status: z.int().min(400).max(599),
      name: z.string(),
      message: z.string(),
      details: z.looseObject({
        code: z.string().optional(),
        /** What does not fit, by its place in the query or body. */
        errors: z
          .array(z.looseObject({ path: z.array(z.union([z.string(), z.number()])), message: z.string() }))
          .optional(),
        /** Where the story is now; with `MOVED`. */
        slug: z.string().optional(),
        documentId: z.string().optional(),
      }),
    }),
  })
  .meta({ id: 'Error' });
export type ErrorAnswer = z.infer<typeof errorSchema>;
