import type { Core } from '@strapi/strapi';
import { inTransaction, type Sql, table } from '@wiredesk/strapi-kit/server';
import { ALL_LOCALES } from '../../../../shared/src';
import { type CardKey, keyColumns, storyId } from '../../cards';
import { advanceGeneration, lockDocument, TABLES } from '../../db';
import { EVERYTHING, relatedTag } from '../../delivery/tags';
import { takeVersion } from '../versions';
import { type StoryRef, targetColumns } from '../wish';
import { everywhereKey, toWish, type WishRow } from './read-wills';
import type { LinkWish } from './will';

/** A story's own will in one language, or in all: pins in their order, then hides. */
export interface KeptWill {
  wishes: LinkWish[];
  /** Whether the story itself is hidden from the links of every other. */
  hiddenEverywhere: boolean;
}

/** The wishes of a will, and of the one for all languages beside it. */
export async function findWishes(
  strapi: Core.Strapi,
  sql: Sql,
  key: CardKey
): Promise<{ own: LinkWish[]; all: LinkWish[] }> {
  const rows: WishRow[] = await table(strapi, sql, TABLES.pins)
    .where({ type: key.type, document_id: key.documentId })
    .whereIn('locale', [key.locale, ALL_LOCALES])
    .orderBy([{ column: 'kind', order: 'desc' }, { column: 'position' }]);
  const of = (locale: string) => rows.filter((row) => row.locale === locale).map(toWish);
  return { own: of(key.locale), all: key.locale === ALL_LOCALES ? [] : of(ALL_LOCALES) };
}

export async function isHiddenEverywhere(strapi: Core.Strapi, sql: Sql, key: CardKey): Promise<boolean> {
  const row = await table(strapi, sql, TABLES.pins)
    .where({ ...keyColumns(everywhereKey(key.locale)), ...targetColumns(key) })
    .first('kind');
  return row !== undefined;
}

/** What counts the changes of a story's will. */
export const willVersion = (key: CardKey) => ({ name: TABLES.wills, key: keyColumns(key) });

async function hideEverywhere(strapi: Core.Strapi, sql: Sql, locale: string, story: StoryRef): Promise<void> {
  await table(strapi, sql, TABLES.pins)
    .insert({
      ...keyColumns(everywhereKey(locale)),
      ...targetColumns(story),
      kind: 'hide',
      position: 0,
      everywhere: true,
    })
    .onConflict(['type', 'document_id', 'locale', 'target_type', 'target_id'])
    .ignore();
}

/** Takes a hide everywhere back. Other stories' wills that said the same hide it on these stories from now on. */
async function showAgain(strapi: Core.Strapi, sql: Sql, locale: string, story: StoryRef): Promise<void> {
  const global = everywhereKey(locale);
  await table(strapi, sql, TABLES.pins)
    .where({ ...keyColumns(global), ...targetColumns(story) })
    .delete();
  const saying = () =>
    table(strapi, sql, TABLES.pins)
      .where({ ...targetColumns(story), kind: 'hide', everywhere: true })
      .whereIn('locale', global.locale === ALL_LOCALES ? [ALL_LOCALES, ''] : [global.locale]);
  await table(strapi, sql, TABLES.wills)
    .whereIn(['type', 'document_id', 'locale'], saying().select('type', 'document_id', 'locale'))
    .update({ version: sql.raw('?? + 1', ['version']) });
  await saying().update({ everywhere: false });
}

async function replaceWishes(strapi: Core.Strapi, sql: Sql, key: CardKey, wishes: LinkWish[]): Promise<void> {
  const rows = wishes.map((wish, position) => ({
    ...keyColumns(key),
    ...targetColumns(wish),
    kind: wish.kind,
    position,
    until: wish.until,
    everywhere: wish.everywhere,
  }));
  await table(strapi, sql, TABLES.pins).where(keyColumns(key)).delete();
  if (rows.length > 0) await table(strapi, sql, TABLES.pins).insert(rows);
}

const everywhereOf = (wishes: LinkWish[]) => wishes.filter(({ everywhere }) => everywhere);

async function syncEverywhere(strapi: Core.Strapi, sql: Sql, key: CardKey, before: KeptWill, after: KeptWill) {
  const wanted = new Map(everywhereOf(after.wishes).map((wish) => [storyId(wish), wish as StoryRef]));
  const dropped = everywhereOf(before.wishes).filter((wish) => !wanted.has(storyId(wish)));
  const lifted: StoryRef[] = [...dropped, ...(before.hiddenEverywhere && !after.hiddenEverywhere ? [key] : [])];
  const hidden: StoryRef[] = [...wanted.values(), ...(after.hiddenEverywhere && !before.hiddenEverywhere ? [key] : [])];
  // Two wills that hide the same stories wait for each other in one order.
  const inOrder = (stories: StoryRef[]) => stories.sort((a, b) => (storyId(a) < storyId(b) ? -1 : 1));
  for (const story of inOrder(lifted)) await showAgain(strapi, sql, key.locale, story);
  for (const story of inOrder(hidden)) await hideEverywhere(strapi, sql, key.locale, story);
}

/**
 * Changes a will in one transaction; of several writers that read the same version the first one wins.
 *
 * @param expected - The version that was read, or null to change whatever stands.
 * @param decide - Gives the will that is to stand, of the one that stands; what it throws leaves everything as it was.
 * @returns Whether it was changed: false where another version stands.
 */
export async function changeWill(
  strapi: Core.Strapi,
  key: CardKey,
  expected: number | null,
  decide: (before: KeptWill) => Promise<KeptWill>
): Promise<boolean> {
  return inTransaction(strapi, async (sql) => {
    // Whoever deletes the story comes before or after, and takes the will with it.
    await lockDocument(strapi, sql, key.type, key.documentId);
    if (!(await takeVersion(strapi, sql, willVersion(key), expected))) return false;
    const { own } = await findWishes(strapi, sql, key);
    const before = { wishes: own, hiddenEverywhere: await isHiddenEverywhere(strapi, sql, key) };
    const after = await decide(before);
    await replaceWishes(strapi, sql, key, after.wishes);
    await syncEverywhere(strapi, sql, key, before, after);
    // A story hidden everywhere may have stood in any story's links.
    const isEverywhere = everywhereOf([...before.wishes, ...after.wishes]).length > 0;
    const others = isEverywhere || before.hiddenEverywhere !== after.hiddenEverywhere ? [EVERYTHING] : [];
    await advanceGeneration(strapi, sql, { tags: [relatedTag(key.documentId), ...others], concepts: false });
    return true;
  });
}
