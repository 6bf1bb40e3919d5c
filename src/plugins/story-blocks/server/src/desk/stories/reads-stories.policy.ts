import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { type Ability, mayManage } from '../../access/admin-reader';
import { assemblyOf } from '../../assemble';

/** Lets those pass who may read a story type in the content manager. */
export const readsStories = (ctx: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }): boolean => {
  const ability = ctx.state.userAbility as Ability;
  return assemblyOf(strapi).newsroom.config.types.story.some(({ uid }) => mayManage(ability, uid));
};
