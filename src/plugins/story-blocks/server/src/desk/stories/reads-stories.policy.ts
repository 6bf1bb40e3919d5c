import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { assemblyOf } from '../../assemble';
import { type Ability, mayManage } from '../../access/admin-reader';

/** Lets those pass who may read a story type in the content manager. */
export const readsStories = (ctx: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }): boolean => {
  const ability = ctx.state.userAbility as Ability;
  return assemblyOf(strapi).desk.newsroom.types.story.some(({ uid }) => mayManage(ability, uid));
};
