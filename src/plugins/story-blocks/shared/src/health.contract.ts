import { z } from 'zod';
import { holdFailureSchema } from './holds.contract';
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
  /** Stages of the links: words are taken up, laid out beside each other, and compared. */
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
  /** When it failed for the first time; null where that was not kept. */
  since: z.string().nullable(),
  attempts: z.number().int(),
  nextTry: z.string(),
});
export type FailedStory = z.infer<typeof failedStorySchema>;

/** An embargo that is over and has not published its story. */
export const failedEmbargoSchema = namedStorySchema.extend({ until: z.string(), failure: holdFailureSchema });
export type FailedEmbargo = z.infer<typeof failedEmbargoSchema>;

/**
 * What is done in the background. `embargoes`: ending them; `holds`: unpublishing held stories that got published past the
 * plugin; `stories`, `concepts`: deriving what readers get; `links`, `models`: related links; `caches`: telling what to let
 * go of; `changes`: counting; `comparison`: of everything; `runs`, `settings`: taking up what administrators asked for.
 */
export const TASKS = [
  'embargoes',
  'holds',
  'stories',
  'concepts',
  'links',
  'models',
  'caches',
  'changes',
  'comparison',
  'runs',
  'settings',
] as const;
export const taskSchema = z.enum(TASKS);
export type Task = z.infer<typeof taskSchema>;

/** Something that cannot be done in the background: told until it is done. */
export const troubleSchema = z.object({
  task: taskSchema,
  /** The entry that it is about; null where it is the task as a whole. */
  type: z.string().nullable(),
  documentId: z.string().nullable(),
  locale: z.string().nullable(),
  /** Null where it is no story, or the administrator may not read it. */
  title: z.string().nullable(),
  error: z.string(),
  since: z.string(),
  /** When it failed last. */
  at: z.string(),
  attempts: z.number().int(),
  /** Null where it is tried again all the time. */
  nextTry: z.string().nullable(),
});
export type TroubleReport = z.infer<typeof troubleSchema>;

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
  embargoes: z.array(failedEmbargoSchema),
  troubles: z.object({ total: z.number().int(), named: z.array(troubleSchema) }),
  reconciled: z.looseObject({ at: z.string(), seen: z.number().int(), repaired: z.number().int() }).nullable(),
  blocks: z.array(z.object({ component: z.string(), layout: z.string(), problem: z.string(), at: z.string() })),
  deadPins: z.object({ total: z.number().int(), named: z.array(deadPinSchema) }),
  models: z.array(modelStateSchema),
  /** The run of each pass that is under way, else its last one. */
  runs: z.object({ rebuild: runSchema.nullable(), reconcile: runSchema.nullable() }),
});
export type HealthReport = z.infer<typeof healthReportSchema>;
