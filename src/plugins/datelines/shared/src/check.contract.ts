import { z } from 'zod';
import { dayField, idField, localeField, momentField, styleField, textField } from './fields';
import { MAX_OPENING } from './limits';

const linked = z.strictObject({ documentId: idField, before: idField.nullish() });

/** A relation of a form: what was linked and unlinked since it was saved. */
const relation = z
  .strictObject({ connect: z.array(linked).max(100).default([]), disconnect: z.array(idField).max(1_000).default([]) })
  .prefault({});
export type RelationChange = z.infer<typeof relation>;

const credit = z.strictObject({
  /** The component's row, where it was saved. */
  id: z.union([z.number(), textField(50)]).nullish(),
  author: relation,
  name: textField(500).nullish(),
  location: textField(500).nullish(),
});

/** `POST /datelines/check` of the admin: a story's form, as it stands unsaved. */
export const checkFormSchema = z.strictObject({
  model: textField(200),
  documentId: idField.nullish(),
  locale: localeField.nullish(),
  values: z.strictObject({
    datelines: relation,
    source: relation,
    section: relation,
    datelineDate: textField(50).nullish(),
    filedAt: textField(50).nullish(),
    byline: z.array(credit).max(100).default([]),
    bylineLabel: textField(500).nullish(),
    /** How the first paragraph of the body begins. */
    openingText: textField(MAX_OPENING).nullish(),
  }),
});
export type CheckForm = z.infer<typeof checkFormSchema>;

export const findingSchema = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    field: z.enum(['dateline', 'byline', 'source', 'date']),
    message: z.string(),
    place: z.number().optional(),
    values: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: 'Finding' });
export type StoryFinding = z.infer<typeof findingSchema>;

/** What the panel shows of a story: its lines in the house style, and what is wrong with them. */
export interface CheckedForm {
  style: string;
  dateline: string;
  /** Whether the style sets the dateline at the head of the first paragraph. */
  datelineRunsIn: boolean;
  byline: string;
  /** The dateline that the body itself begins with, as it stands there. */
  bodyDateline: string | null;
  findings: StoryFinding[];
}

const plain = (max: number) => textField(max).nullish();

/** `POST /api/datelines/check`: a story's dateline and byline as plain values. */
export const checkStorySchema = z.strictObject({
  data: z.strictObject({
    datelines: z
      .array(
        z.strictObject({
          city: textField(200),
          region: plain(200),
          country: plain(100),
          timezone: plain(64),
          standsAlone: z.boolean().nullish(),
          known: z.boolean().optional(),
        })
      )
      .max(50)
      .default([]),
    datelineDate: plain(50),
    filedAt: momentField.nullish(),
    publishedAt: momentField.nullish(),
    source: plain(50),
    credits: z
      .array(z.strictObject({ name: textField(500), familyName: plain(200), location: plain(500) }))
      .max(100)
      .default([]),
    bylineLabel: plain(500),
    datelineText: plain(2_000),
    openingText: plain(100_000),
    bylineText: plain(2_000),
  }),
  style: styleField.nullish(),
  locale: localeField.nullish(),
});
export const checkStoryAnswer = z.object({ data: z.object({ findings: z.array(findingSchema) }) });

/** `POST /api/datelines/parse`: reads a dateline, a byline, or both, at the head of a text. */
export const parseTextSchema = z.strictObject({
  text: textField(100_000),
  locale: localeField.nullish(),
  referenceDate: dayField.or(momentField).nullish(),
});
export const parseTextAnswer = z.object({
  data: z.object({
    kind: z.enum(['dateline', 'byline', 'both', 'neither']),
    dateline: z.looseObject({ style: z.string(), places: z.array(z.looseObject({ city: z.string() })) }).nullable(),
    byline: z.looseObject({ credits: z.array(z.looseObject({})) }).nullable(),
    datelineText: z.string().nullable(),
    bylineText: z.string().nullable(),
  }),
});
