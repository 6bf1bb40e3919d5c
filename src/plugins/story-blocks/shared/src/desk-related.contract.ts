import { z } from 'zod';
import { holdStateSchema } from './holds.contract';
import { addressLinkSchema, storyLinkSchema } from './pages.contract';
import { willSchema, willTargetSchema } from './pins.contract';
import { plainText } from './text';

/** A story link as the desk sees it; without what the caller may not read of the story. */
export const deskStoryLinkSchema = storyLinkSchema.extend({
  type: z.string(),
  /** Null where the caller may not read the story. */
  title: z.string().nullable(),
  filedAt: z.string().nullable(),
  /** Whether it stands on the story's page; others are further down than the page's block goes. */
  shown: z.boolean(),
});
export type DeskStoryLink = z.infer<typeof deskStoryLinkSchema>;
export const deskAddressLinkSchema = addressLinkSchema.extend({ shown: z.boolean() });
export type DeskAddressLink = z.infer<typeof deskAddressLinkSchema>;
export const deskLinkSchema = z.union([deskStoryLinkSchema, deskAddressLinkSchema]);
export type DeskLink = z.infer<typeof deskLinkSchema>;

/**
 * Why readers do not see a pinned story. `language`: it is not written in this one; `deleted`: the document is gone;
 * `expired`: the pin's end has come.
 */
export const absenceSchema = z.enum(['unpublished', 'held', 'language', 'deleted', 'expired']);
export type Absence = z.infer<typeof absenceSchema>;

export const holdNoteSchema = z.object({ state: holdStateSchema, until: z.string().nullable() });
export type HoldNote = z.infer<typeof holdNoteSchema>;

export const deskTargetSchema = willTargetSchema.extend({
  absence: absenceSchema.nullable(),
  hold: holdNoteSchema.nullable(),
});
export type DeskTarget = z.infer<typeof deskTargetSchema>;

export const deskWillSchema = willSchema.extend({
  targets: z.array(deskTargetSchema),
  inherited: z.array(deskTargetSchema),
});
export type DeskWill = z.infer<typeof deskWillSchema>;

/** The first related-links block of the story's page; null where its layout has none. */
export const deskBlockSchema = z.object({
  limit: z.number().int(),
  stories: z.boolean(),
  landings: z.boolean(),
  externals: z.boolean(),
});
export type DeskBlock = z.infer<typeof deskBlockSchema>;

/** `GET /story-blocks/desk/related/:documentId`: a story's links and what editors want of them. */
export const deskRelatedSchema = z.object({
  documentId: z.string(),
  type: z.string(),
  locale: z.string().nullable(),
  /** `new`: not written in this language yet. */
  state: z.enum(['published', 'draft', 'held', 'new']),
  hold: holdNoteSchema.nullable(),
  /** Whether the links are still being made, and the newest stories stand in. */
  isRelating: z.boolean(),
  block: deskBlockSchema.nullable(),
  /** A published story's links as readers get them; another story's as its saved draft would have them. */
  links: z.array(deskLinkSchema),
  will: deskWillSchema,
  mayPin: z.boolean(),
});
export type DeskRelated = z.infer<typeof deskRelatedSchema>;

const id = plainText.min(1).max(500);
const name = plainText.max(2000);

/** A relation of a form: what was linked and unlinked since it was saved. */
const relationChangeSchema = z
  .strictObject({
    connect: z
      .array(z.strictObject({ documentId: id, before: id.nullish() }))
      .max(200)
      .default([]),
    disconnect: z.array(id).max(1000).default([]),
  })
  .prefault({});
export type RelationChange = z.output<typeof relationChangeSchema>;

/** `POST /story-blocks/desk/related/preview`: a story's form as it stands unsaved. */
export const previewRelatedSchema = z.strictObject({
  type: id,
  documentId: id.nullish(),
  locale: plainText.max(35).nullish(),
  values: z.strictObject({
    title: name.default(''),
    /** Blocks, or a text. */
    body: z.union([z.array(z.unknown()).max(10_000), plainText.max(500_000)]).nullish(),
    section: relationChangeSchema,
    topics: relationChangeSchema,
    filedAt: plainText.max(50).nullish(),
    externalLinks: z
      .array(z.strictObject({ title: name.nullish(), url: name.nullish() }))
      .max(200)
      .default([]),
  }),
});
export type PreviewRelated = z.input<typeof previewRelatedSchema>;
export type PreviewValues = z.output<typeof previewRelatedSchema>['values'];

export const previewedRelatedSchema = z.object({ block: deskBlockSchema.nullable(), links: z.array(deskLinkSchema) });
export type PreviewedRelated = z.infer<typeof previewedRelatedSchema>;
