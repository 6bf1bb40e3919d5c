import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { CARD_COLUMNS, type CardRow, toCard } from '../../cards/find-cards';
import { readRows, TABLES } from '../../db';
import type { Newsroom } from '../../newsroom';
import { rowsInForce, type StoryRef, targetColumns, type WishColumns } from '../wish';
import { type BoardKey, type BoardWish, NO_WILL, type SectionWill } from './will';

/** Who reads wills, and as of when. */
export interface BoardReading {
  newsroom: Newsroom;
  /** Language of the page; '' where the application has no i18n. */
  locale: string;
  /** Story types that the caller may read. */
  types: string[];
  now: Date;
}

interface Row extends CardRow, WishColumns<BoardWish['kind']> {
  section_id: string;
}

/** Wills in force of sections, pins with their stories' cards: one statement, however many sections. */
async function readWills(
  strapi: Core.Strapi,
  { newsroom, locale, types, now }: BoardReading,
  sectionIds: string[]
): Promise<Map<string, SectionWill>> {
  const sql = await sqlNow(strapi);
  const wish = (name: string) => `${TABLES.boardWishes}.${name}`;
  const asked = table(strapi, sql, TABLES.boardWishes)
    .where(wish('locale'), locale)
    .whereIn(wish('section_id'), sectionIds)
    .whereIn(wish('target_type'), types);
  const wishes = rowsInForce(asked, now.getTime(), wish('until'))
    .leftJoin(TABLES.cards, (on) => {
      on.on(`${TABLES.cards}.type`, wish('target_type'))
        .andOn(`${TABLES.cards}.document_id`, wish('target_id'))
        .andOnIn(`${TABLES.cards}.locale`, newsroom.storyLocales(locale))
        // The id of a story sent down is enough: its card is read with the list where it comes to it.
        .andOnVal(wish('kind'), 'pin');
    })
    .orderBy(wish('position'))
    .select(...['section_id', 'target_type', 'target_id', 'kind', 'until'].map(wish), ...CARD_COLUMNS);
  const wills = new Map<string, SectionWill>();
  for (const row of await readRows<Row>(strapi, wishes)) {
    const will = wills.get(row.section_id) ?? { pins: [], sentDown: [] };
    wills.set(row.section_id, will);
    if (row.kind === 'down') will.sentDown.push(row.target_id);
    // The story of a pin that waits has no card.
    else if (row.data) will.pins.push({ card: toCard(row), until: row.until === null ? null : Number(row.until) });
  }
  return wills;
}

/** Wills of the sections that one page draws on, each read once. */
export interface SectionWills {
  /** Reads those that are not known yet, all at once. */
  load(sectionIds: Iterable<string>): Promise<void>;
  /** Reads it where nobody has loaded it before. */
  of(sectionId: string): Promise<SectionWill>;
  /** Those of several sections. */
  ofEach(sectionIds: Iterable<string>): Promise<Map<string, SectionWill>>;
}

export function createSectionWills(strapi: Core.Strapi, reading: BoardReading): SectionWills {
  const known = new Map<string, SectionWill>();
  async function load(sectionIds: Iterable<string>): Promise<void> {
    const wanted = [...new Set(sectionIds)].filter((id) => !known.has(id));
    if (wanted.length === 0) return;
    const found = await readWills(strapi, reading, wanted);
    for (const id of wanted) known.set(id, found.get(id) ?? NO_WILL);
  }
  return {
    load,
    async of(sectionId) {
      await load([sectionId]);
      return known.get(sectionId) ?? NO_WILL;
    },
    async ofEach(sectionIds) {
      const ids = [...new Set(sectionIds)];
      await load(ids);
      return new Map(ids.map((id) => [id, known.get(id) ?? NO_WILL]));
    },
  };
}

/** The next instant at which a published story's pin on a section's front is over, in milliseconds. */
export async function nextBoardEnd(strapi: Core.Strapi, now: number): Promise<number | null> {
  const wish = (column: string) => `${TABLES.boardWishes}.${column}`;
  const row: { until: number | string } | undefined = await table(strapi, await sqlNow(strapi), TABLES.boardWishes)
    .where(wish('until'), '>', now)
    .join(TABLES.cards, (on) => {
      on.on(`${TABLES.cards}.type`, wish('target_type'))
        .andOn(`${TABLES.cards}.document_id`, wish('target_id'))
        .andOn((any) =>
          any
            .on(`${TABLES.cards}.locale`, wish('locale'))
            .orOnVal(`${TABLES.cards}.locale`, '')
            .orOnVal(wish('locale'), '')
        );
    })
    .orderBy(wish('until'))
    .first(wish('until'));
  return row ? Number(row.until) : null;
}

/** The sections that pin a story now, each in its language. */
export async function sectionsPinning(strapi: Core.Strapi, story: StoryRef, now: number): Promise<BoardKey[]> {
  const pins = table(strapi, await sqlNow(strapi), TABLES.boardWishes).where({ ...targetColumns(story), kind: 'pin' });
  const rows: { section_id: string; locale: string }[] = await rowsInForce(pins, now).select('section_id', 'locale');
  return rows.map((row) => ({ sectionId: row.section_id, locale: row.locale }));
}
