import { z } from 'zod';

/** What a slug leads to: an entry that is published now. */
export const resolvedSchema = z
  .object({
    documentId: z.string(),
    /** Uid of its content type. */
    contentType: z.string(),
    /** The present slug. */
    slug: z.string(),
    /** Whether the slug that was asked for is a former one: whoever asked should go to `slug`. */
    moved: z.boolean(),
  })
  .meta({ id: 'Resolved' });
export type Resolved = z.infer<typeof resolvedSchema>;

/** The same fields stand beside `data` as in it. */
export const resolvedAnswerSchema = resolvedSchema.extend({ data: resolvedSchema });

/** Why a slug is not one path segment that every browser, server and cache reads alike. */
export const slugFaultSchema = z.object({
  reason: z.enum(['TOO_LONG', 'DOTS', 'WHITE_SPACE', 'INVISIBLE', 'RESERVED']),
  /** The first character that is at fault: itself, or its number where it is not seen (`U+202E`). */
  character: z.string().optional(),
});
export type SlugFault = z.infer<typeof slugFaultSchema>;

/** Whether an entry may take a slug. */
export const availabilitySchema = z.object({
  slug: z.string(),
  available: z.boolean(),
  /** Whether the other entry had the slug before, and has another one now. */
  former: z.boolean(),
  /** The headline or name of who has it; null where the editor may not read that entry. */
  takenBy: z.string().nullable(),
  /** Where the other entry's slug differs in case, or in what nobody sees. */
  alike: z.literal(true).optional(),
  /** Where the slug is no safe path segment, whoever has it. */
  fault: slugFaultSchema.optional(),
  /** A free one instead; null where the slug itself is free. */
  suggestion: z.string().nullable(),
});
export type Availability = z.infer<typeof availabilitySchema>;

/** How the slug of an entry behaves in one language. */
export const slugStateSchema = z.object({
  /** Name of the field with the headline or name. */
  sourceField: z.string(),
  /** Whether readers have, or had, the entry at an address. */
  published: z.boolean(),
  /** Whether the slug is made anew when the headline changes. */
  follows: z.boolean(),
});
export type SlugState = z.infer<typeof slugStateSchema>;

/** One slug that differs from what would be made of its headline. */
export const slugChangeSchema = z.object({
  contentType: z.string(),
  documentId: z.string(),
  locale: z.string().nullable(),
  title: z.string(),
  from: z.string(),
  to: z.string(),
  /** Whether readers have the entry at `from` now. */
  live: z.boolean(),
  /** `changed` only where it was asked for; the others say why the slug stays as it is. */
  outcome: z.enum(['would-change', 'changed', 'chosen', 'published', 'unfinished-draft', 'failed']),
});
export type SlugChange = z.infer<typeof slugChangeSchema>;

/** What making slugs again would do, or did. */
export const regenerationSchema = z.object({
  /** Entries that were looked at, a language each. */
  checked: z.int(),
  /** How many have each outcome. */
  counts: z.record(z.string(), z.int()),
  /** The first ones; all are counted. */
  changes: z.array(slugChangeSchema),
});
export type Regeneration = z.infer<typeof regenerationSchema>;
