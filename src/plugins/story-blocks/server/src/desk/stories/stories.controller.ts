import { parse, resolveLocale } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { z } from 'zod';
import { ADMIN_ACTIONS, type DeskStoryType, MAX_FOUND, type StoryTypes } from '../../../../shared/src';
import { type Ability, mayManage } from '../../access/admin-reader';
import { localeQuery, nameQuery, wholeNumber } from '../../lib/query';
import type { Newsroom, StoryType } from '../../newsroom';
import { type SearchParts, searchStories } from './search-stories';

const searchQuery = z.looseObject({
  q: nameQuery,
  locale: localeQuery,
  limit: wholeNumber(1, MAX_FOUND).optional(),
});

const toDeskType = (newsroom: Newsroom, { uid, fields }: StoryType): DeskStoryType => ({
  uid,
  isLocalized: newsroom.isLocalized(uid),
  canBeHeld: newsroom.hasDrafts(uid),
  mapped: newsroom.mappedFields(uid),
  fields: {
    title: fields.title,
    body: fields.body ?? null,
    section: fields.section ?? null,
    topics: fields.topics ?? null,
    filedAt: fields.filedAt ?? null,
    externalLinks: fields.externalLinks ?? null,
  },
});

/** What panels and pages of the desk ask first: which types are stories, what one may do, which story is meant. */
export function createStoriesDeskController(parts: SearchParts) {
  const { strapi, newsroom } = parts;
  const abilityOf = (ctx: Context) => ctx.state.userAbility as Ability;
  return {
    types(ctx: Context) {
      const ability = abilityOf(ctx);
      const data: StoryTypes = {
        stories: newsroom.config.types.story
          .filter(({ uid }) => mayManage(ability, uid))
          .map((type) => toDeskType(newsroom, type)),
        may: {
          blocks: ability.can(ADMIN_ACTIONS.blocks),
          pins: ability.can(ADMIN_ACTIONS.pins),
          holds: ability.can(ADMIN_ACTIONS.holds),
        },
      };
      ctx.body = { data };
    },
    async search(ctx: Context) {
      const { q, locale: asked, limit } = parse(searchQuery, ctx.query);
      const locale = await resolveLocale(strapi, asked);
      ctx.body = { data: await searchStories(parts, abilityOf(ctx), { text: q, locale, limit: limit ?? MAX_FOUND }) };
    },
  };
}
