import type { Core } from '@strapi/strapi';
import { type FullCard, findCard } from '../../cards';
import { bodyParagraphs } from '../../cards/body';
import { advanceGeneration, inTransaction, type Sql, sqlNow, TABLES, table } from '../../db';
import { analyseStory } from '../analyse/analyse-story';
import { readStories, toIndexed } from '../index/store-stories';
import type { StoryIndex } from '../index/story-index';
import type { Models, Standing } from '../model/models';
import { createContext, type IndexedStory, profileBy } from '../rank/indexed-story';
import { rankStories, reasonsFor, scorePair, type Weighed } from '../rank/rank-stories';
import { type Entry, enterLinks, lockStories, storeLinks } from '../store-links';
import { withBorrowed } from './borrow';
import { type Claim, isStillClaimed, settleClaim } from './queue';

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

/** Takes up a claimed story into the index. @returns It, or null where it is gone or was published anew. */
export async function takeUp(
  { strapi, index }: Relating,
  claim: Claim,
  { model, next }: Standing
): Promise<Taken | null> {
  const card = await findCard(strapi, claim);
  if (!card) return null;
  const story = toIndexed(card, analysed(card), next ?? model);
  return inTransaction(strapi, async (sql) => {
    if (!(await isStillClaimed(strapi, sql, claim))) return null;
    const [{ id, version }] = await index.put(sql, [story], next ? [next, model] : [model]);
    return { claim, version, story: { ...story, id } };
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
  const former = await formerHosts(relating, await sqlNow(strapi), story, similar, standing);

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

/** Takes up many stories at once, and leaves their links to the passes: how a large archive comes in. */
export async function takeUpMany({ strapi, index, models }: Relating, claims: readonly Claim[]): Promise<void> {
  const found: { claim: Claim; story: Omit<IndexedStory, 'id'> }[] = [];
  for (const claim of claims) {
    const card = await findCard(strapi, claim);
    if (card) found.push({ claim, story: toIndexed(card, analysed(card), models.none) });
  }
  await inTransaction(strapi, async (sql) => {
    const free = [];
    for (const one of found) if (await isStillClaimed(strapi, sql, one.claim)) free.push(one);
    await index.put(
      sql,
      free.map(({ story }) => story),
      []
    );
    for (const { claim } of free) await settleClaim(strapi, sql, claim);
  });
}
