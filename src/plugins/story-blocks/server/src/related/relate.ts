import type { Core } from '@strapi/strapi';
import { type Card, type CardKey, findCard, findCards, keyColumns, newestCards, storyId } from '../cards';
import { bodyParagraphs } from '../cards/body';
import type { Desk } from '../config';
import { advanceGeneration, inTransaction, isPostgres, sqlNow, TABLES, table } from '../db';
import { analyseStory, type Term } from './analyse/analyse-story';
import { rankStories } from './rank/rank-stories';
import type { RankContext, RankedStory, Signal } from './rank/signal';
import { enterLinks, leaveLinks, storeLinks } from './store-links';
import type { StoryIndex } from './term-index/term-index';

/** Stories that one node claims at a time, and for how long. */
const CLAIM = 20;
const LEASE_MS = 60_000;
const MAX_BACKOFF_MS = 10 * 60_000;
/** Words that stand in more than this share of an archive say nothing; a small one needs more of them to tell. */
const COMMON_SHARE = 0.1;
const COMMON_SHARE_OF_FEW = 0.3;
const FEW = 50;
const BY_TOPIC = 60;
const BY_SECTION = 30;
/** Older stories that a new one may enter. */
const MAX_HOSTS = 60;
const HOSTS_PER_TRANSACTION = 10;

interface Claim extends CardKey {
  /**
   * Until when it is this node's. It is also what tells whether it still is: who publishes the story anew, or makes it
   * again after it was deleted, sets another time; a version would start from one again.
   */
  lease: number;
  attempts: number;
}

interface ClaimRow {
  type: string;
  document_id: string;
  locale: string;
  attempts: number;
}

/** Relates stories: the worker's part of a publication. */
export interface Relating {
  strapi: Core.Strapi;
  desk: Desk;
  index: StoryIndex;
  signals: readonly Signal[];
}

const claimOf = (claim: Claim) => ({ ...keyColumns(claim), retry_at: claim.lease });

/** Takes the next stories whose links are to be made; other nodes pass them by until the lease is over. */
async function claim(strapi: Core.Strapi, now: number): Promise<Claim[]> {
  const lease = now + LEASE_MS;
  return inTransaction(strapi, async (sql) => {
    const next = table(strapi, sql, TABLES.cards)
      .where('retry_at', '<=', now)
      .orderBy([{ column: 'retry_at' }, { column: 'sort_at', order: 'desc' }])
      .limit(CLAIM)
      .select('type', 'document_id', 'locale');
    const rows: ClaimRow[] = await table(strapi, sql, TABLES.cards)
      .whereIn(['type', 'document_id', 'locale'], isPostgres(strapi) ? next.forUpdate().skipLocked() : next)
      .update({ retry_at: lease, attempts: sql.raw('?? + 1', ['attempts']) })
      .returning(['type', 'document_id', 'locale', 'attempts']);
    return rows.map((row) => ({
      type: row.type,
      documentId: row.document_id,
      locale: row.locale,
      lease,
      attempts: Number(row.attempts),
    }));
  });
}

const toRanked = (card: Card, terms: Term[]): RankedStory => ({
  type: card.type,
  documentId: card.documentId,
  sortAt: card.sortAt,
  sectionId: card.sectionId,
  topicIds: card.topicIds,
  terms: new Map(terms.map(({ term, ...rest }) => [term, rest])),
});

async function contextFor(index: StoryIndex, locale: string, terms: Term[]): Promise<RankContext> {
  const { total, of } = await index.frequencies(
    locale,
    terms.map(({ term }) => term)
  );
  return {
    rarity(term) {
      const count = of.get(term) ?? 0;
      if (count > Math.max(2, total * (total < FEW ? COMMON_SHARE_OF_FEW : COMMON_SHARE))) return 0;
      return Math.log((total + 1) / (count + 0.5)) / Math.log(total + 2);
    },
  };
}

async function candidatesFor(
  { strapi, desk, index }: Relating,
  card: Card,
  terms: Term[],
  context: RankContext
): Promise<RankedStory[]> {
  const types = desk.typesBeside(card.type);
  const query = { locales: [card.locale], types, exclude: [card.documentId] };
  const cards = new Map<string, Card>();
  const add = (found: Card[]) => {
    for (const one of found) cards.set(storyId(one), one);
  };
  for (const id of card.topicIds.slice(0, 10))
    add(await newestCards(strapi, { ...query, ref: { role: 'topic', id } }, BY_TOPIC));
  if (card.sectionId) add(await newestCards(strapi, { ...query, sectionId: card.sectionId }, BY_SECTION));
  const byWords = await index.candidates(card, terms, context.rarity);
  for (const type of types) {
    const missing = byWords.filter((key) => key.type === type && !cards.has(storyId(key)));
    const ids = missing.map((key) => key.documentId);
    add(await findCards(strapi, type, card.locale, ids));
  }
  const found = [...cards.values()];
  const termsOf = await index.termsOf(found);
  return found.map((one) => toRanked(one, termsOf.get(storyId(one)) ?? []));
}

