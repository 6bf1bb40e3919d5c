import type { Core } from '@strapi/strapi';
import { defaultLocale } from '@wiredesk/strapi-kit/server';
import type { BoardAbsence, BoardWish as Shown } from '../../../../shared/src';
import type { Ability } from '../../access/admin-reader';
import { storyAccess } from '../../access/story-access';
import type { BoardWish } from '../../curation/board';
import { findStates, findTitles } from '../../curation/pins';
import type { Newsroom } from '../../newsroom';
import { activeHolds, writtenIn } from '../stories';
import { toInstant } from './present-stories';

interface Reading {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  ability: Ability;
  locale: string;
  now: number;
}

/**
 * Wishes as an editor gets them: why a story is not on the front, and its headline where he may know it. Of a story that he
 * may not read he is not told that it is held.
 */
export async function presentWishes(reading: Reading, wishes: BoardWish[]): Promise<Shown[]> {
  if (wishes.length === 0) return [];
  const { strapi, newsroom, ability, locale } = reading;
  const stateOf = await findStates(strapi, newsroom, locale, wishes);
  const titleOf = await findTitles(strapi, newsroom, ability, [locale, await defaultLocale(strapi)], wishes);
  const absent = wishes.filter((wish) => stateOf(wish) !== 'live');
  const activeHoldOf = await activeHolds(strapi, absent, reading.now);
  const ids = absent.map(({ documentId }) => documentId);
  const access = await storyAccess(strapi, newsroom, ability, ids);
  const holdOf = (wish: BoardWish) => (access.readsSome(wish.documentId) ? activeHoldOf(wish) : null);
  const isWritten = await writtenIn(strapi, newsroom, locale, absent);
  const absenceOf = (wish: BoardWish): BoardAbsence | null => {
    const state = stateOf(wish);
    if (state === 'live') return null;
    if (state === 'dead') return 'deleted';
    return holdOf(wish)?.state ?? (isWritten(wish) ? 'unpublished' : 'otherLanguage');
  };
  return wishes.map((wish) => ({
    documentId: wish.documentId,
    type: wish.type,
    title: titleOf(wish).title,
    until: toInstant(wish.until),
    absence: absenceOf(wish),
    heldUntil: toInstant(holdOf(wish)?.until ?? null),
  }));
}
