import { z } from 'zod';

export const reasonSchema = z.looseObject({
  type: z.string(),
  label: z.string().optional(),
  labels: z.array(z.string()).optional(),
});
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

export const storyLinkSchema = z.object({
  kind: z.literal('story'),
  documentId: z.string(),
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
});
export const addressLinkSchema = z.object({
  kind: z.enum(['landing', 'external']),
  title: z.string(),
  url: z.string().nullable(),
  reasons: z.array(reasonSchema),
});
export const relatedLinkSchema = z.union([storyLinkSchema, addressLinkSchema]);
export type RelatedLink = z.infer<typeof relatedLinkSchema>;
export const linkKindSchema = z.enum(['story', 'landing', 'external']);
export type LinkKind = z.infer<typeof linkKindSchema>;

export const imageSchema = z.object({
  url: z.string(),
  alternativeText: z.string().nullable(),
  caption: z.string().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  formats: z.record(z.string(), z.unknown()).nullable(),
});
export type Image = z.infer<typeof imageSchema>;

export const teaserSchema = z.object({
  documentId: z.string(),
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
});
export type Teaser = z.infer<typeof teaserSchema>;

export const headlineSchema = z.object({
  documentId: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  ...listedShape,
});
export const railSchema = z.object({
  label: z.string(),
  section: z.object({ slug: z.string().nullable(), name: z.string() }).nullable(),
  headlines: z.array(headlineSchema),
});
export type Rail = z.infer<typeof railSchema>;
