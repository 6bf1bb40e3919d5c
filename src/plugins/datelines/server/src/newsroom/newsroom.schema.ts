import { typesSchema } from '@wiredesk/newsroom';
import { z } from 'zod';

const name = z.string().min(1);

/** What datelines reads of `config/newsroom`: nothing has to be mapped. The file belongs to all plugins, so other keys pass. */
export const newsroomSchema = z.object({
  types: typesSchema({ site: ['name'], author: ['name'], place: ['city'], source: ['name'] }).prefault({}),
  /** Name or document id of the site that serves a story whose section has none. */
  defaultSite: name.optional(),
  datelineStyle: name.default('ap'),
});

export type Newsroom = z.infer<typeof newsroomSchema>;
export type StoryType = NonNullable<Newsroom['types']['story']>[number];
export type PlaceType = NonNullable<Newsroom['types']['place']>;
