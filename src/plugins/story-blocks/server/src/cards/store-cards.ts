import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';
import { type Change, eachType, TABLES, together } from '../db';
import { byLanguage, inChunks } from './by-language';
import type { CardKey, FullCard } from './card';
import { refsText, type StoredCard, toStored } from './card-columns';
import type { StoryChange } from './changes';
import { rememberSlugs, type SlugOf } from './former-slugs';
import { type CardDifference, changesOf, compareCards, type KeptCard, keptKey, refsKept } from './kept-cards';
import { listenersOf } from './listeners';
import { storyChange } from './story-change';

const KEY = ['type', 'document_id', 'locale'];

async function writeCards(strapi: Core.Strapi, sql: Sql, cards: StoredCard[]): Promise<void> {
  await inChunks(cards, (part) =>
    table(strapi, sql, TABLES.cards)
      .insert(
        part.map(({ columns }) => ({
          ...columns,
          retry_at: 0,
          attempts: 0,
          error: null,
          failed_at: null,
          stale_at: null,
        }))
      )
      .onConflict(KEY)
      .merge()
  );
}

/**
 * Writes what cards point at, where they point at anything else than before. Of what was not kept, in whatever way, there
 * is nothing to delete.
 */
async function writeRefs(strapi: Core.Strapi, sql: Sql, cards: StoredCard[], kept: KeptCard[]): Promise<void> {
  const known = new Map(kept.map((card) => [keptKey(card), refsKept(card)]));
  const changed = cards.filter(({ key, refs }) => known.get(keptKey(key)) !== refsText(refs));
  await byLanguage(
    changed.map(({ key }) => key).filter((key) => known.has(keptKey(key))),
    (where, ids) => table(strapi, sql, TABLES.cardRefs).where(where).whereIn('document_id', ids).delete()
  );
  await inChunks(
    changed.flatMap(({ refs }) => refs),
    (part) =>
      table(strapi, sql, TABLES.cardRefs)
        .insert(part)
        .onConflict([...KEY, 'role', 'ref_id'])
        .merge()
  );
}

/** The slug that a story had until now, and has no longer. */
const slugLeft = ({ key, before, after }: StoryChange): SlugOf[] =>
  before?.slug && before.slug !== after?.slug ? [{ ...key, slug: before.slug }] : [];

/**
 * Makes documents' cards those given, in a few statements however many they are: writes what differs from what is kept,
 * deletes what is kept and not given.
 *
 * @param kept - All that is kept of the documents that the cards are of.
 * @returns What differed, and what readers see otherwise now.
 */
export async function storeCards(
  strapi: Core.Strapi,
  sql: Sql,
  cards: FullCard[],
  kept: KeptCard[]
): Promise<{ differences: CardDifference[]; change: Change | null }> {
  const { differences, toWrite, right, leftOver } = compareCards(cards.map(toStored), kept);
  const changes = changesOf(cards, kept, differences);
  const [change] = await together(
    storyChange(strapi, sql, changes),
    writeCards(strapi, sql, toWrite),
    writeRefs(strapi, sql, toWrite, kept),
    rememberSlugs(strapi, sql, changes.flatMap(slugLeft))
  );
  await byLanguage(
    right.filter((card) => card.isStale),
    (where, ids) => table(strapi, sql, TABLES.cards).where(where).whereIn('document_id', ids).update({ stale_at: null })
  );
  await deleteCards(strapi, sql, leftOver);
  return { differences, change };
}

/**
 * Deletes cards. Links of other stories to them stay: they show nothing while it is gone and return with it. Nothing is
 * written to those stories here: their rows, locked to the end of this transaction, would deadlock with their own editors.
 */
async function deleteCards(strapi: Core.Strapi, sql: Sql, keys: CardKey[]): Promise<void> {
  await byLanguage(keys, async (where, ids) => {
    for (const name of [TABLES.cards, TABLES.cardRefs]) {
      await table(strapi, sql, name).where(where).whereIn('document_id', ids).delete();
    }
    for (const { gone } of listenersOf(strapi)) await gone?.(strapi, sql, where, ids);
  });
}

/** Keeps the slugs of all the stories of a language, which is about to go. */
async function rememberAll(strapi: Core.Strapi, sql: Sql, where: { locale: string; type?: string }): Promise<void> {
  const rows: { type: string; document_id: string; locale: string; slug: string }[] = await table(
    strapi,
    sql,
    TABLES.cards
  )
    .where(where)
    .whereNotNull('slug')
    .select('type', 'document_id', 'locale', 'slug');
  await rememberSlugs(
    strapi,
    sql,
    rows.map(({ document_id: documentId, ...row }) => ({ ...row, documentId }))
  );
}

/** Deletes what is kept in a language that the application no longer has; of one type, or of all. */
export async function deleteLocale(
  strapi: Core.Strapi,
  sql: Sql,
  locale: string,
  only?: { story: string } | { kind: string }
): Promise<void> {
  if (!only || 'story' in only) {
    const where = { locale, ...(only ? { type: only.story } : {}) };
    await rememberAll(strapi, sql, where);
    for (const name of [TABLES.cards, TABLES.cardRefs, TABLES.firstPublications])
      await table(strapi, sql, name).where(where).delete();
    for (const { localeDeleted } of listenersOf(strapi)) await localeDeleted?.(strapi, sql, where);
  }
  if (!only || 'kind' in only) {
    await table(strapi, sql, TABLES.concepts)
      .where({ locale, ...(only ?? {}) })
      .delete();
  }
}

/**
 * Marks stories for the worker to derive them again, however many.
 *
 * @param at - When; null where they are not to be derived again.
 */
export async function markStoriesStale(
  strapi: Core.Strapi,
  sql: Sql,
  type: string,
  documentIds: string[],
  at: number | null = Date.now()
): Promise<void> {
  await inChunks(documentIds, (part) =>
    table(strapi, sql, TABLES.cards).where({ type }).whereIn('document_id', part).update({ stale_at: at })
  );
}

/** Marks the stories that point at a concept, for the worker to derive them again. */
export async function markStale(
  strapi: Core.Strapi,
  sql: Sql,
  ref: { role: string; id: string; locale?: string }
): Promise<void> {
  const pointing = table(strapi, sql, TABLES.cardRefs)
    .where({ role: ref.role, ref_id: ref.id, ...(ref.locale ? { locale: ref.locale } : {}) })
    .select('document_id');
  await table(strapi, sql, TABLES.cards).whereIn('document_id', pointing).update({ stale_at: Date.now() });
}

/** Drops the cards of content types that are stories no longer. */
export async function dropUnmappedCards(strapi: Core.Strapi, isStory: (type: string) => boolean): Promise<void> {
  for (const name of [TABLES.cards, TABLES.cardRefs]) {
    await eachType(strapi, name, async (sql, type) => {
      if (!isStory(type)) await table(strapi, sql, name).where({ type }).delete();
    });
  }
}
