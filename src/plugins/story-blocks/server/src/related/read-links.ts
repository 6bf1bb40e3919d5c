import type { Core } from '@strapi/strapi';
import type { Reason } from '../../../shared/src';
import { type Card, type CardKey, findCards, newestCards } from '../cards';
import { sqlNow, TABLES, table } from '../db';
import { type EditorsWill, readWill } from './pins/store-pins';
import { MAX_LINKS } from './rank/rank-stories';

/** A story link before it is turned into what readers see. */
export interface StoryLink {
  card: Card;
  pinned: boolean;
  score: number | null;
  reasons: Reason[];
}

interface LinkRow {
  target_type: string;
  target_id: string;
  score: number;
  reasons: string;
}

const id = ({ type, documentId }: { type: string; documentId: string }) => `${type} ${documentId}`;

async function storedLinks(strapi: Core.Strapi, key: CardKey): Promise<LinkRow[]> {
  return table(strapi, await sqlNow(strapi), TABLES.links)
    .where({ type: key.type, document_id: key.documentId, locale: key.locale })
    .orderBy([{ column: 'score', order: 'desc' }, { column: 'target_id' }])
    .limit(MAX_LINKS);
}

/** Before the worker has ranked a story: the newest of its topics, else of its section, which say that they stand in. */
async function standIns(strapi: Core.Strapi, card: Card, limit: number): Promise<StoryLink[]> {
  const query = { locales: [card.locale], types: [card.type], exclude: [card.documentId] };
  const lists: [string, string, Card[]][] = [];
  for (const topic of card.topicIds.slice(0, 3)) {
    lists.push(['topic', topic, await newestCards(strapi, { ...query, ref: { role: 'topic', id: topic } }, limit)]);
  }
  if (card.sectionId && lists.every(([, , cards]) => cards.length === 0)) {
    lists.push(['section', card.sectionId, await newestCards(strapi, { ...query, sectionId: card.sectionId }, limit)]);
  }
  const links = new Map<string, StoryLink>();
  for (const [of, ref, cards] of lists) {
    for (const one of cards) {
      if (!links.has(id(one))) links.set(id(one), { card: one, pinned: false, score: null, reasons: [{ type: 'latest', of, ids: [ref] }] });
    }
  }
  return [...links.values()].sort((a, b) => b.card.sortAt - a.card.sortAt);
}

async function pinned(strapi: Core.Strapi, key: CardKey, will: EditorsWill): Promise<StoryLink[]> {
  const byType = new Map<string, string[]>();
  for (const pin of will.pins) byType.set(pin.type, [...(byType.get(pin.type) ?? []), pin.documentId]);
  const live = new Map<string, Card>();
  for (const [type, ids] of byType) {
    for (const card of await findCards(strapi, type, key.locale, ids)) live.set(id(card), card);
  }
  return will.pins.flatMap((pin) => {
    const card = live.get(id(pin));
    return card ? [{ card, pinned: true, score: null, reasons: [{ type: 'pinned' }] }] : [];
  });
}

/**
 * A story's links to other stories as they are live now: pins in their order, then ranked ones; hidden ones never.
 *
 * @returns As many as there are, at most 30 and the pins.
 */
export async function readStoryLinks(strapi: Core.Strapi, card: Card): Promise<StoryLink[]> {
  const [will, rows] = [await readWill(strapi, card), await storedLinks(strapi, card)];
  const pins = await pinned(strapi, card, will);
  const never = new Set([...will.hides.map(id), ...pins.map((pin) => id(pin.card)), id(card)]);

  const wanted = rows.filter((row) => !never.has(id({ type: row.target_type, documentId: row.target_id })));
  const live = new Map<string, Card>();
  for (const type of new Set(wanted.map((row) => row.target_type))) {
    const ids = wanted.filter((row) => row.target_type === type).map((row) => row.target_id);
    for (const one of await findCards(strapi, type, card.locale, ids)) live.set(id(one), one);
  }
  let ranked = wanted.flatMap((row): StoryLink[] => {
    const target = live.get(id({ type: row.target_type, documentId: row.target_id }));
    return target
      ? [{ card: target, pinned: false, score: Number(row.score), reasons: JSON.parse(row.reasons) as Reason[] }]
      : [];
  });
  if (rows.length === 0) {
    ranked = (await standIns(strapi, card, MAX_LINKS)).filter((link) => !never.has(id(link.card))).slice(0, MAX_LINKS);
  }
  return [...pins, ...ranked];
}
