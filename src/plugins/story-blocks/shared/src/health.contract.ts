import { z } from 'zod';
import { progressSchema } from './settings.contract';
import { plainText } from './text';

/** Passes over everything that an administrator starts: make all anew, or compare and mend. */
export const PASSES = ['rebuild', 'reconcile'] as const;
export const passSchema = z.enum(PASSES);
export type Pass = z.infer<typeof passSchema>;

/** Body of `POST /story-blocks/health/runs`. */
export const startRunSchema = z.strictObject({ data: z.strictObject({ pass: passSchema }) });

export const runProgressSchema = progressSchema.extend({
  step: z.enum(['cards', 'links']),
  /** Of the links: stories' words are taken up, laid out beside each other, and compared. */
  part: z.enum(['words', 'space', 'comparison']).nullable(),
});
export type RunProgress = z.infer<typeof runProgressSchema>;

/** One run of a pass, as it is kept. */
export const runSchema = z.object({
  id: z.number().int(),
  pass: passSchema,
  /** `waiting` until a node takes it on, or goes on with it. */
  state: z.enum(['waiting', 'running', 'done', 'stopped', 'failed']),
  /** Who started it; null for a command. */
  by: z.string().nullable(),
  askedAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  isStopping: z.boolean(),
  progress: runProgressSchema.nullable(),
  /** Documents that were not what is published; stories whose links were made; those that still wait. */
  result: z
    .object({
      repaired: z.number().int(),
      related: z.number().int().nullable(),
      waiting: z.number().int().nullable(),
    })
    .nullable(),
  error: z.string().nullable(),
});
export type Run = z.infer<typeof runSchema>;

/** Body of `POST /story-blocks/health/retry`: one story in one language, or all that failed. */
export const retrySchema = z.strictObject({
  data: z.union([
    z.strictObject({ all: z.literal(true) }),
    z.strictObject({
      type: plainText.min(1).max(191),
      documentId: plainText.min(1).max(64),
      locale: plainText.max(35),
    }),
  ]),
});

/** No title where the administrator may not read the story. */
const namedStorySchema = z.object({
  type: z.string(),
  documentId: z.string(),
  locale: z.string(),
  title: z.string().nullable(),
});
export const failedStorySchema = namedStorySchema.extend({
  error: z.string(),
  attempts: z.number().int(),
  nextTry: z.string(),
});
export type FailedStory = z.infer<typeof failedStorySchema>;

/** A pin whose target was deleted for good. */
export const deadPinSchema = namedStorySchema.extend({ targetId: z.string() });
export type DeadPin = z.infer<typeof deadPinSchema>;

/** What a language's links are made by. */
export const modelStateSchema = z.object({
  locale: z.string(),
  stories: z.number().int(),
  /** `none`: too few stories, or not trained yet. */
  state: z.enum(['none', 'training', 'building', 'ready']),
  version: z.number().int().nullable(),
  /** Stories that it was trained on. */
  trainedOn: z.number().int().nullable(),
  changedAt: z.string().nullable(),
  /** Stories whose links are by this model and these settings. */
  links: progressSchema,
});
export type ModelState = z.infer<typeof modelStateSchema>;

export const healthReportSchema = z.object({
  generation: z.number().int(),
  published: z.number().int(),
  cards: z.number().int(),
  filling: progressSchema.nullable(),
  stale: z.number().int(),
  ranking: progressSchema.nullable(),
  waiting: z.number().int(),
  failed: z.array(failedStorySchema),
  holds: z.number().int(),
  reconciled: z.looseObject({ at: z.string(), seen: z.number().int(), repaired: z.number().int() }).nullable(),
  blocks: z.array(z.object({ component: z.string(), layout: z.string(), problem: z.string(), at: z.string() })),
  deadPins: z.object({ total: z.number().int(), named: z.array(deadPinSchema) }),
  models: z.array(modelStateSchema),
  /** Of each pass the run under way, else the last one. */
  runs: z.object({ rebuild: runSchema.nullable(), reconcile: runSchema.nullable() }),
});
export type HealthReport = z.infer<typeof healthReportSchema>;
