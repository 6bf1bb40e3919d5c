import { z } from 'zod';
import { blockSchema } from './blocks.contract';
import { frontKindSchema } from './page-kinds';
import { documentIdSchema, imageSchema, railSchema, relatedLinkSchema, teaserSchema } from './pieces.contract';

export * from './pieces.contract';

export const siteSchema = z
  .object({ name: z.string(), tagline: z.string().nullable(), url: z.string().nullable() })
  .meta({ id: 'Site', graphql: 'StoryPageSite' });

export const storySchema = z
  .object({
    documentId: documentIdSchema,
    locale: z.string().nullable(),
    title: z.string(),
    slug: z.string().nullable(),
    kicker: z.string().nullable(),
    byline: z.string().nullable(),
    dateline: z.string().nullable(),
    /** Whether the dateline is set at the head of the body's first paragraph; else it has a line of its own. */
    datelineRunsIn: z.boolean(),
    /** How the body's first paragraph begins where it brings a dateline of its own: `dateline` stands in its place. */
    bodyDateline: z.string().nullable(),
    url: z.string().nullable(),
    summary: z.string().nullable(),
    body: z.array(z.unknown()).meta({ graphql: 'JSON' }),
    filedAt: z.string(),
    /** When this language of it was first published; null of a draft that never was. */
    firstPublishedAt: z.string().nullable(),
    priority: z.number().nullable(),
    source: z.object({ code: z.string(), name: z.string() }).meta({ graphql: 'StoryPageSource' }).nullable(),
    image: imageSchema.nullable(),
  })
  .meta({ id: 'Story', graphql: 'StoryPageStory' });
export type StoryView = z.infer<typeof storySchema>;

export const metaSchema = z
  .object({
    /** Null where the application has one language. */
    locale: z.string().nullable(),
    /** Counts what was published; a greater one is newer. */
    generation: z.number(),
  })
  .meta({ id: 'Meta' });
export type Meta = z.infer<typeof metaSchema>;

export const storyPageSchema = z
  .object({
    data: z.object({ site: siteSchema.nullable(), story: storySchema, blocks: z.array(blockSchema) }),
    meta: metaSchema,
  })
  .meta({ id: 'StoryPage' });
export type StoryPage = z.infer<typeof storyPageSchema>;

export const paginationSchema = z
  .object({
    page: z.number().int(),
    pageSize: z.number().int(),
    pageCount: z.number().int(),
    total: z.number().int(),
  })
  .meta({ id: 'Pagination', graphql: 'FrontPagination' });

/** The section, topic or author whose front it is. */
export const subjectSchema = z
  .object({ documentId: documentIdSchema, name: z.string(), slug: z.string().nullable() })
  .meta({ id: 'Subject', graphql: 'FrontSubject' });

export const frontSchema = z
  .object({
    data: z.object({
      kind: frontKindSchema,
      site: siteSchema.nullable(),
      subject: subjectSchema.nullable(),
      lead: documentIdSchema.nullable().describe('The story that leads: the first of the first page.'),
      teasers: z.array(teaserSchema),
      blocks: z.array(blockSchema),
    }),
    meta: metaSchema.extend({ pagination: paginationSchema }),
  })
  .meta({ id: 'Front' });
export type Front = z.infer<typeof frontSchema>;

export const relatedAnswerSchema = z.object({ data: z.array(relatedLinkSchema), meta: metaSchema });
export type RelatedAnswer = z.infer<typeof relatedAnswerSchema>;
export const teasersAnswerSchema = z.object({ data: z.array(teaserSchema), meta: metaSchema });
export type TeasersAnswer = z.infer<typeof teasersAnswerSchema>;
export const railsAnswerSchema = z.object({ data: z.array(railSchema), meta: metaSchema });
export type RailsAnswer = z.infer<typeof railsAnswerSchema>;
