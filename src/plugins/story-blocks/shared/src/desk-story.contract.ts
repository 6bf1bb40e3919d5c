import { z } from 'zod';
import type { FilledBlock } from './blocks.contract';
import { previewedRelatedSchema } from './desk-related.contract';
import { holdSchema, standingPageSchema } from './holds.contract';
import { siteSchema, storySchema, teaserSchema } from './pages.contract';
import { plainText } from './text';

const id = plainText.min(1).max(100);
const locale = z.string().max(35);

/** A relation of a form: all it links to, or what was linked and unlinked since it was saved. */
export const relationValueSchema = z.union([
  z.array(id).max(1_000),
  z.strictObject({
    connect: z
      .array(z.strictObject({ documentId: id, before: id.nullish() }))
      .max(1_000)
      .default([]),
    disconnect: z.array(id).max(1_000).default([]),
  }),
]);
export type RelationValue = z.infer<typeof relationValueSchema>;

/** `POST /story-blocks/desk/story/preview`: a story's form as it stands, saved or not. */
export const storyPreviewSchema = z.strictObject({
  /** Content type. */
  type: z.string().min(1).max(200),
  documentId: id.nullish(),
  locale: locale.nullish(),
  /** Fields of the form by their own names; what is left out is as it was saved. */
  values: z.record(z.string().max(200), z.unknown()).default({}),
  /** What the answer tells besides: `related`, the links that the form's text would have. */
  include: z
    .array(z.enum(['related']))
    .max(1)
    .default([]),
});
export type StoryPreview = z.input<typeof storyPreviewSchema>;

export const severitySchema = z.enum(['error', 'warning', 'info']);

/** Something that matters before a story is published. */
export const storyFindingSchema = z.object({
  /** Such as `SECTION_MISSING`. Codes of other plugins begin with their name: `datelines.`, `story-slugs.`. */
  code: z.string(),
  severity: severitySchema,
  /** The story's field that it is about, as the content type names it; null where it is about none. */
  field: z.string().nullable(),
  message: z.string(),
  /** What the message is made of, for texts in other languages. */
  values: z.record(z.string(), z.string()).optional(),
});
export type StoryFinding = z.infer<typeof storyFindingSchema>;

/** How a teaser is cut, and the section or site whose layout says so; `where` is null where the newsroom's settings do. */
export const teaserCutSchema = z.object({
  length: z.number().int(),
  cut: z.enum(['character', 'word', 'sentence', 'paragraph']),
  tail: z.string(),
  where: z.string().nullable(),
});

/** A story as readers will get it, and what matters before that. */
export const deskStorySchema = z.object({
  type: z.string(),
  /** Null before it is saved. */
  documentId: z.string().nullable(),
  locale: z.string().nullable(),
  title: z.string(),
  kicker: z.string().nullable(),
  byline: z.string().nullable(),
  dateline: z.string().nullable(),
  slug: z.string().nullable(),
  url: z.string().nullable(),
  teaser: teaserSchema,
  cut: teaserCutSchema,
  /** Null where the story is not held. */
  hold: holdSchema.nullable(),
  /** Time zone of the site where the story lives; IANA. */
  timezone: z.string().nullable(),
  findings: z.array(storyFindingSchema),
  /** Whether an error keeps the story from being published. */
  errorsBlock: z.boolean(),
  /** The links that the form's text would have, where a preview asked for them. */
  related: previewedRelatedSchema.optional(),
});
export type DeskStory = z.infer<typeof deskStorySchema>;

/** Something of a page as an editor may see it: each story keeps its place, with what is his to read. */
type Shown<Value> = Value extends readonly (infer Item)[]
  ? Shown<Item>[]
  : Value extends { documentId: string; title: string }
    ? Pick<Value, 'documentId' | 'title'> & Partial<Value> & { hidden?: boolean }
    : Value extends object
      ? { [Key in keyof Value]: Shown<Value[Key]> }
      : Value;

/** A block of the page, and on its links and teasers whether the administrator may not see them. */
export const shownBlockSchema = z.looseObject({ type: z.string() });
export type ShownBlock = Shown<FilledBlock>;

/** A whole page from the draft. */
export const deskPageSchema = z.object({
  site: siteSchema.nullable(),
  story: storySchema,
  blocks: z.array(shownBlockSchema),
});
export type DeskPage = Omit<z.infer<typeof deskPageSchema>, 'blocks'> & { blocks: ShownBlock[] };

/**
 * Body of `POST /story-blocks/desk/standing/:documentId`: the pages that are asked again after a hold.
 *
 * @param names - What the application's receipts call pages.
 */
export const askAgainSchema = (names: readonly string[]) => {
  const { kind, documentId, locale } = standingPageSchema.shape;
  return z.strictObject({ pages: z.array(z.strictObject({ page: z.enum(names), kind, documentId, locale })).max(100) });
};
export type AskAgain = z.infer<ReturnType<typeof askAgainSchema>>;

/** A page that was asked again. */
export const askedPageSchema = standingPageSchema
  .pick({ page: true, kind: true, documentId: true, locale: true })
  .extend({
    /** Whether the story has left the page, or the page has gone. */
    gone: z.boolean(),
    /** Blocks that still show the story. */
    blocks: z.array(z.string()),
  });
export type AskedPage = z.infer<typeof askedPageSchema>;
