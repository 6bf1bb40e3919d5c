import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { TABLES } from '../db';
import { asText, rowsOf } from '../slug-store';
import type { SlugType } from '../slug-types';

/** A slug that an entry has, or was published under. */
export interface HeldSlug {
  contentType: string;
  documentId: string;
  /** Null where all languages share the slug. */
  locale: string | null;
  slug: string;
}

export interface HoldersQuestion {
  slugs: string[];
  /** Codes of languages. */
  locales: string[];
  /** Uids of content types. */
  types: string[];
}

/** The entries of a type that have one of the slugs. */
async function havingNow(strapi: Core.Strapi, type: SlugType, { slugs }: HoldersQuestion): Promise<HeldSlug[]> {
  const found = await rowsOf(strapi, type.uid).findMany({
    select: ['documentId', type.slugField, ...(type.localized ? ['locale'] : [])],
    where: { [type.slugField]: { $in: slugs } },
    orderBy: { documentId: 'asc' },
  });
  return found.map((row) => ({
    contentType: type.uid,
    documentId: asText(row.documentId),
    locale: type.sharedSlug ? null : asText(row.locale),
    slug: asText(row[type.slugField]),
  }));
}

/**
 * Whose slugs are, published or not: those that have them, then those that were published under them. One statement a
 * type and one more, however many slugs.
 */
export async function findHolders(
  strapi: Core.Strapi,
  types: readonly SlugType[],
  question: HoldersQuestion
): Promise<HeldSlug[]> {
  const { slugs, locales } = question;
  if (slugs.length === 0 || types.length === 0) return [];
  const holders: HeldSlug[] = [];
  for (const type of types) holders.push(...(await havingNow(strapi, type, question)));
  const before: { type: string; locale: string; slug: string; document_id: string }[] = await table(
    strapi,
    await sqlNow(strapi),
    TABLES.history
  )
    .whereIn(
      'type',
      types.map(({ uid }) => uid)
    )
    .whereIn('locale', [...locales, ''])
    .whereIn('slug', slugs)
    .select('type', 'locale', 'slug', 'document_id');
  for (const { type: contentType, document_id: documentId, locale, slug } of before)
    holders.push({ contentType, documentId, locale: locale || null, slug });
  return holders;
}

/** The slugs that an entry has, in drafts and published, and those that it was published under; in all languages. */
export async function findSlugsOf(strapi: Core.Strapi, type: SlugType, documentId: string): Promise<string[]> {
  const rows = await rowsOf(strapi, type.uid).findMany({ select: [type.slugField], where: { documentId } });
  const before: string[] = await table(strapi, await sqlNow(strapi), TABLES.history)
    .where({ type: type.uid, document_id: documentId })
    .pluck('slug');
  return [...new Set([...rows.map((row) => asText(row[type.slugField])), ...before])].filter((slug) => slug !== '');
}
