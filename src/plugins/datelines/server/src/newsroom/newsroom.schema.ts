import { z } from 'zod';

const field = z.string().min(1);
const parts = <Names extends z.ZodRawShape>(names: Names) =>
  z.preprocess((value) => (typeof value === 'string' ? { field: value } : value), z.object({ field, ...names }));

const story = z.object({
  uid: field,
  fields: z.object({
    section: field.optional(),
    source: field.optional(),
    datelines: field.optional(),
    datelineDate: field.optional(),
    filedAt: field.optional(),
    byline: parts({
      author: field.default('author'),
      name: field.default('name'),
      location: field.default('location'),
      role: field.default('role'),
    }).optional(),
    bylineLabel: field.optional(),
    body: field.optional(),
  }),
});

const place = z.object({
  uid: field,
  fields: z.object({
    city: field,
    label: field.optional(),
    region: field.optional(),
    country: field.optional(),
    timezone: field.optional(),
    standsAlone: field.optional(),
    names: parts({
      locale: field.default('locale'),
      city: field.default('city'),
      region: field.default('region'),
    }).optional(),
    aliases: field.optional(),
  }),
});

/**
 * The part of `config/newsroom` that datelines reads. The file belongs to all plugins, so other keys pass; `story-blocks`
 * refuses those that nobody knows.
 */
export const newsroomSchema = z.object({
  types: z
    .object({
      story: z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(story)).optional(),
      section: z.object({ uid: field, fields: z.object({ site: field.optional() }) }).optional(),
      site: z.object({ uid: field, fields: z.object({ name: field, datelineStyle: field.optional() }) }).optional(),
      author: z.object({ uid: field, fields: z.object({ name: field, familyName: field.optional() }) }).optional(),
      place: place.optional(),
      source: z.object({ uid: field, fields: z.object({ name: field, code: field.optional() }) }).optional(),
    })
    .prefault({}),
  /** Name or document id of the site that serves a story whose section has none. */
  defaultSite: field.optional(),
  datelineStyle: field.default('ap'),
});

export type Newsroom = z.infer<typeof newsroomSchema>;
export type StoryType = NonNullable<Newsroom['types']['story']>[number];
export type PlaceType = NonNullable<Newsroom['types']['place']>;
