import { setImmediate } from 'node:timers/promises';
import { inTransaction, isPostgres, sqlNow, table } from '@wiredesk/strapi-kit/server';
import { advanceGeneration, TABLES, whereIn } from '../../db';
import { allOrEach } from '../../lib/all-or-each';
import { dropPostings } from '../index/postings';
import { GONE, newestBehind, readStories, type StoredStory, takenUpIn, writeProfiles } from '../index/store-stories';
import type { Standing } from '../model/models';
import { createContext, type IndexedStory } from '../rank/indexed-story';
import { type RankedLink, rankStories } from '../rank/rank-stories';
import { endsStandIns, hostsOf, linksChange, lockStories, readLinks, storeLinks } from '../store-links';
import { withBorrowed } from './borrow';
import { failStory } from './fail-story';
import { rankAgain, relateStory } from './relate';
import type { Relating } from './relating';

/** Stories that are brought into a model, and whose links are made, in one turn. */
const PROFILES = 120;
const LINKS = 100;
/** Turns at once: PostgreSQL answers one from its own process while this one compares stories of the other. */
const ABREAST = 2;
/** Stories whose links are written in one transaction. */
const WRITTEN = 50;
/** Stories whose comparison takes some ten milliseconds, after which requests have a turn. */
const BREATH = 10;
/** Stories that went, whose hosts are told in one turn. */
const GONE_AT_ONCE = 20;

