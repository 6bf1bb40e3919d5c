import { z } from 'zod';
import { plainText } from './text';

/** Most pins, and most hides, of one will. */
export const MAX_WILL = 50;

/** `?locale=` for the will of a story in all its languages, and what such a will is kept under. */
export const ALL_LOCALES = '*';

/** A plain id is short for an item that says nothing else. */
const item = <Item extends z.ZodType>(schema: Item) =>
  z.preprocess((value) => (typeof value === 'string' ? { documentId: value } : value), schema);

const documentId = plainText.min(1).max(500);

export const setPinSchema = z.strictObject({
  documentId,
  /** When the pin ends; an instant with its offset, ISO 8601. Left out: as it stands; null: never. */
  until: z.iso.datetime({ offset: true, error: 'must be an instant such as 2026-04-22T14:00:00Z' }).nullish(),
});
export type SetPin = z.infer<typeof setPinSchema>;

export const setHideSchema = z.strictObject({
  documentId,
  /** Whether the story is hidden from the links of every story. Left out: as it stands. */
  everywhere: z.boolean().nullish(),
});
export type SetHide = z.infer<typeof setHideSchema>;

/** Body of `PUT /story-blocks/pins/:documentId`, under `data`: both lists as they are to be. */
export const setWillSchema = z.strictObject({
  pins: z.array(item(setPinSchema)).max(MAX_WILL).default([]),
  hides: z.array(item(setHideSchema)).max(MAX_WILL).default([]),
  /** Whether this very story is hidden from the links of every other. Left out: as it stands. */
  hiddenEverywhere: z.boolean().nullish(),
  /** The version that was read. Left out: whatever stands is replaced. */
  version: z.int().min(0).nullish(),
});
export type SetWill = z.infer<typeof setWillSchema>;

export const willBodySchema = z.strictObject({ data: setWillSchema });

/**
 * `live`: published in the language. `waiting`: written, but not published there, or held. `expired`: a pin whose end has
 * come. `dead`: the document is gone.
 */
export const targetStateSchema = z.enum(['live', 'waiting', 'expired', 'dead']);
export type TargetState = z.infer<typeof targetStateSchema>;

/** What is known of one pinned or hidden story. */
export const willTargetSchema = z.object({
  documentId: z.string(),
  type: z.string(),
  kind: z.enum(['pin', 'hide']),
  state: targetStateSchema,
  /** Null for a pin without an end, and for a hide. */
  until: z.string().nullable(),
  everywhere: z.boolean(),
  /** Null where the caller may not read the story, or it is gone. */
  title: z.string().nullable(),
  /** The language of the headline; null where none is told, or the type has no languages. */
  locale: z.string().nullable(),
});
export type WillTarget = z.infer<typeof willTargetSchema>;

/** What editors want of a story's links, in one language or in all. */
export const willSchema = z.object({
  /** Document ids in their order; without pins that have ended. */
  pins: z.array(z.string()),
  hides: z.array(z.string()),
  /** Grows with each write; 0 before the first. */
  version: z.number().int(),
  hiddenEverywhere: z.boolean(),
  /** Every pin in its order, then every hide. */
  targets: z.array(willTargetSchema),
  /** What the will for all languages adds in this one; never counted in the lists above. */
  inherited: z.array(willTargetSchema),
});
export type Will = z.infer<typeof willSchema>;
