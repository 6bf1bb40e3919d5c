import { z } from 'zod';

/** A document's id; in GraphQL an `ID`. */
export const documentIdSchema = z.string().meta({ graphql: 'ID' });

export const reasonSchema = z
  .looseObject({
    type: z.string(),
    label: z.string().optional(),
    labels: z.array(z.string()).optional(),
  })
  .meta({ id: 'Reason', graphql: 'LinkReason', description: 'Why a link was chosen.' });
/** Why a link was chosen. Types of ours: pinned, topic, section, names, terms, subject, follow-up, series, language, latest, landing, external. */
export type Reason = z.infer<typeof reasonSchema>;

/** Which story it is, and when: of whatever stands in a list. */
const listedShape = {
  slug: z.string().nullable(),
  /** When it was filed, else created. */
  filedAt: z.string(),
  /** When this language of it was first published; null of a draft that never was. */
  firstPublishedAt: z.string().nullable(),
};

const KIND = { graphql: 'RelatedLinkKind' };
export const linkKindSchema = z.enum(['story', 'landing', 'external']).meta(KIND);
export type LinkKind = z.infer<typeof linkKindSchema>;

export const storyLinkSchema = z
  .object({
    kind: z.literal('story').meta(KIND),
    documentId: documentIdSchema,
    /** The story's own, where it is borrowed from another language; null where the type has none. */
    locale: z.string().nullable(),
    title: z.string(),
    url: z.string().nullable(),
    kicker: z.string().nullable(),
    dateline: z.string().nullable(),
    ...listedShape,
    pinned: z.boolean(),
    score: z.number().nullable(),
    reasons: z.array(reasonSchema),
  })
  .meta({ id: 'StoryLink' });
export const addressLinkSchema = z
  .object({
    kind: z.enum(['landing', 'external']).meta(KIND),
    title: z.string(),
    url: z.string().nullable(),
    reasons: z.array(reasonSchema),
  })
  .meta({ id: 'AddressLink' });
export const relatedLinkSchema = z
  .union([storyLinkSchema, addressLinkSchema])
  .meta({ id: 'RelatedLink', description: "A story, a topic's own page, or an address of the story's own." });
export type RelatedLink = z.infer<typeof relatedLinkSchema>;

export const imageSchema = z
  .object({
    url: z.string(),
    alternativeText: z.string().nullable(),
    caption: z.string().nullable(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    formats: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'Image', graphql: 'StoryImage' });
export type Image = z.infer<typeof imageSchema>;

export const teaserSchema = z
  .object({
    documentId: documentIdSchema,
    kicker: z.string().nullable(),
    title: z.string(),
    dateline: z.string().nullable(),
    /** Whether the excerpt follows the dateline on the same line. */
    datelineRunsIn: z.boolean(),
    excerpt: z.string(),
    truncated: z.boolean(),
    url: z.string().nullable(),
    ...listedShape,
    image: imageSchema.nullable(),
  })
  .meta({ id: 'Teaser', graphql: 'StoryTeaser' });
export type Teaser = z.infer<typeof teaserSchema>;

export const headlineSchema = z
  .object({
    documentId: documentIdSchema,
    title: z.string(),
    url: z.string().nullable(),
    ...listedShape,
  })
  .meta({ id: 'Headline', graphql: 'RailHeadline' });
export const railSchema = z
  .object({
    label: z.string(),
    section: z.object({ slug: z.string().nullable(), name: z.string() }).meta({ graphql: 'RailSection' }).nullable(),
    headlines: z.array(headlineSchema),
  })
  .meta({ id: 'Rail', graphql: 'HeadlineRail' });
export type Rail = z.infer<typeof railSchema>;
