import { z } from 'zod';
import { plainText } from './text';

/** What may be set of each number: the admin says it beside the field, the server refuses what is outside. */
export const BOUNDS = {
  weight: { min: 0, max: 100 },
  days: { min: 1, max: 36_500 },
  candidates: { min: 30, max: 500 },
  floor: { min: 0, max: 1 },
  relatedLimit: { min: 1, max: 50 },
  railLimit: { min: 1, max: 50 },
  teaserCount: { min: 1, max: 50 },
  teaserLength: { min: 1, max: 5000 },
  /** Seconds. */
  maxAge: { min: 0, max: 86_400 },
  sharedMaxAge: { min: 0, max: 31_536_000 },
  staleWhileRevalidate: { min: 0, max: 86_400 },
} as const;
export const MAX_TAIL = 100;
export const TEASER_CUTS = ['character', 'word', 'sentence', 'paragraph'] as const;

const number = ({ min, max }: { min: number; max: number }) =>
  z.number().min(min, `must be from ${min} to ${max}`).max(max, `must be from ${min} to ${max}`);
const whole = (bounds: { min: number; max: number }) =>
  number(bounds).refine(Number.isInteger, 'must be a whole number');
const name = plainText.min(1).max(100);

/** How stories' related links are chosen, as far as it can be set while the application runs. */
export const rankingSettingsSchema = z.strictObject({
  /** How much each signal counts, by its name; 0 switches it off. */
  weights: z.record(name, number(BOUNDS.weight)),
  /** Days between two filings after which nearness in time counts for a third. */
  days: whole(BOUNDS.days),
  /** Stories that are compared in full, of those that share a telling word. */
  candidates: whole(BOUNDS.candidates),
  /** How much two stories must be about the same to be linked, from 0, no floor, to 1. */
  floor: number(BOUNDS.floor),
  /** Languages that take links of others where they have too few of their own: `{ fr: ['en'] }`. */
  borrow: z.record(name, z.array(name).max(10)),
});

/** What a block uses where its own setting is empty. */
export const blockDefaultsSchema = z.strictObject({
  relatedLimit: whole(BOUNDS.relatedLimit),
  railLimit: whole(BOUNDS.railLimit),
  teaserCount: whole(BOUNDS.teaserCount),
  teaserLength: whole(BOUNDS.teaserLength),
  teaserCut: z.enum(TEASER_CUTS),
  teaserTail: plainText.max(MAX_TAIL),
});

/** How the desk works. */
export const deskSettingsSchema = z.strictObject({
  /** Whether a story with an error among its findings is refused when it is published. */
  blockPublishing: z.boolean(),
});

/** What kinds of answers may be kept for different times. */
export const DELIVERY_ROUTES = ['pages', 'fronts', 'related', 'teasers', 'rails'] as const;
export type DeliveryRoute = (typeof DELIVERY_ROUTES)[number];

/** How long an answer to a caller without a name may be used without asking, in seconds. */
export const cachePolicySchema = z.strictObject({
  /** By a browser: `max-age`. */
  maxAge: whole(BOUNDS.maxAge),
  /** By a cache that is told of changes: `s-maxage`. */
  sharedMaxAge: whole(BOUNDS.sharedMaxAge),
  /** Longer than that, while it is asked for anew: `stale-while-revalidate`. */
  staleWhileRevalidate: whole(BOUNDS.staleWhileRevalidate),
});
export type CachePolicy = z.infer<typeof cachePolicySchema>;

const ofRoutes = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ pages: schema, fronts: schema, related: schema, teasers: schema, rails: schema });

/** How long each kind of answer may be kept. */
export const deliverySettingsSchema = ofRoutes(cachePolicySchema);

/** Settings as they hold. */
export const settingsValuesSchema = z.strictObject({
  datelineStyle: name,
  related: rankingSettingsSchema,
  /** A tail that is null is the one of the story's language. */
  blocks: blockDefaultsSchema.extend({ teaserTail: blockDefaultsSchema.shape.teaserTail.nullable() }),
  desk: deskSettingsSchema,
  delivery: deliverySettingsSchema,
});
export type SettingsValues = z.infer<typeof settingsValuesSchema>;

/** What was saved: it wins over `config/newsroom`, and what it leaves out is as that says. */
export const savedSettingsSchema = z.strictObject({
  datelineStyle: name.optional(),
  related: rankingSettingsSchema.partial().optional(),
  blocks: blockDefaultsSchema.partial().optional(),
  desk: deskSettingsSchema.partial().optional(),
  delivery: ofRoutes(cachePolicySchema.partial().optional()).optional(),
});
export type SavedSettings = z.infer<typeof savedSettingsSchema>;

/** Body of `PUT /story-blocks/settings`. */
export const saveSettingsSchema = z.strictObject({
  data: z.strictObject({
    /** The version that was read: the later of two administrators is told. */
    version: z.int().min(0),
    settings: savedSettingsSchema,
  }),
});

/** How far a pass over all stories is. */
export const progressSchema = z.object({ done: z.number().int(), total: z.number().int() });
export type Progress = z.infer<typeof progressSchema>;

/** Who saved what, and what would hold without it. */
export const settingsAnswerSchema = z.object({
  version: z.number().int(),
  savedAt: z.string().nullable(),
  savedBy: z.string().nullable(),
  saved: savedSettingsSchema,
  /** As `config/newsroom` says, with what it leaves out filled in; a weight for every registered signal. */
  defaults: settingsValuesSchema,
  /** Names of the settings that `config/newsroom` gives, as {@link flattenSettings} names them. */
  configured: z.array(z.string()),
  /** Registered signals, those of other plugins last. */
  signals: z.array(z.object({ name: z.string(), isOwn: z.boolean() })),
  styles: z.array(z.string()),
  locales: z.array(z.object({ code: z.string(), name: z.string() })),
  storyTypes: z.array(z.object({ uid: z.string(), title: z.string(), isLocalized: z.boolean() })),
  /** While links are made again by other settings; else null. */
  ranking: progressSchema.nullable(),
});
export type SettingsAnswer = z.infer<typeof settingsAnswerSchema>;

/** Body of `POST /story-blocks/settings/preview`: a story, and the settings that are being edited. */
export const previewSettingsSchema = z.strictObject({
  data: z.strictObject({
    settings: savedSettingsSchema,
    documentId: plainText.min(1).max(64),
    type: plainText.min(1).max(191),
    locale: plainText.max(35).optional(),
  }),
});

/** A link as some settings make it; no title where the administrator may not read the story. */
export const previewLinkSchema = z.object({
  documentId: z.string(),
  locale: z.string(),
  title: z.string().nullable(),
  score: z.number(),
  reasons: z.array(z.string()),
});
export type PreviewLink = z.infer<typeof previewLinkSchema>;

export const settingsPreviewSchema = z.object({
  /** By the settings that hold. */
  now: z.array(previewLinkSchema),
  /** By those that are being edited. */
  edited: z.array(previewLinkSchema),
});
export type SettingsPreview = z.infer<typeof settingsPreviewSchema>;
