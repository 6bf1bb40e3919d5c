import type { Core } from '@strapi/strapi';
import type { Reason } from '../../../shared/src';
import { type Card, findCards, newestCards, storyId, type ViewContext } from '../cards';
import { sqlNow, TABLES, table } from '../db';
import { readWills } from './pins/read-wills';
import type { StoryRef } from './pins/will';
import { MAX_LINKS } from './rank/rank-stories';

/** In which language links are read: a page's, which a type without languages has none of. And as of when. */
export type Reading = Pick<ViewContext, 'desk' | 'locale'> & { now: Date };

/** A story link before it is turned into what readers see. */
export interface StoryLink {
  card: Card;
  pinned: boolean;
  score: number | null;
  reasons: Reason[];
}

interface LinkRow {
  type: string;
  document_id: string;
  target_type: string;
  target_id: string;
  score: number;
  reasons: string;
}

const storyOf = (row: { type: string; document_id: string }) =>
  storyId({ type: row.type, documentId: row.document_id });

/** Groups rows by the story that they belong to. */
function byStory<Row extends { type: string; document_id: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(storyOf(row), [...(groups.get(storyOf(row)) ?? []), row]);
  return groups;
}

async function storedLinks(strapi: Core.Strapi, cards: Card[]): Promise<Map<string, LinkRow[]>> {
  const rows: LinkRow[] = await table(strapi, await sqlNow(strapi), TABLES.links)
    .where({ locale: cards[0].locale })
    .whereIn(
      'document_id',
      cards.map((card) => card.documentId)
    )
    .orderBy([{ column: 'score', order: 'desc' }, { column: 'target_id' }]);
  return byStory(rows);
}

/** The cards of targets, by id; one statement a type. */
async function liveTargets(
  strapi: Core.Strapi,
  { desk, locale }: Reading,
  targets: StoryRef[]
): Promise<Map<string, Card>> {
  const byType = new Map<string, Set<string>>();
  for (const { type, documentId } of targets) byType.set(type, (byType.get(type) ?? new Set()).add(documentId));
  const live = new Map<string, Card>();
  for (const [type, ids] of byType) {
    for (const card of await findCards(strapi, type, desk.keyLocale(type, locale), [...ids]))
      live.set(storyId(card), card);
  }
  return live;
}

/** Newest stories of the topics and sections of stories that have no links yet: two statements for all of them. */
async function standInsFor(
  strapi: Core.Strapi,
  { desk }: Reading,
  cards: Card[]
): Promise<(card: Card) => StoryLink[]> {
  if (cards.length === 0) return () => [];
  const query = { locales: [cards[0].locale], types: desk.typesBeside(cards[0].type) };
  const limit = MAX_LINKS * Math.min(cards.length + 1, 10);
  const topicIds = [...new Set(cards.flatMap((card) => card.topicIds))];
  const sectionIds = [...new Set(cards.flatMap((card) => card.sectionId ?? []))];
  const ofTopics =
    topicIds.length > 0 ? await newestCards(strapi, { ...query, ref: { role: 'topic', id: topicIds } }, limit) : [];
  const ofSections = sectionIds.length > 0 ? await newestCards(strapi, { ...query, sectionId: sectionIds }, limit) : [];
  const link = (card: Card, of: string, ids: string[]): StoryLink => ({
    card,
    pinned: false,
    score: null,
    reasons: [{ type: 'latest', of, ids }],
  });
  return (card) => {
    const shared = (one: Card) => one.topicIds.filter((topic) => card.topicIds.includes(topic));
    const found = new Map<string, StoryLink>();
    for (const one of ofTopics) if (shared(one).length > 0) found.set(storyId(one), link(one, 'topic', shared(one)));
    if (found.size === 0) {
      for (const one of ofSections) {
        if (one.sectionId && one.sectionId === card.sectionId)
          found.set(storyId(one), link(one, 'section', [one.sectionId]));
      }
    }
    return [...found.values()].sort((a, b) => b.card.sortAt - a.card.sortAt).slice(0, MAX_LINKS);
  };
}

/**
 * Stories' links to other stories as they are live now: pins in their order, then ranked ones; hidden ones never. All
 * the stories are of one language. A constant number of statements, however many stories.
 *
 * @returns By story, as many links as there are: at most 30 and the pins.
 */
export async function readStoryLinks(
  strapi: Core.Strapi,
  reading: Reading,
  cards: Card[]
): Promise<Map<string, StoryLink[]>> {
  if (cards.length === 0) return new Map();
  const [wills, stored] = [await readWills(strapi, cards, reading.now.getTime()), await storedLinks(strapi, cards)];
  const rowsOf = (card: Card) => (stored.get(storyId(card)) ?? []).slice(0, MAX_LINKS);
  const live = await liveTargets(strapi, reading, [
    ...[...wills.values()].flatMap((will) => will.pins),
    ...cards.flatMap(rowsOf).map((row) => ({ type: row.target_type, documentId: row.target_id })),
  ]);
  const standIns = await standInsFor(
    strapi,
    reading,
    cards.filter((card) => rowsOf(card).length === 0)
  );

  const linksOf = (card: Card): StoryLink[] => {
    const will = wills.get(storyId(card));
    const pins = (will?.pins ?? []).flatMap((pin): StoryLink[] => {
      const target = live.get(storyId(pin));
      return target ? [{ card: target, pinned: true, score: null, reasons: [{ type: 'pinned' }] }] : [];
    });
    const never = new Set([...pins.map((pin) => storyId(pin.card)), storyId(card)]);
    const ranked = rowsOf(card).flatMap((row): StoryLink[] => {
      const target = live.get(storyId({ type: row.target_type, documentId: row.target_id }));
      return target
        ? [{ card: target, pinned: false, score: Number(row.score), reasons: JSON.parse(row.reasons) as Reason[] }]
        : [];
    });
    const others = rowsOf(card).length > 0 ? ranked : standIns(card);
    return [...pins, ...others.filter((link) => !never.has(storyId(link.card)) && !will?.hides(link.card))];
  };
  return new Map(cards.map((card) => [storyId(card), linksOf(card)]));
}
