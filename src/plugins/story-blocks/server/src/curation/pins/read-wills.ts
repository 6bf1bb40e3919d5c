import type { Core } from '@strapi/strapi';
import { type Sql, sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import { ALL_LOCALES } from '../../../../shared/src';
import { type CardKey, storyId } from '../../cards';
import { TABLES } from '../../db';
import { fromColumns, rowsInForce, type StoryRef, targetColumns, type WishColumns } from '../wish';
import { type EffectiveWill, effectiveWill, type LinkWish } from './will';

export interface WishRow extends WishColumns<LinkWish['kind']> {
  type: string;
  document_id: string;
  locale: string;
  everywhere: boolean | number;
}

export const toWish = (row: WishRow): LinkWish => ({ ...fromColumns(row), everywhere: Boolean(row.everywhere) });

/** Where what is hidden everywhere is kept: a story that is none. What types without languages hide, all hide. */
export const everywhereKey = (locale: string): CardKey => ({ type: '', documentId: '', locale: locale || ALL_LOCALES });

/** Rows of what editors want of stories' links; one statement, however many stories. */
export function wishRows(strapi: Core.Strapi, sql: Sql, keys: readonly CardKey[]): Knex.QueryBuilder {
  const asked = [...keys, everywhereKey(ALL_LOCALES)];
  const each = (of: (key: CardKey) => string) => [...new Set(asked.map(of))];
  return table(strapi, sql, TABLES.pins)
    .whereIn(
      `${TABLES.pins}.type`,
      each(({ type }) => type)
    )
    .whereIn(
      `${TABLES.pins}.document_id`,
      each(({ documentId }) => documentId)
    )
    .whereIn(
      `${TABLES.pins}.locale`,
      each(({ locale }) => locale)
    );
}

/**
 * What editors want of stories' links, as it holds at an instant.
 *
 * @param rows - Of {@link wishRows}, in the order of their positions.
 * @param keys - All of one language, or of none.
 * @param now - Milliseconds.
 * @returns By {@link storyId}, one for each key.
 */
export function willsFrom(rows: readonly WishRow[], keys: readonly CardKey[], now: number): Map<string, EffectiveWill> {
  const host = (type: string, documentId: string, locale: string) => `${locale} ${storyId({ type, documentId })}`;
  const wishes = new Map<string, LinkWish[]>();
  for (const row of rows) {
    const of = host(row.type, row.document_id, row.locale);
    wishes.set(of, [...(wishes.get(of) ?? []), toWish(row)]);
  }
  const wishesOf = ({ type, documentId }: StoryRef, locale: string) => wishes.get(host(type, documentId, locale)) ?? [];

  const hiddenIn = new Map<string, Set<string>>();
  for (const { locale } of keys) {
    const here = everywhereKey(locale);
    const hidden = [...wishesOf(here, here.locale), ...wishesOf(here, ALL_LOCALES)].map(storyId);
    if (!hiddenIn.has(locale)) hiddenIn.set(locale, new Set(hidden));
  }
  return new Map(
    keys.map((key) => {
      const [own, all] = [wishesOf(key, key.locale), wishesOf(key, ALL_LOCALES)];
      return [storyId(key), effectiveWill(own, all, hiddenIn.get(key.locale) ?? new Set(), now)];
    })
  );
}

/**
 * The next instant at which a pin is over that readers see, in milliseconds: what they see changes then without any
 * write. Both the story and what it pins are published, in a language that can stand together.
 */
export async function nextPinEnd(strapi: Core.Strapi, now: number): Promise<number | null> {
  const pin = (column: string) => `${TABLES.pins}.${column}`;
  const row: { until: number | string } | undefined = await table(strapi, await sqlNow(strapi), TABLES.pins)
    .where(pin('until'), '>', now)
    .join(`${TABLES.cards} as host`, (on) => {
      on.on('host.type', pin('type'))
        .andOn('host.document_id', pin('document_id'))
        .andOn((any) => any.on('host.locale', pin('locale')).orOnVal(pin('locale'), ALL_LOCALES));
    })
    .join(`${TABLES.cards} as target`, (on) => {
      on.on('target.type', pin('target_type'))
        .andOn('target.document_id', pin('target_id'))
        .andOn((any) => any.on('target.locale', 'host.locale').orOnVal('target.locale', '').orOnVal('host.locale', ''));
    })
    .orderBy(pin('until'))
    .first(pin('until'));
  return row ? Number(row.until) : null;
}

/** The stories that pin a story now; those that pin it in all their languages have {@link ALL_LOCALES} as theirs. */
export async function storiesPinning(
  strapi: Core.Strapi,
  { type, documentId }: StoryRef,
  now: number
): Promise<CardKey[]> {
  const pins = table(strapi, await sqlNow(strapi), TABLES.pins).where({
    ...targetColumns({ type, documentId }),
    kind: 'pin',
  });
  const rows: WishRow[] = await rowsInForce(pins, now).select('type', 'document_id', 'locale');
  return rows.map((row) => ({ type: row.type, documentId: row.document_id, locale: row.locale }));
}
