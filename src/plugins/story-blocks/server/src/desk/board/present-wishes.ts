import type { Core } from '@strapi/strapi';
import type { BoardAbsence, BoardWish as Shown } from '../../../../shared/src';
import type { BoardWish } from '../../board';
import { storyId } from '../../cards';
import type { Desk } from '../../config';
import { sqlNow } from '../../db';
import { findHolds, isActive, type KeptHold } from '../../holds';
import type { Ability } from '../../http/admin-reader';
import { defaultLocale } from '../../http/locales';
import { findStates, findTitles } from '../../related';
import { toInstant } from './present-stories';

interface Reading {
  strapi: Core.Strapi;
  desk: Desk;
  ability: Ability;
  locale: string;
  now: number;
}

const idsOf = (wishes: BoardWish[], type: string) =>
  wishes.filter((wish) => wish.type === type).map(({ documentId }) => documentId);

/** Holds that still hold, by story. */
async function holdsOf({ strapi, now }: Reading, wishes: BoardWish[]): Promise<Map<string, KeptHold>> {
  const holds = new Map<string, KeptHold>();
  for (const type of new Set(wishes.map((wish) => wish.type))) {
    for (const hold of await findHolds(strapi, await sqlNow(strapi), type, idsOf(wishes, type)))
      if (isActive(hold, now)) holds.set(storyId(hold), hold);
  }
  return holds;
}

/** Stories that are written in the board's language, published or not. */
async function writtenIn({ strapi, desk, locale }: Reading, wishes: BoardWish[]): Promise<Set<string>> {
  const written = new Set<string>();
  for (const type of new Set(wishes.map((wish) => wish.type))) {
    const where = { documentId: { $in: idsOf(wishes, type) }, ...(desk.isLocalized(type) ? { locale } : {}) };
    const query = { select: ['documentId'], where };
    const rows: { documentId: string }[] = await strapi.db.query(type as never).findMany(query as never);
    for (const { documentId } of rows) written.add(storyId({ type, documentId }));
  }
  return written;
}

/** Wishes as an editor gets them: why a story is not on the front, and its headline where he may know it. */
export async function presentWishes(reading: Reading, wishes: BoardWish[]): Promise<Shown[]> {
  if (wishes.length === 0) return [];
  const { strapi, desk, ability, locale } = reading;
  const stateOf = await findStates(strapi, desk, locale, wishes);
  const titleOf = await findTitles(strapi, desk, ability, [locale, await defaultLocale(strapi)], wishes);
  const absent = wishes.filter((wish) => stateOf(wish) !== 'live');
  const holds = await holdsOf(reading, absent);
  const written = await writtenIn(reading, absent);
  const absenceOf = (wish: BoardWish): BoardAbsence | null => {
    const state = stateOf(wish);
    if (state === 'live') return null;
    if (state === 'dead') return 'deleted';
    return holds.get(storyId(wish))?.state ?? (written.has(storyId(wish)) ? 'unpublished' : 'otherLanguage');
  };
  return wishes.map((wish) => ({
    documentId: wish.documentId,
    type: wish.type,
    title: titleOf(wish).title,
    until: toInstant(wish.until),
    absence: absenceOf(wish),
    heldUntil: toInstant(holds.get(storyId(wish))?.until ?? null),
  }));
}
