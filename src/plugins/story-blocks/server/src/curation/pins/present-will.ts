import type { Core } from '@strapi/strapi';
import { defaultLocale, sqlNow } from '@wiredesk/strapi-kit/server';
import type { Will, WillTarget } from '../../../../shared/src';
import type { Ability } from '../../access/admin-reader';
import type { CardKey } from '../../cards';
import type { Newsroom } from '../../newsroom';
import { findVersion } from '../versions';
import { isInForce } from '../wish';
import { findStates, findTitles } from './find-targets';
import { findWishes, isHiddenEverywhere, willVersion } from './store-will';
import { inheritedWishes, type LinkWish } from './will';

/** A will as an editor gets it: each target with its state, and its headline where the editor may know it. */
export async function presentWill(
  {
    strapi,
    newsroom,
    now,
    ability,
  }: { strapi: Core.Strapi; newsroom: Newsroom; now: number; ability: Ability | undefined },
  key: CardKey
): Promise<Will> {
  const sql = await sqlNow(strapi);
  // Read before what it covers: one that changes meanwhile is refused, rather than overwritten unseen.
  const version = await findVersion(strapi, sql, willVersion(key));
  const { own, all } = await findWishes(strapi, sql, key);
  const inherited = inheritedWishes(own, all, now);
  const wishes = [...own, ...inherited];
  const stateOf = await findStates(strapi, newsroom, key.locale, wishes);
  const titleOf = await findTitles(strapi, newsroom, ability, [key.locale, await defaultLocale(strapi)], wishes);
  const stateNow = (wish: LinkWish) => {
    const state = stateOf(wish);
    return state !== 'dead' && !isInForce(wish, now) ? 'expired' : state;
  };
  const target = (wish: LinkWish): WillTarget => ({
    documentId: wish.documentId,
    type: wish.type,
    kind: wish.kind,
    state: stateNow(wish),
    until: wish.until === null ? null : new Date(wish.until).toISOString(),
    everywhere: wish.everywhere,
    ...titleOf(wish),
  });
  const ids = (kind: LinkWish['kind']) =>
    own.filter((wish) => wish.kind === kind && isInForce(wish, now)).map(({ documentId }) => documentId);
  return {
    pins: ids('pin'),
    hides: ids('hide'),
    version,
    hiddenEverywhere: await isHiddenEverywhere(strapi, sql, key),
    targets: own.map(target),
    inherited: inherited.map(target),
  };
}
