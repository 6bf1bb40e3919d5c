import type { Core } from '@strapi/strapi';
import type { FullCard } from '../../cards';
import { bodyParagraphs } from '../../cards/body';
import { advanceGeneration, inTransaction, type Sql, sqlNow, TABLES, table } from '../../db';
import { analyseStory } from '../analyse/analyse-story';
import { readStories, toIndexed } from '../index/store-stories';
import type { StoryIndex } from '../index/story-index';
import type { Model } from '../model/model';
import type { Models, Standing } from '../model/models';
import { createContext, type IndexedStory, profileBy } from '../rank/indexed-story';
import { rankStories, reasonsFor, scorePair, type Weighed } from '../rank/rank-stories';
import { type Entry, enterLinks, lockStories, storeLinks } from '../store-links';
import { withBorrowed } from './borrow';
import { type Claim, claimedCards, settleClaims, stillClaimed } from './queue';

/** What makes links. */
export interface Relating {
  strapi: Core.Strapi;
  index: StoryIndex;
  models: Models;
  weighed: Weighed;
  /** Languages from which a language takes links where it has too few. */
  borrow: Readonly<Record<string, readonly string[]>>;
}

/** Older links of others to a story that are looked at again when it changes, besides those of stories like it. */
const MAX_FORMER = 200;

const analysed = (card: FullCard) =>
  analyseStory({ title: card.title, paragraphs: bodyParagraphs(card.body), locale: card.locale });

/** A claimed story that is in the index. */
export interface Taken {
  claim: Claim;
  version: number;
  story: IndexedStory;
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
  models: readonly Model[]
): Promise<Taken[]> {
  const cards = await claimedCards(strapi, claims);
  const stories = new Map(
    [...cards].map(([claim, card]) => [claim, toIndexed(card, analysed(card), models[0] ?? none)])
  );
  return inTransaction(strapi, async (sql) => {
    const claimed = await stillClaimed(strapi, sql, [...stories.keys()]);
    const found = claimed.flatMap((claim) => stories.get(claim) ?? []);
    const numbers = await index.put(sql, found, models);
    // Without a model that is all: passes find them.
    if (models.length === 0) await settleClaims(strapi, sql, claimed);
    return claimed.map((claim, at) => {
      const { id, version } = numbers[at];
      return { claim, version, story: { ...found[at], id } };
    });
  });
}

/** Stories that link to one, beside those given: what they say of it may be true no longer. */
async function formerHosts(
  { strapi }: Relating,
  sql: Sql,
  guest: IndexedStory,
  found: readonly IndexedStory[],
  standing: Standing
): Promise<IndexedStory[]> {
  const known = new Set(found.map(({ id }) => id));
  const rows: { host_id: number }[] = await table(strapi, sql, TABLES.links)
    .where({ target_id: guest.id })
    .limit(MAX_FORMER)
    .select('host_id');
  const ids = rows.map((row) => row.host_id).filter((id) => !known.has(id));
  const stored = await readStories(strapi, sql, ids, standing.model);
  return stored.map(({ story }) => story).filter(({ locale }) => locale === guest.locale);
}

/** Makes the links of a story that was taken up, and lets it into those of the stories that it belongs with. */
export async function relateTaken(relating: Relating, taken: Taken, standing: Standing): Promise<void> {
  const { strapi, index, weighed } = relating;
  const { version } = taken;
  // It may have been brought into another model since.
  const story = { ...taken.story, profile: profileBy(standing.model, taken.story.features) };
  const context = createContext(standing.model);
  const [similar] = await index.similar([story], standing.model);
  const links = await withBorrowed(relating, story, rankStories(story, similar, weighed, context));
  // Nobody links to one that was not there before.
  const former = version > 1 ? await formerHosts(relating, await sqlNow(strapi), story, similar, standing) : [];

  const versions = similar.filter((other) => context.isVersion(story, other));
  const isVersion = new Set(versions.map(({ id }) => id));
  const isNewer = (other: IndexedStory) =>
    other.sortAt > story.sortAt || (other.sortAt === story.sortAt && other.documentId > story.documentId);
  const entries = [...similar, ...former].map((host): Entry => {
    if (isVersion.has(host.id)) return { host: host.id, link: null };
    const score = scorePair(host, story, weighed, context);
    const reasons = reasonsFor(host, story, weighed, context);
    return { host: host.id, link: reasons.length > 0 ? { story, score, reasons } : null };
  });

  const missed = await inTransaction(strapi, async (sql) => {
    // Those whose links are being written are ranked anew; to wait for them here could be a deadlock.
    const free = await lockStories(strapi, sql, [story.id, ...entries.map(({ host }) => host)]);
    const isOurs = free.get(story.id)?.version === version;
    const own = isOurs ? await storeLinks(strapi, sql, new Map([[story.id, links]])) : false;
    if (isOurs) await table(strapi, sql, TABLES.index).where({ id: story.id }).update({ ranked: standing.ranking });
    const others = await enterLinks(
      strapi,
      sql,
      story.id,
      entries.filter(({ host }) => free.has(host)),
      {
        older: versions.filter((other) => !isNewer(other)).map(({ id }) => id),
        newer: versions.filter(isNewer).map(({ id }) => id),
      }
    );
    if (own || others) await advanceGeneration(strapi, sql);
    return [
      ...(isOurs ? [] : [story.id]),
      ...entries.filter(({ link, host }) => link && !free.has(host)).map(({ host }) => host),
    ];
  });
  await rankAgain(strapi, missed);
}

/** Leaves stories for the next pass over those whose links are out of date. */
async function rankAgain(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    await table(strapi, await sqlNow(strapi), TABLES.index)
      .where({ id })
      .whereNotNull('model')
      .update({ ranked: -1 });
  }
}
