import { z } from 'zod';
import { MAX_BOARD } from './board.limits';
import { imageSchema } from './pages.contract';
import { setPinSchema } from './pins.contract';
import { plainText } from './text';

const pin = z.preprocess((value) => (typeof value === 'string' ? { documentId: value } : value), setPinSchema);

/** Body of `PUT /story-blocks/desk/board/:section`, under `data`: both lists as they are to be. */
export const setBoardSchema = z.strictObject({
  /** In the order in which they lead the section. */
  pins: z.array(pin).max(MAX_BOARD).default([]),
  /** Document ids. On the front they stand behind all others, the newest first. */
  sentDown: z.array(plainText.min(1).max(500)).max(MAX_BOARD).default([]),
  /** The version that was read. Left out: whatever stands is replaced. */
  version: z.int().min(0).nullish(),
});
export type SetBoard = z.infer<typeof setBoardSchema>;

export const boardBodySchema = z.strictObject({ data: setBoardSchema });

/** Why a story stands where it does. */
export const boardReasonSchema = z.enum(['pinned', 'newest', 'sentDown']);
export type BoardReason = z.infer<typeof boardReasonSchema>;

/** A story on a front. What the administrator may not read in the content manager is null. */
export const boardStorySchema = z.object({
  documentId: z.string(),
  type: z.string(),
  locale: z.string().nullable(),
  title: z.string().nullable(),
  kicker: z.string().nullable(),
  dateline: z.string().nullable(),
  /** Whether the excerpt follows the dateline on the same line. */
  datelineRunsIn: z.boolean(),
  excerpt: z.string().nullable(),
  image: imageSchema.nullable(),
  filedAt: z.string(),
  firstPublishedAt: z.string().nullable(),
  reason: boardReasonSchema,
  /** When its pin ends; null for one without an end, and for a story that is not pinned. */
  until: z.string().nullable(),
});
export type BoardStory = z.infer<typeof boardStorySchema>;

/** Why a story of the will does not stand on the front. */
export const boardAbsenceSchema = z.enum([
  'unpublished',
  'otherLanguage',
  'embargo',
  'withheld',
  'canceled',
  'deleted',
]);
export type BoardAbsence = z.infer<typeof boardAbsenceSchema>;

/** A pin or a story sent down, as it is kept. */
export const boardWishSchema = z.object({
  documentId: z.string(),
  type: z.string(),
  title: z.string().nullable(),
  /** When a pin ends. */
  until: z.string().nullable(),
  /** Null where the story is live. */
  absence: boardAbsenceSchema.nullable(),
  /** When an embargo ends. */
  heldUntil: z.string().nullable(),
});
export type BoardWish = z.infer<typeof boardWishSchema>;

/** A story that a block shows. */
export const boardHeadlineSchema = z.object({
  documentId: z.string(),
  type: z.string().nullable(),
  title: z.string().nullable(),
  reason: boardReasonSchema.nullable(),
});
export type BoardHeadline = z.infer<typeof boardHeadlineSchema>;

/** A block of the front's layout, and what fills it. */
export const boardBlockSchema = z.object({
  component: z.string(),
  type: z.string(),
  /** What an editor set, apart from sections: by name, as text. */
  settings: z.array(z.object({ name: z.string(), value: z.string() })),
  /** The lists of stories in it, a rail each; none for a block that shows no stories. */
  lists: z.array(
    z.object({
      label: z.string().nullable(),
      /** The section that it draws on. */
      section: z.object({ documentId: z.string(), name: z.string() }).nullable(),
      stories: z.array(boardHeadlineSchema),
    })
  ),
  /** False where it has nothing to show, or is set wrongly, and so is left out. */
  isShown: z.boolean(),
});
export type BoardBlock = z.infer<typeof boardBlockSchema>;

/** A section's front as readers get it now, with why each story stands there. */
export const boardSchema = z.object({
  section: z.object({ documentId: z.string(), name: z.string() }),
  site: z.object({ documentId: z.string(), name: z.string() }).nullable(),
  locale: z.string().nullable(),
  /** The first of them leads. */
  stories: z.array(boardStorySchema),
  /** How many stories the front has on all its pages. */
  total: z.number().int(),
  /** Where the layout of the blocks is set; null: in the configuration. */
  layoutOf: z.enum(['section', 'site']).nullable(),
  blocks: z.array(boardBlockSchema),
  /** Every pin in its order, those that wait too. */
  pins: z.array(boardWishSchema),
  sentDown: z.array(boardWishSchema),
  /** Grows with each write; 0 before the first. */
  version: z.number().int(),
  maySet: z.boolean(),
});
export type Board = z.infer<typeof boardSchema>;

/** The sections whose boards an administrator may open, by site. */
export const boardListSchema = z.object({
  sites: z.array(z.object({ documentId: z.string(), name: z.string() })),
  sections: z.array(
    z.object({
      documentId: z.string(),
      siteId: z.string().nullable(),
      /** Its languages, with its name in each; `locale` is null where the application has no languages. */
      languages: z.array(z.object({ locale: z.string().nullable(), name: z.string() })),
    })
  ),
  /** The default one first. */
  locales: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type BoardList = z.infer<typeof boardListSchema>;
