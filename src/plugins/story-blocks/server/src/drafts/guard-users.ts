import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { ERROR_CODES, PREVIEW_ACTION } from '../../../shared/src';
import type { Desk } from '../config';
import { mayPreview } from '../http/caller';
import { forbidden } from '../http/errors';
import { schemasOf } from './schemas';
import { filterSteps, populateSteps, sortSteps } from './steps-into';

const USER = 'plugin::users-permissions.user';
const READS = ['find', 'findOne', 'me', 'count'];

type Controller = Record<string, (ctx: Context, next: unknown) => unknown>;
interface Controllers {
  extend(uid: string, change: (controller: Controller) => Controller): void;
}

/**
 * The same guard for what `users-permissions` reads past the document service: where users point at stories
 * (bookmarks, say), their relations give drafts and published rows alike.
 */
export function guardUsers(strapi: Core.Strapi, desk: Desk): void {
  if (!strapi.plugins['users-permissions']) return;
  const isGuarded = (uid: string) => desk.role(uid) !== undefined && desk.hasDrafts(uid);

  async function refuseSteps(ctx: Context): Promise<void> {
    const walk = { schemas: schemasOf(strapi), isGuarded };
    const { filters, sort, populate } = ctx.query as { filters?: unknown; sort?: unknown; populate?: unknown };
    const step = filterSteps(filters, USER, walk) ?? sortSteps(sort, USER, walk) ?? populateSteps(populate, USER, walk);
    if (!step || (await mayPreview(strapi, ctx.state.auth))) return;
    throw forbidden(`"${step}" gives drafts too: it needs the permission "${PREVIEW_ACTION}"`, {
      code: ERROR_CODES.draftsRefused,
    });
  }

  (strapi.get('controllers') as Controllers).extend(USER, (controller) => {
    const guarded = READS.filter((name) => typeof controller[name] === 'function').map((name) => [
      name,
      async (ctx: Context, next: unknown) => {
        await refuseSteps(ctx);
        return controller[name](ctx, next);
      },
    ]);
    return { ...controller, ...Object.fromEntries(guarded) };
  });
}
