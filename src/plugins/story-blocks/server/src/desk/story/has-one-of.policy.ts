import type { Context } from 'koa';
import type { Ability } from '../../access/admin-reader';

/** Lets those pass who have one of the permissions: `{ actions }`. */
export const hasOneOf = (ctx: Context, { actions }: { actions: string[] }): boolean =>
  actions.some((action) => (ctx.state.userAbility as Ability).can(action));
