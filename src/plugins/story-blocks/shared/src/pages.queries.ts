import { z } from 'zod';
import { linkKindSchema } from './pages.contract';
import { limitQuery, listQuery, localeQuery, nameQuery, neededName, wholeNumber } from './query-fields';

const locale = localeQuery.describe('A language of the application; left out, its default one.');
const site = nameQuery.optional().describe('The serving site: document id or name. Left out, the home site.');
const type = nameQuery.optional().describe('Uid of a story type, where several are mapped.');
const limit = limitQuery.describe('At most so many; left out, what the application says.');
const SLUG = 'Slug of the story in `locale`.';

export const pageQuery = z.looseObject({
  locale,
  site,
  type,
  slug: nameQuery.optional().describe(SLUG),
  status: z
    .enum(['published', 'draft'], 'must be published or draft')
    .optional()
    .describe('`draft`: a preview, for callers who may preview.'),
});

export const pageBySlugQuery = pageQuery
  .omit({ slug: true })
  .extend({ slug: neededName('name the story by its slug').describe(SLUG) });

export const frontQuery = z.looseObject({
  locale,
  site,
  date: z.iso
    .date('must be a day such as 2026-04-22')
    .optional()
    .describe('A day in the time zone of the serving site.'),
  page: wholeNumber(1, 100_000).optional().describe('Left out: 1.'),
  pageSize: limitQuery.describe('Teasers a page; left out: 20.'),
});

export const relatedQuery = z.looseObject({
  locale,
  limit,
  kinds: listQuery
    .pipe(z.array(linkKindSchema).min(1))
    .optional()
    .describe('Kinds of links, with commas between; left out: all.'),
  type,
});

export const teasersQuery = z.looseObject({
  locale,
  section: nameQuery.optional().describe('Document id, slug or name.'),
  limit,
  exclude: listQuery.optional().describe('Document ids of stories to leave out, with commas between.'),
});

export const railsQuery = z.looseObject({
  locale,
  sections: listQuery
    .pipe(z.array(z.string()).min(1).max(50))
    .describe('Document ids, slugs or names, with commas between.'),
  limit,
});

export const holdsQuery = z.looseObject({ type });