/** Makes the links of one story, and lets it into those of the stories that it belongs with. */
async function relateOne(relating: Relating, claimed: Claim): Promise<void> {
  const { strapi, index, signals } = relating;
  const card = await findCard(strapi, claimed);
  if (!card) return;
  const terms = analyseStory({ title: card.title, paragraphs: bodyParagraphs(card.body), locale: card.locale });
  const context = await contextFor(index, card.locale, terms);
  const story = toRanked(card, terms);
  const links = rankStories(story, await candidatesFor(relating, card, terms, context), signals, context);

  const written = await inTransaction(strapi, async (sql) => {
    // Published anew or gone while it was analysed: whoever changed it has queued it again.
    const row = table(strapi, sql, TABLES.cards).where(claimOf(claimed)).first('document_id');
    if (!(await (isPostgres(strapi) ? row.forUpdate() : row))) return false;
    await index.put(sql, claimed, card.sortAt, terms);
    await storeLinks(strapi, sql, claimed, links);
    await advanceGeneration(strapi, sql);
    return true;
  });
  if (!written) return;
  const entered = links.slice(0, MAX_HOSTS).map((link) => link.story);
  await enterHosts(relating, claimed, story, [...entered, ...(await formerHosts(relating, card, entered))], context);
  // Last: a node that dies before has done nothing that another will not do again.
  await table(strapi, await sqlNow(strapi), TABLES.cards)
    .where(claimOf(claimed))
    .update({ retry_at: null, attempts: 0, error: null });
}

/** Stories that link to it and that it would not find any more: what they say of it may be true no longer. */
async function formerHosts(
  { strapi, desk, index }: Relating,
  guest: Card,
  found: RankedStory[]
): Promise<RankedStory[]> {
  const known = new Set(found.map(storyId));
  const rows: { type: string; document_id: string }[] = await table(strapi, await sqlNow(strapi), TABLES.links)
    .where({ target_type: guest.type, target_id: guest.documentId, locale: guest.locale })
    .select('type', 'document_id');
  const hosts = rows
    .map((row) => ({ type: row.type, documentId: row.document_id, locale: guest.locale }))
    .filter((host) => !known.has(storyId(host)));
  const cards: Card[] = [];
  for (const type of desk.typesBeside(guest.type)) {
    const ids = hosts.filter((host) => host.type === type).map((host) => host.documentId);
    cards.push(...(await findCards(strapi, type, guest.locale, ids)));
  }
  const termsOf = await index.termsOf(cards);
  return cards.map((card) => toRanked(card, termsOf.get(storyId(card)) ?? []));
}

/** Makes hosts' links to a story what the two have in common now: entered, kept, or taken out. */
async function enterHosts(
  { strapi, signals }: Relating,
  guest: CardKey,
  story: RankedStory,
  hosts: RankedStory[],
  context: RankContext
) {
  for (let at = 0; at < hosts.length; at += HOSTS_PER_TRANSACTION) {
    await inTransaction(strapi, async (sql) => {
      const part = hosts.slice(at, at + HOSTS_PER_TRANSACTION);
      const cards = table(strapi, sql, TABLES.cards)
        .where({ locale: guest.locale })
        .whereIn(
          'document_id',
          part.map((host) => host.documentId)
        )
        .select('type', 'document_id');
      // A host that is being written is ranked again by that write; to wait for it here could be a deadlock.
      const rows: { type: string; document_id: string }[] = await (isPostgres(strapi)
        ? cards.forUpdate().skipLocked()
        : cards);
      const free = new Set(rows.map((row) => storyId({ type: row.type, documentId: row.document_id })));
      let changed = false;
      for (const host of part.filter((one) => free.has(storyId(one)))) {
        const key = { type: host.type, documentId: host.documentId, locale: guest.locale };
        const [link] = rankStories(host, [story], signals, context);
        const differs = link
          ? await enterLinks(strapi, sql, key, guest, link)
          : await leaveLinks(strapi, sql, key, guest);
        changed ||= differs;
      }
      if (changed) await advanceGeneration(strapi, sql);
    });
  }
}

async function fail(strapi: Core.Strapi, claimed: Claim, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  strapi.log.error(
    `[story-blocks] related links of ${claimed.documentId} (${claimed.locale || 'no language'}): ${message}`
  );
  const wait = Math.min(1000 * 2 ** Math.min(claimed.attempts, 20), MAX_BACKOFF_MS);
  await table(strapi, await sqlNow(strapi), TABLES.cards)
    .where(claimOf(claimed))
    .update({ error: message.slice(0, 1000), retry_at: Date.now() + wait });
}

/**
 * Relates the next stories that wait for it. At least once, and harmless when twice: a node that dies leaves its
 * claims to the others.
 *
 * @returns How many were claimed; 0 when nothing waits.
 */
export async function relateNext(relating: Relating): Promise<number> {
  const claimed = await claim(relating.strapi, Date.now());
  for (const one of claimed) {
    try {
      await relateOne(relating, one);
    } catch (error) {
      await fail(relating.strapi, one, error);
    }
  }
  return claimed.length;
}
