import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { type CardKey, keyColumns } from '../cards';
import { TABLES } from '../db';
import { readStories } from './index/store-stories';
import { createStoryIndex } from './index/story-index';
import type { RelatedSettings } from './model/models';
import { createContext, type IndexedStory } from './rank/indexed-story';
import { type RankedLink, rankStories } from './rank/rank-stories';
import type { Signal } from './rank/signal';
import { builtInSignals } from './rank/signals';
import { withBorrowed } from './relate/borrow';
import type { Relating } from './relate/relating';

/**
 * A story's links as some settings would make them; nothing is written.
 *
 * @param registered - Signals of other plugins.
 * @returns Null where the story is not in the index: it is not live, or was published just now.
 */
export async function previewLinks(
  relating: Relating,
  key: CardKey,
  settings: RelatedSettings,
  registered: readonly Signal[]
): Promise<RankedLink<IndexedStory>[] | null> {
  const { strapi, models } = relating;
  const sql = await sqlNow(strapi);
  const row: { id: number } | undefined = await table(strapi, sql, TABLES.index)
    .where(keyColumns(key))
    .whereNotNull('features')
    .first('id');
  if (!row) return null;
  const { model } = await models.standing(key.locale);
  const [stored] = await readStories(strapi, sql, [row.id], model, { surfaces: true });
  if (!stored) return null;
  const { story } = stored;
  const [similar] = await createStoryIndex(strapi, settings).similar([story], model, { surfaces: true });
  const { weights, floor } = settings;
  const weighed = { signals: [...builtInSignals(settings), ...registered], weights, floor };
  const links = rankStories(story, similar, weighed, createContext(model));
  return withBorrowed({ ...relating, borrow: settings.borrow }, story, links);
}
