import { z } from 'zod';
import { frontKindSchema, pageNameSchema } from './page-kinds';
import { plainText } from './text';

/** `canceled` is a kill; the three words are those of the newsroom's desk. */
export const holdStateSchema = z.enum(['embargo', 'withheld', 'canceled']);
export type HoldState = z.infer<typeof holdStateSchema>;

/** Body of `PUT /api/story-blocks/holds/:documentId`, under `data`. */
export const setHoldSchema = z
  .strictObject({
    state: holdStateSchema,
    /** When an embargo ends; an instant with its offset, ISO 8601. */
    until: z.iso.datetime({ offset: true }).nullish(),
    /** Whether the languages that wait are published when the embargo ends. @default false */
    thenPublish: z.boolean().nullish(),
    /** Languages to publish then; left out: those that were live, else all that are written. */
    locales: z.array(plainText.min(1).max(35)).max(100).nullish(),
    note: plainText.max(2000).nullish(),
  })
  .superRefine((hold, context) => {
    if (hold.state === 'embargo' && !hold.until) {
      context.addIssue({ code: 'custom', path: ['until'], message: 'An embargo needs the instant when it ends' });
    }
    if (hold.state !== 'embargo' && (hold.until || hold.thenPublish)) {
      context.addIssue({
        code: 'custom',
        path: [hold.until ? 'until' : 'thenPublish'],
        message: `Only an embargo ends by itself, "${hold.state}" does not`,
      });
    }
  });
export type SetHold = z.infer<typeof setHoldSchema>;

export const holdBodySchema = z.strictObject({ data: setHoldSchema });

/** A page on which a story stood when it was held, and in which of its blocks. */
export const standingPageSchema = z
  .object({
    page: pageNameSchema,
    /** Whose front it is; null for a story's page. */
    kind: frontKindSchema.nullable(),
    documentId: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    locale: z.string().nullable(),
    blocks: z.array(z.string()),
  })
  .meta({ id: 'StandingPage' });
export type StandingPage = z.infer<typeof standingPageSchema>;

/** A live story whose text leads to another by its address. */
export const textLinkSchema = z
  .object({
    /** Content type. */
    type: z.string(),
    documentId: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    locale: z.string().nullable(),
  })
  .meta({ id: 'TextLink' });
export type TextLink = z.infer<typeof textLinkSchema>;

/** Where a story stood: what the desk checks after a kill. */
export const receiptSchema = z
  .object({
    blocks: z.array(z.object({ type: z.string(), pages: z.number().int() })),
    sections: z.array(z.object({ documentId: z.string(), name: z.string() })),
    pages: z.object({
      total: z.number().int(),
      /** False where more pages could show the story than were filled to be sure: `total` is then the most it can be. */
      exact: z.boolean(),
      named: z.array(standingPageSchema),
    }),
    /** Live stories whose text leads to this one by a slug that it has or had: only an editor can take that out. */
    textLinks: z.object({
      total: z.number().int(),
      /** False where more stories may lead there than were read to be sure: `total` is then the most it can be. */
      exact: z.boolean(),
      named: z.array(textLinkSchema),
    }),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof receiptSchema>;

/**
 * Why an embargo that is over has not ended as it was to. `FIELD_EMPTY`, `FIELD_INVALID`: the draft has not what its content
 * type demands; `NOT_READY`: an error among the story's findings, where these block; `REFUSED`: something else in the
 * application says no; `BUSY`: somebody else was writing the story; `SERVER`: a fault that the server's log tells of; `LATE`:
 * no server has come to it yet; `NO_RIGHT`: whoever set it may not publish the story any more.
 */
export const failureCodeSchema = z.enum([
  'FIELD_EMPTY',
  'FIELD_INVALID',
  'NOT_READY',
  'REFUSED',
  'BUSY',
  'SERVER',
  'LATE',
  'NO_RIGHT',
]);
export type FailureCode = z.infer<typeof failureCodeSchema>;

/** What stands in the way of an embargo's end, until it is resolved. */
export const holdFailureSchema = z.object({
  code: failureCodeSchema,
  /** What is wrong, for an editor: never a stack or a database statement. */
  message: z.string(),
  /** The field that it is about, as the content type names it. */
  field: z.string().nullable(),
  /** The code of the finding; with `NOT_READY`. */
  finding: z.string().nullable(),
  /** The language that could not be published; the others wait for it. */
  locale: z.string().nullable(),
  /** When it failed for the first time. */
  since: z.string(),
  attempts: z.number().int(),
  nextTry: z.string().nullable(),
});
export type HoldFailure = z.infer<typeof holdFailureSchema>;

export const holdSchema = z
  .object({
    documentId: z.string(),
    state: holdStateSchema,
    until: z.string().nullable(),
    thenPublish: z.boolean(),
    locales: z.array(z.string()),
    /** Null for callers who may not set holds. */
    note: z.string().nullable(),
    /** The held story that this one was copied from, for those who may read its draft; else null. */
    copiedFrom: z.object({ documentId: z.string(), title: z.string().nullable() }).nullable(),
    /** Why an embargo with `thenPublish` that is over has not published the story; null where nothing is wrong. */
    failure: holdFailureSchema.nullable(),
  })
  .meta({ id: 'Hold' });
export type Hold = z.infer<typeof holdSchema>;

/** Answers of `GET`, `PUT` and `DELETE /api/story-blocks/holds/:documentId`. */
export const holdAnswerSchema = z.object({ data: holdSchema.nullable() });
export type HoldAnswer = z.infer<typeof holdAnswerSchema>;
export const heldAnswerSchema = z.object({
  /** No receipt where it could not be made: the hold is set all the same. */
  data: holdSchema.extend({ receipt: receiptSchema.nullable() }),
});
export type HeldAnswer = z.infer<typeof heldAnswerSchema>;
export const liftedAnswerSchema = z.object({ data: z.object({ documentId: z.string(), lifted: z.boolean() }) });
export type LiftedAnswer = z.infer<typeof liftedAnswerSchema>;
