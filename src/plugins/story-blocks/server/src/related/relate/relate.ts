import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { inTransaction, isPostgres, sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { FullCard } from '../../cards';
import { type Claim, claimedCards, settleClaims, stillClaimed } from '../../cards';
import { bodyParagraphs } from '../../cards/body';
import { advanceGeneration, TABLES, whereIn } from '../../db';
import { analyseStory } from '../analyse/analyse-story';
import { readStories, type StoredStory, TO_RANK, toIndexed } from '../index/store-stories';
import type { Model } from '../model/model';
import type { Standing } from '../model/models';
import { createContext, type IndexedStory, profileBy } from '../rank/indexed-story';
import { isAboveFloor, isNewer, rankStories, reasonsFor, scorePair } from '../rank/rank-stories';
import {
  type Entry,
  endsStandIns,
  enterLinks,
  hostsOf,
  linksChange,
  lockStories,
  readLinks,
  storeLinks,
} from '../store-links';
import { withBorrowed } from './borrow';
import type { Relating } from './relating';

/** Links of others to a story that are looked at with it when it changes; what is beyond has its own turn. */
const FORMER = 200;

/** The words of a card. */
export const analysed = (card: FullCard) =>
  analyseStory({ title: card.title, paragraphs: bodyParagraphs(card.body), locale: card.locale });

/** A claimed story that is in the index. */
export interface Taken extends StoredStory {
  claim: Claim;
}

/**
 * Takes up claimed stories of one language into the index.
 *
 * @param models - Into whose lists they come; none where passes are to bring them in.
 * @returns Those that were still there, and as they were claimed.
 */
export async function takeUp(
  { strapi, index, models: { none } }: Relating,
  claims: readonly Claim[],
  models: readonly Model[],
  ranking: number
): Promise<Taken[]> {
  const stories = new Map<Claim, Omit<IndexedStory, 'id'>>();
  for (const [claim, card] of await claimedCards(strapi, claims)) {
    stories.set(claim, toIndexed(card, analysed(card), models[0] ?? none));
    // Requests come first: a long story takes a while.
    await setImmediate();
  }
  return inTransaction(strapi, async (sql) => {
    const claimed = await stillClaimed(strapi, sql, [...stories.keys()]);
    const found = claimed.flatMap((claim) => stories.get(claim) ?? []);
    const numbers = await index.put(sql, found, models, ranking);
    // Nothing else is done without a model: passes find them.
    if (models.length === 0) await settleClaims(strapi, sql, claimed);
    return claimed.map((claim, at) => {
      const { id, version } = numbers[at];
      return { claim, version, story: { ...found[at], id } };
    });
  });
}

/** Numbers of the stories that link to one, and of these the first as stories, beside those that are looked at anyway. */
async function formerHosts(
  { strapi }: Relating,
  guest: IndexedStory,
  found: readonly IndexedStory[],
  standing: Standing
): Promise<{ stories: IndexedStory[]; others: number[] }> {
  const sql = await sqlNow(strapi);
  const known = new Set(found.map(({ id }) => id));
  const ids = (await hostsOf(strapi, sql, guest.id)).filter((id) => !known.has(id));
  const stored = await readStories(strapi, sql, ids.slice(0, FORMER), standing.model, { surfaces: true });
  const stories = stored.map(({ story }) => story).filter(({ locale }) => locale === guest.locale);
  const looked = new Set(stories.map(({ id }) => id));
  return { stories, others: ids.filter((id) => !looked.has(id)) };
}

/**
 * Makes the links of a story that was taken up, and lets it into those of the stories that it belongs with.
 *
 * @param isNew - Whether nobody links to it yet.
 * @returns False where it has changed since, or is being written: then its links are somebody else's, or have another turn.
 */
export async function relateStory(
  relating: Relating,
  { version, ...stored }: StoredStory,
  standing: Standing,
  isNew: boolean
): Promise<boolean> {
  const { strapi, index, weighed } = relating;
  // It may have been brought into another model since.
  const story = { ...stored.story, profile: profileBy(standing.model, stored.story.features) };
  const context = createContext(standing.model);
  const seen = isNew ? [] : await readLinks(strapi, await sqlNow(strapi), [story.id]);
  // Words are kept as written: a reason uses those of the story that has the link.
  const [similar] = await index.similar([story], standing.model, { surfaces: true });
  // On SQLite nothing waits for anything: requests have their turn only where they are given one.
  await setImmediate();
  const links = await withBorrowed(relating, story, rankStories(story, similar, weighed, context));
  const former = isNew ? { stories: [], others: [] } : await formerHosts(relating, story, similar, standing);

  const versions = similar.filter((other) => context.isVersion(story, other));
  const isVersion = new Set(versions.map(({ id }) => id));
  const entries = [...similar, ...former.stories].map((host): Entry => {
    const isOut = isVersion.has(host.id) || !isAboveFloor(host, story, weighed, context);
    const score = isOut ? 0 : scorePair(host, story, weighed, context);
    return { host: host.id, score, reasons: () => reasonsFor(host, story, weighed, context) };
  });

  await setImmediate();
  const missed = await inTransaction(strapi, async (sql) => {
    // Its own row first: what was made of an older state of it is nobody's.
    const own = await lockStories(strapi, sql, [story.id]);
    if (own.get(story.id)?.version !== version || !(await relating.models.isPresent(sql, standing))) return null;
    const { stored: made, changed } = await storeLinks(strapi, sql, new Map([[story.id, links]]), seen);
    if (made.length === 0) return null;
    await table(strapi, sql, TABLES.index).where({ id: story.id }).update({ ranked: standing.ranking });
    // Those whose links are being written are ranked anew; to wait for them here could be a deadlock.
    const free = await lockStories(
      strapi,
      sql,
      entries.map(({ host }) => host)
    );
    const entered = await enterLinks(
      strapi,
      sql,
      story.id,
      // One whose own links are still to be made will find it by itself, and shows no part of them until then.
      entries.filter(({ host }) => free.get(host)?.ranked === standing.ranking),
      {
        older: versions.filter((other) => isNewer(story, other)).map(({ id }) => id),
        newer: versions.filter((other) => isNewer(other, story)).map(({ id }) => id),
      }
    );
    const ended = endsStandIns(links, own.get(story.id)) ? [story.id] : [];
    const others = [...new Set([...ended, ...changed, ...entered])];
    if (others.length > 0) await advanceGeneration(strapi, sql, await linksChange(strapi, sql, others));
    return entries.filter(({ host }) => !free.has(host)).map(({ host }) => host);
  });
  if (missed === null) return false;
  await rankAgain(strapi, [...missed, ...former.others]);
  return true;
}

const BUSY_MS = 20;
const TURNS = 50;

/** Has links of stories made again by the next passes. Waits for none that is being written while it holds another. */
export async function rankAgain(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  let left = [...ids];
  for (let turn = 0; left.length > 0 && turn < TURNS; turn += 1) {
    if (turn > 0) await setTimeout(BUSY_MS);
    const marked = await inTransaction(strapi, async (sql) => {
      const free = [...(await lockStories(strapi, sql, left)).keys()];
      const stories = whereIn(strapi, table(strapi, sql, TABLES.index), 'id', free);
      // One that others are to get to know of stays so.
      await stories.where('ranked', '>=', 0).update({ ranked: TO_RANK });
      return new Set(free);
    });
    // On SQLite all are free that are live; the others have no links.
    if (!isPostgres(strapi)) return;
    left = left.filter((id) => !marked.has(id));
  }
}
