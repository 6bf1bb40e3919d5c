import type { Core } from '@strapi/strapi';
import { type Sql, sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import type { Reason } from '../../../shared/src';
import { type Card, type CardKey, newestCards, storyId, type ViewContext } from '../cards';
import { CARD_COLUMNS, type CardRow, toCard } from '../cards/find-cards';
import { type WishRow, willsFrom, wishRows } from '../curation/pins/read-wills';
import { readRows, TABLES } from '../db';
import { listTag, type Tags } from '../delivery/tags';
import { MAX_LINKS } from './rank/rank-stories';

/** The page's language in which links are read, and as of when. A type without languages has none of its own. */
export type Reading = Pick<ViewContext, 'newsroom' | 'locale'> & { now: Date; tags?: Tags };

/** A story link before it is turned into what readers see. */
export interface StoryLink {
  /** The story that it leads to. */
  target: CardKey;
  /** The same; of a link that is kept it is read when it is first asked for. */
  readonly card: Card;
  pinned: boolean;
  score: number | null;
  readonly reasons: Reason[];
}

/** A ranked link as it is kept. Of thirty that a story has, a page shows some. */
function keptLink(row: Row): StoryLink {
  let card: Card | undefined;
  let reasons: Reason[] | undefined;
  return {
    target: { type: row.type, documentId: row.document_id, locale: row.locale },
    pinned: false,
    score: Number(row.score),
    get card() {
      card ??= toCard(row);
      return card;
    },
    get reasons() {
      reasons ??= JSON.parse(row.reasons ?? '[]') as Reason[];
      return reasons;
    },
  };
}

/** What a statement gives of a link or of a wish, with the card of its target where that is live. */
interface Row extends CardRow {
  host_type: string;
  host_id: string;
  host_locale: string;
  target_type: string;
  target_id: string;
  kind: WishRow['kind'] | null;
  position: number | null;
  until: number | string | null;
  everywhere: boolean | number | null;
  score: number | null;
  reasons: string | null;
}

const column = (name: string, as: string) => `${name} as ${as}`;

/** Editors' wishes for stories, each with its target's card. */
const wishes = (strapi: Core.Strapi, sql: Sql, keys: readonly Card[], locale: string): Knex.QueryBuilder =>
  wishRows(strapi, sql, keys)
    .leftJoin(TABLES.cards, (on) => {
      on.on(`${TABLES.cards}.type`, `${TABLES.pins}.target_type`)
        .andOn(`${TABLES.cards}.document_id`, `${TABLES.pins}.target_id`)
        // A type with languages has the page's; one without has no other.
        .andOnIn(`${TABLES.cards}.locale`, [locale, '']);
    })
    .select(
      column(`${TABLES.pins}.type`, 'host_type'),
      column(`${TABLES.pins}.document_id`, 'host_id'),
      column(`${TABLES.pins}.locale`, 'host_locale'),
      ...['target_type', 'target_id', 'kind', 'position', 'until', 'everywhere'].map(
        (name) => `${TABLES.pins}.${name}`
      ),
      sql.raw('null as score'),
      sql.raw('null as reasons'),
      ...CARD_COLUMNS
    );

/** Ranked links of stories, to those that are live. */
const ranked = (strapi: Core.Strapi, sql: Sql, keys: readonly Card[]): Knex.QueryBuilder =>
  table(strapi, sql, TABLES.index)
    .where(`${TABLES.index}.locale`, keys[0].locale)
    .whereIn(
      `${TABLES.index}.document_id`,
      keys.map((key) => key.documentId)
    )
    .whereIn(`${TABLES.index}.type`, [...new Set(keys.map(({ type }) => type))])
    .join(TABLES.links, `${TABLES.links}.host_id`, `${TABLES.index}.id`)
    .join(`${TABLES.index} as target`, 'target.id', `${TABLES.links}.target_id`)
    .join(TABLES.cards, (on) => {
      for (const key of ['type', 'document_id', 'locale']) on.on(`${TABLES.cards}.${key}`, `target.${key}`);
    })
    .select(
      column(`${TABLES.index}.type`, 'host_type'),
      column(`${TABLES.index}.document_id`, 'host_id'),
      column(`${TABLES.index}.locale`, 'host_locale'),
      column('target.type', 'target_type'),
      column('target.document_id', 'target_id'),
      ...['kind', 'position', 'until', 'everywhere'].map((name) => sql.raw(`null as ${name}`)),
      `${TABLES.links}.score`,
      `${TABLES.links}.reasons`,
      ...CARD_COLUMNS
    );

const byPlace = (a: Row, b: Row) => (a.position ?? 0) - (b.position ?? 0);
/** What is borrowed from another language scores less than any of its own. */
const byScore = (a: Row, b: Row) =>
  Number(b.score) - Number(a.score) || Number(b.sort_at) - Number(a.sort_at) || (a.target_id < b.target_id ? 1 : -1);

const toWishRow = (row: Row): WishRow => ({
  type: row.host_type,
  document_id: row.host_id,
  locale: row.host_locale,
  target_type: row.target_type,
  target_id: row.target_id,
  kind: row.kind ?? 'hide',
  until: row.until,
  everywhere: Boolean(row.everywhere),
});

/** Those of some stories whose links have been made: where there are none, nothing belongs with them. */
async function rankedAmong(strapi: Core.Strapi, sql: Sql, cards: readonly Card[]): Promise<Set<string>> {
  if (cards.length === 0) return new Set();
  const rows: { type: string; document_id: string }[] = await table(strapi, sql, TABLES.index)
    .where({ locale: cards[0].locale })
    .whereIn(
      'document_id',
      cards.map((card) => card.documentId)
    )
    .where('ranked', '>', 0)
    .select('type', 'document_id');
  return new Set(rows.map((row) => storyId({ type: row.type, documentId: row.document_id })));
}

/** Newest stories of the topics and sections of stories that have no links yet: two statements for all of them. */
async function standInsFor(
  strapi: Core.Strapi,
  { newsroom, tags }: Reading,
  cards: Card[]
): Promise<(card: Card) => StoryLink[]> {
  if (cards.length === 0) return () => [];
  const query = { locales: [cards[0].locale], types: newsroom.typesBeside(cards[0].type) };
  const limit = MAX_LINKS * Math.min(cards.length + 1, 10);
  const topicIds = [...new Set(cards.flatMap((card) => card.topicIds))];
  const sectionIds = [...new Set(cards.flatMap((card) => card.sectionId ?? []))];
  for (const locale of query.locales) {
    for (const id of topicIds) tags?.lists(listTag('topic', id, locale));
    for (const id of sectionIds) tags?.lists(listTag('section', id, locale));
  }
  const ofTopics =
    topicIds.length > 0 ? await newestCards(strapi, { ...query, ref: { role: 'topic', id: topicIds } }, limit) : [];
  const ofSections = sectionIds.length > 0 ? await newestCards(strapi, { ...query, sectionId: sectionIds }, limit) : [];
  const link = (card: Card, of: string, ids: string[]): StoryLink => ({
    target: card,
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
 * the stories are of one language. One statement, however many stories and however large the archive; three more where a
 * story has no links: whether they have been made, and those that stand in for them until then.
 *
 * @param computed - By story, ranked links that stand in the place of those that are kept.
 * @returns By story, as many links as there are: at most 30 and the pins.
 */
export async function readStoryLinks(
  strapi: Core.Strapi,
  reading: Reading,
  cards: Card[],
  computed: ReadonlyMap<string, StoryLink[]> = new Map()
): Promise<Map<string, StoryLink[]>> {
  if (cards.length === 0) return new Map();
  const sql = await sqlNow(strapi);
  const rows = await readRows<Row>(
    strapi,
    wishes(strapi, sql, cards, reading.locale).unionAll(ranked(strapi, sql, cards))
  );
  const wished = rows.filter(({ kind }) => kind !== null).sort(byPlace);
  const wills = willsFrom(wished.map(toWishRow), cards, reading.now.getTime());
  const targetOf = (row: Row) => storyId({ type: row.target_type, documentId: row.target_id });
  // A target that is not live has no card.
  const pinnable = new Map(wished.filter((row) => row.data !== null).map((row) => [targetOf(row), toCard(row)]));
  const languages = [cards[0].locale, ...(reading.newsroom.config.related.borrow[cards[0].locale] ?? [])];
  const linksOf = new Map<string, Row[]>();
  for (const row of rows.sort(byScore)) {
    if (row.kind !== null || !languages.includes(row.locale)) continue;
    const host = storyId({ type: row.host_type, documentId: row.host_id });
    const links = linksOf.get(host) ?? [];
    linksOf.set(host, links);
    // One that was borrowed may have come in the language since: its own version is first, and enough.
    if (!links.some((link) => targetOf(link) === targetOf(row))) links.push(row);
  }
  const rankedOf = (card: Card): StoryLink[] =>
    computed.get(storyId(card)) ?? (linksOf.get(storyId(card)) ?? []).map(keptLink);
  const unlinked = cards.filter((card) => !computed.has(storyId(card)) && !linksOf.has(storyId(card)));
  const ready = await rankedAmong(strapi, sql, unlinked);
  const isWaiting = (card: Card) => !computed.has(storyId(card)) && !ready.has(storyId(card));
  const standIns = await standInsFor(strapi, reading, unlinked.filter(isWaiting));
  const readOne = (card: Card): StoryLink[] => {
    const will = wills.get(storyId(card)) ?? { pins: [], hides: () => false };
    const pins = will.pins.flatMap((pin): StoryLink[] => {
      const target = pinnable.get(storyId(pin));
      return target ? [{ target, card: target, pinned: true, score: null, reasons: [{ type: 'pinned' }] }] : [];
    });
    const first = new Set([...pins.map((pin) => storyId(pin.card)), storyId(card)]);
    const links = rankedOf(card);
    const others = links.length > 0 || !isWaiting(card) ? links.slice(0, MAX_LINKS) : standIns(card);
    return [...pins, ...others.filter(({ target }) => !first.has(storyId(target)) && !will.hides(target))];
  };
  return new Map(cards.map((card) => [storyId(card), readOne(card)]));
}
