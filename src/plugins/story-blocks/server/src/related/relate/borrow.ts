import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { Reason } from '../../../../shared/src';
import { keyColumns, storyId } from '../../cards';
import { TABLES, whereIn } from '../../db';
import { decodePostings } from '../index/codec';
import { readPostings } from '../index/postings';
import { readStories } from '../index/store-stories';
import { conceptWord } from '../index/story-index';
import type { IndexedStory } from '../rank/indexed-story';
import { MAX_LINKS, MIN_SCORE, type RankedLink } from '../rank/rank-stories';
import type { LinkRow } from '../store-links';
import type { Relating } from './relating';

/** The best that a borrowed link scores: any of the language's own is better. */
const BORROWED = MIN_SCORE * 0.8;
/** Newest stories of a topic that are looked at. */
const OF_TOPIC = 30;

/** Links of the story's own version in another language, and stories there of the same topics. */
async function findIn({ strapi, models }: Relating, story: IndexedStory, locale: string): Promise<IndexedStory[]> {
  const sql = await sqlNow(strapi);
  const { model } = await models.standing(locale);
  const rows: Pick<LinkRow, 'target_id'>[] = await table(strapi, sql, TABLES.links)
    .whereIn(
      'host_id',
      table(strapi, sql, TABLES.index)
        .where(keyColumns({ ...story, locale }))
        .select('id')
    )
    .orderBy('score', 'desc')
    .select('target_id');
  const words = story.topicIds.map((id) => conceptWord('topic', id));
  const lists = await readPostings(strapi, sql, { locale, model: model.version }, words);
  const ofTopics = [...lists.values()].flatMap((list) =>
    decodePostings(list)
      .sort((a, b) => b.day - a.day || b.story - a.story)
      .slice(0, OF_TOPIC)
      .map((posting) => posting.story)
  );
  const ids = [...new Set([...rows.map((row) => row.target_id), ...ofTopics])];
  const stored = await readStories(strapi, sql, ids, model);
  const byId = new Map(stored.map(({ story: found }) => [found.id, found]));
  return ids.flatMap((id) => byId.get(id) ?? []).filter((found) => found.locale === locale);
}

/** Which of some stories there are in a language, by {@link storyId}. */
async function versionsIn({ strapi }: Relating, stories: readonly IndexedStory[], locale: string) {
  const rows: { type: string; document_id: string }[] = await whereIn(
    strapi,
    table(strapi, await sqlNow(strapi), TABLES.index)
      .where({ locale })
      .whereNotNull('features'),
    'document_id',
    stories.map(({ documentId }) => documentId)
  ).select('type', 'document_id');
  return new Set(rows.map((row) => storyId({ type: row.type, documentId: row.document_id })));
}

/**
 * Links that a story takes from other languages where its own has too few: of the story's version there, and of its
 * topics. A story that there is in the story's own language is not borrowed.
 *
 * @returns Its own links and behind them what is borrowed, as many as are kept.
 */
export async function withBorrowed(
  relating: Relating,
  story: IndexedStory,
  own: RankedLink<IndexedStory>[]
): Promise<RankedLink<IndexedStory>[]> {
  const sources = relating.borrow[story.locale] ?? [];
  const links = [...own];
  const taken = new Set<number>();
  for (const locale of sources) {
    if (links.length >= MAX_LINKS) break;
    const stories = await findIn(relating, story, locale);
    const here = await versionsIn(relating, stories, story.locale);
    for (const [place, other] of stories.entries()) {
      const isSelf = storyId(other) === storyId(story);
      if (isSelf || here.has(storyId(other)) || taken.has(other.id) || links.length >= MAX_LINKS) continue;
      const topics = story.topicIds.filter((id) => other.topicIds.includes(id));
      const reasons: Reason[] = [
        { type: 'language', label: locale },
        ...(topics.length > 0 ? [{ type: 'topic', ids: topics }] : []),
      ];
      const score = BORROWED / (1 + place / MAX_LINKS);
      taken.add(other.id);
      links.push({ story: other, score, reasons });
    }
  }
  return links;
}
