import type { Core } from '@strapi/strapi';
import { appLocales, sqlNow, table } from '@wiredesk/strapi-kit/server';
import { TABLES } from '../db';
import { foldSlug } from '../lib/fold-slug';
import type { Newsroom } from '../newsroom';
import type { CardKey } from './card';
import { formerOwners, formerSlugsOf, type SlugOf } from './former-slugs';

/** A slug that an entry has, or was published under, as story-slugs tells of it. */
interface HeldSlug {
  contentType: string;
  documentId: string;
  locale: string | null;
  slug: string;
}

/** The part of story-slugs that is used where it is installed. */
interface SlugHistory {
  /** Entries that have one of the slugs, drafts among them, or were published under it; in whatever language. */
  holders(question: { slugs: string[]; locales: string[]; types: string[] }): Promise<HeldSlug[]>;
  /** Slugs that an entry has, and those that it was published under. */
  slugsOf(question: { documentId: string; type: string }): Promise<string[]>;
}

const historyOf = (strapi: Core.Strapi): SlugHistory | null =>
  strapi.plugins['story-slugs'] ? (strapi.plugin('story-slugs').service('history') as unknown as SlugHistory) : null;

const storyTypes = (newsroom: Newsroom) => newsroom.config.types.story.map(({ uid }) => uid);

/** A slug in the forms in which it may be kept, for what is looked for by the very text. */
const forms = (slugs: readonly string[]) => [...new Set(slugs.flatMap((slug) => [slug, foldSlug(slug)]))];

/** The stories that are live under slugs, in whatever language. */
export async function liveOwners(strapi: Core.Strapi, newsroom: Newsroom, slugs: readonly string[]): Promise<SlugOf[]> {
  if (slugs.length === 0) return [];
  const rows: { type: string; document_id: string; locale: string; slug: string }[] = await table(
    strapi,
    await sqlNow(strapi),
    TABLES.cards
  )
    .whereIn('type', storyTypes(newsroom))
    .whereIn('locale', [...(await appLocales(strapi)), ''])
    .whereIn('slug', forms(slugs))
    .select('type', 'document_id', 'locale', 'slug');
  return rows.map(({ type, document_id: documentId, locale, slug }) => ({ type, documentId, locale, slug }));
}

/**
 * The stories that had slugs, or have them and are not live: as far as is known of those that were live, and with
 * story-slugs of all.
 */
export async function otherOwners(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  slugs: readonly string[]
): Promise<SlugOf[]> {
  if (slugs.length === 0) return [];
  const own = await formerOwners(strapi, slugs);
  const history = historyOf(strapi);
  const question = { slugs: forms(slugs), locales: await appLocales(strapi), types: storyTypes(newsroom) };
  const held = (await history?.holders(question)) ?? [];
  return [
    // Who has it is asked before who had it.
    ...held.map(({ contentType: type, documentId, locale, slug }) => ({
      type,
      documentId,
      locale: newsroom.keyLocale(type, locale),
      slug,
    })),
    ...own.filter(({ type }) => newsroom.storyType(type)),
  ];
}

/** Every slug that is known of a story, in whatever language. */
export async function everySlugOf(
  strapi: Core.Strapi,
  { type, documentId }: Pick<CardKey, 'type' | 'documentId'>
): Promise<string[]> {
  const live: { slug: string | null }[] = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .where({ type, document_id: documentId })
    .select('slug');
  const former = await formerSlugsOf(strapi, { type, documentId });
  const held = (await historyOf(strapi)?.slugsOf({ documentId, type })) ?? [];
  return [...new Set([...live, ...former].flatMap(({ slug }) => slug ?? []).concat(held))];
}