/** Runs `work` on all at once, or on each by itself. @param done - Of `column` for one that fails, which is put aside. */
async function guarded(
  { strapi }: Relating,
  column: 'model' | 'ranked',
  done: number,
  ids: readonly number[],
  work: (ids: readonly number[]) => Promise<number>
): Promise<number> {
  const counts = await allOrEach(ids, work, async (id, error) => {
    await failStory(strapi, id, { [column]: done }, error);
    return 1;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Brings the newest stories that are still to be into a language's next model, or its present one.
 *
 * @returns How many were; at 0 all are in it, or are being written.
 */
async function bringIn(relating: Relating, { locale, model, next }: Standing): Promise<number> {
  const { strapi, index } = relating;
  const into = next ?? model;
  const { ids } = await newestBehind(strapi, await sqlNow(strapi), {
    locale,
    column: 'model',
    below: into.version,
    limit: PROFILES,
  });
  if (ids.length === 0) return 0;
  return guarded(relating, 'model', into.version, ids, async (some) => {
    const stored = await readStories(strapi, await sqlNow(strapi), some, into);
    return inTransaction(strapi, async (sql) => {
      // The stories before the lists, as everywhere.
      const free = await lockStories(strapi, sql, some);
      const same = stored.filter(({ story, version }) => free.get(story.id)?.version === version);
      const stories = same.map(({ story }) => story);
      await index.list(sql, stories, into);
      await writeProfiles(
        strapi,
        sql,
        same.map(({ story, version }) => ({ story, version, profile: story.profile }))
      );
      return stories.length;
    });
  });
}

/** Makes the own links of stories. @returns Of how many; others changed meanwhile, or are being written. */
async function rankThem(relating: Relating, standing: Standing, ids: readonly number[]): Promise<number> {
  const { strapi, index, weighed } = relating;
  const { model, ranking } = standing;
  const sql = await sqlNow(strapi);
  const seen = await readLinks(strapi, sql, ids);
  const stored = await readStories(strapi, sql, ids, model, { surfaces: true });
  const context = createContext(model);
  const stories = stored.map(({ story }) => story);
  const similar = await index.similar(stories, model);
  const links = new Map<number, RankedLink<IndexedStory>[]>();
  for (const [at, story] of stories.entries()) {
    links.set(story.id, await withBorrowed(relating, story, rankStories(story, similar[at], weighed, context)));
    if (at % BREATH === 0) await setImmediate();
  }
  let count = 0;
  for (let at = 0; at < stored.length; at += WRITTEN) {
    const part = stored.slice(at, at + WRITTEN);
    count += await inTransaction(strapi, async (trx) => {
      const free = await lockStories(
        strapi,
        trx,
        part.map(({ story }) => story.id)
      );
      if (!(await relating.models.isPresent(trx, standing))) return 0;
      const same = part.filter(({ story, version }) => free.get(story.id)?.version === version);
      const own = new Map(same.map(({ story }) => [story.id, links.get(story.id) ?? []]));
      const { stored: ranked, changed } = await storeLinks(strapi, trx, own, seen);
      await whereIn(strapi, table(strapi, trx, TABLES.index), 'id', ranked).update({ ranked: ranking });
      const ended = ranked.filter((id) => endsStandIns(own.get(id), free.get(id)));
      const told = [...new Set([...changed, ...ended])];
      if (told.length > 0) await advanceGeneration(strapi, trx, await linksChange(strapi, trx, told));
      return ranked.length;
    });
  }
  return count;
}

/** Makes the links of stories, and lets them into those of others. @returns Of how many. */
async function relateThem(relating: Relating, standing: Standing, ids: readonly number[]): Promise<number> {
  const { strapi } = relating;
  const stored: StoredStory[] = await readStories(strapi, await sqlNow(strapi), ids, standing.model, {
    surfaces: true,
  });
  let count = 0;
  for (const one of stored) count += (await relateStory(relating, one, standing, false)) ? 1 : 0;
  return count;
}

/**
 * Makes the links of the newest stories whose own are of another ranking. What readers see stands until then. Those that
 * came or changed while this ranking stood are let into the links of others too, which no pass makes again.
 *
 * @returns How many there were; at 0 all links are of the present ranking, or are being written.
 */
export async function rankBehind(relating: Relating, standing: Standing): Promise<number> {
  const { strapi } = relating;
  const { locale, ranking } = standing;
  const { ids, value } = await newestBehind(strapi, await sqlNow(strapi), {
    locale,
    column: 'ranked',
    below: ranking,
    limit: isPostgres(strapi) ? LINKS * ABREAST : LINKS,
  });
  if (ids.length === 0) return 0;
  if (value === takenUpIn(ranking)) {
    return guarded(relating, 'ranked', ranking, ids, (some) => relateThem(relating, standing, some));
  }
  const turns = [ids.slice(0, LINKS), ids.slice(LINKS)].filter((turn) => turn.length > 0);
  const counts = await Promise.all(
    turns.map((turn) => guarded(relating, 'ranked', ranking, turn, (some) => rankThem(relating, standing, some)))
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Has links made again that name stories which are not live any more: their places are for others, and where one was the
 * newest of several versions also for the one before it.
 */
async function tellGone({ strapi }: Relating, locale: string): Promise<number> {
  const rows: { id: number }[] = await table(strapi, await sqlNow(strapi), TABLES.index)
    .where({ locale })
    .whereNull('model')
    .whereNull('ranked')
    .limit(GONE_AT_ONCE)
    .select('id');
  for (const { id } of rows) {
    await rankAgain(strapi, await hostsOf(strapi, await sqlNow(strapi), id));
    await table(strapi, await sqlNow(strapi), TABLES.index)
      .where({ id })
      .whereNull('model')
      .whereNull('ranked')
      .update({ ranked: GONE });
  }
  return rows.length;
}

/** What a step was about. `brought`: stories into a model; `ranked`: links made. */
export interface Step {
  did: 'taken up' | 'analysed' | 'trained' | 'brought' | 'ranked' | 'cleared' | null;
  /** Stories; 0 where there is nothing to do. */
  count: number;
}
export const NOTHING: Step = { did: null, count: 0 };

/**
 * One step of what is to be done for a language's archive when nothing waits: brings stories into its next model, takes it
 * into use, makes links that are of another ranking, clears away.
 */
export async function passStep(relating: Relating, standing: Standing): Promise<Step> {
  const { strapi, models } = relating;
  const { locale } = standing;
  const brought = await bringIn(relating, standing);
  if (brought > 0) return { did: 'brought', count: brought };
  if (standing.next && (await models.adopt(standing))) return { did: 'trained', count: 1 };
  const gone = await tellGone(relating, locale);
  if (gone > 0) return { did: 'cleared', count: gone };
  const ranked = await rankBehind(relating, standing);
  if (ranked > 0) return { did: 'ranked', count: ranked };
  const hasMore = await dropPostings(strapi, await sqlNow(strapi), locale, standing.model.version);
  return hasMore ? { did: 'cleared', count: 1 } : NOTHING;
}
