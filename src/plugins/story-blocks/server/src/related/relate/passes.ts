import { advanceGeneration, inTransaction, sqlNow, TABLES, table, whereIn } from '../../db';
import { dropPostings } from '../index/postings';
import { newestBehind, readStories, writeProfiles } from '../index/store-stories';
import type { Standing } from '../model/models';
import { createContext, type IndexedStory } from '../rank/indexed-story';
import { type RankedLink, rankStories } from '../rank/rank-stories';
import { lockStories, storeLinks } from '../store-links';
import { withBorrowed } from './borrow';
import type { Relating } from './relate';

/** Stories that are brought into a model, and whose links are made, in one turn: each a transaction of some ten milliseconds. */
const PROFILES = 250;
const LINKS = 50;

/**
 * Brings the newest stories that are still to be into a language's next model, or its present one.
 *
 * @returns How many there were; at 0 all are in it.
 */
export async function bringIn({ strapi, index }: Relating, { locale, model, next }: Standing): Promise<number> {
  const into = next ?? model;
  const ids = await newestBehind(strapi, await sqlNow(strapi), {
    locale,
    column: 'model',
    below: into.version,
    limit: PROFILES,
  });
  if (ids.length === 0) return 0;
  const stored = await readStories(strapi, await sqlNow(strapi), ids, into);
  await inTransaction(strapi, async (sql) => {
    await index.list(
      sql,
      stored.map(({ story }) => story),
      into
    );
    await writeProfiles(
      strapi,
      sql,
      stored.map(({ story, version }) => ({ story, version, profile: story.profile }))
    );
  });
  return ids.length;
}

/**
 * Makes the links of the newest stories whose own are of another ranking. What readers see stands until then.
 *
 * @returns How many there were; at 0 all links are of the present ranking.
 */
export async function rankBehind(relating: Relating, standing: Standing): Promise<number> {
  const { strapi, index, weighed } = relating;
  const { locale, model, ranking } = standing;
  const ids = await newestBehind(strapi, await sqlNow(strapi), {
    locale,
    column: 'ranked',
    below: ranking,
    limit: LINKS,
  });
  if (ids.length === 0) return 0;
  const stored = await readStories(strapi, await sqlNow(strapi), ids, model, { surfaces: true });
  const context = createContext(model);
  const stories = stored.map(({ story }) => story);
  const similar = await index.similar(stories, model);
  const links = new Map<number, RankedLink<IndexedStory>[]>();
  for (const [at, story] of stories.entries()) {
    links.set(story.id, await withBorrowed(relating, story, rankStories(story, similar[at], weighed, context)));
  }
  await inTransaction(strapi, async (sql) => {
    const free = await lockStories(strapi, sql, ids);
    const same = stored.filter(({ story, version }) => free.get(story.id)?.version === version);
    const ranked = same.map(({ story }) => story.id);
    if (ranked.length === 0) return;
    const changed = await storeLinks(strapi, sql, new Map(ranked.map((id) => [id, links.get(id) ?? []])));
    await whereIn(strapi, table(strapi, sql, TABLES.index), 'id', ranked).update({ ranked: ranking });
    if (changed) await advanceGeneration(strapi, sql);
  });
  return ids.length;
}

/** What a step was about. `brought`: stories into a model; `ranked`: links made. */
export interface Step {
  did: 'taken up' | 'trained' | 'brought' | 'ranked' | 'cleared' | null;
  /** Stories; 0 where there is nothing to do. */
  count: number;
}
export const NOTHING: Step = { did: null, count: 0 };

/**
 * One step of what is to be done for a language's archive when nothing waits: trains a model that it has outgrown,
 * brings stories into it, takes it into use, makes links that are of another ranking, clears away.
 *
 * @param mayTrain - Whether to look if the archive has outgrown its model.
 */
export async function passStep(relating: Relating, locale: string, mayTrain: boolean): Promise<Step> {
  const { strapi, models } = relating;
  const standing = await models.standing(locale);
  if (mayTrain && !standing.next) {
    const isDue = models.isDue(standing, await models.countOf(locale));
    if (isDue && (await models.train(locale))) return { did: 'trained', count: 1 };
  }
  const brought = await bringIn(relating, standing);
  if (brought > 0) return { did: 'brought', count: brought };
  if (standing.next) {
    await models.adopt(standing);
    return { did: 'trained', count: 1 };
  }
  const ranked = await rankBehind(relating, standing);
  if (ranked > 0) return { did: 'ranked', count: ranked };
  const hasMore = await dropPostings(strapi, await sqlNow(strapi), locale, [standing.model.version]);
  return hasMore ? { did: 'cleared', count: 1 } : NOTHING;
}
