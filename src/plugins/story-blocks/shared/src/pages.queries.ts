import { z } from 'zod';
import { linkKindSchema } from './pages.contract';
import { limitQuery, listQuery, localeQuery, nameQuery, wholeNumber } from './query-fields';

export const pageQuery = z.looseObject({
  locale: localeQuery,
  site: nameQuery.optional(),
  type: nameQuery.optional(),
  slug: nameQuery.optional(),
  status: z.enum(['published', 'draft'], 'must be published or draft').optional(),
});

export const frontQuery = z.looseObject({
  locale: localeQuery,
  site: nameQuery.optional(),
  date: z.iso.date('must be a day such as 2026-04-22').optional(),
  page: wholeNumber(1, 100_000).optional(),
  pageSize: limitQuery,
});

export const relatedQuery = z.looseObject({
  locale: localeQuery,
  limit: limitQuery,
  kinds: listQuery.pipe(z.array(linkKindSchema).min(1)).optional(),
  type: nameQuery.optional(),
});

export const teasersQuery = z.looseObject({
  locale: localeQuery,
  section: nameQuery.optional(),
  limit: limitQuery,
  exclude: listQuery.optional(),
});

export const railsQuery = z.looseObject({
  locale: localeQuery,
  sections: listQuery.pipe(z.array(z.string()).min(1).max(50)),
  limit: limitQuery,
});

export const holdsQuery = z.looseObject({ type: nameQuery.optional() });
