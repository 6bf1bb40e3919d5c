import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Newsroom } from '../../newsroom';
import { mayPreview } from '../caller';
import { draftsRefused } from './refusals';
import { schemasOf } from './schemas';
import { filterSteps, populateSteps, sortSteps } from './steps-into';
import { type Handler, wrapHandlers } from './wrap-handlers';

const USER = 'plugin::users-permissions.user';
const READS = ['find', 'findOne', 'me', 'count'];

/**
 * The same guard for what `users-permissions` reads past the document service: where users point at stories
 * (bookmarks, say), their relations give drafts and published rows alike.
 */
export function guardUsers(strapi: Core.Strapi, newsroom: Newsroom): void {
  if (!strapi.plugins['users-permissions']) return;
  const isGuarded = (uid: string) => newsroom.role(uid) !== undefined && newsroom.hasDrafts(uid);

  async function refuseSteps(ctx: Context): Promise<void> {
    const walk = { schemas: schemasOf(strapi), isGuarded };
    const { filters, sort, populate } = ctx.query as { filters?: unknown; sort?: unknown; populate?: unknown };
    const step = filterSteps(filters, USER, walk) ?? sortSteps(sort, USER, walk) ?? populateSteps(populate, USER, walk);
    if (!step || (await mayPreview(strapi, ctx.state.auth))) return;
    throw draftsRefused(`"${step}" gives drafts too: it`);
  }

  const guard =
    (handler: Handler): Handler =>
    async (ctx, next) => {
      await refuseSteps(ctx);
      return handler(ctx, next);
    };
  wrapHandlers(strapi, USER, Object.fromEntries(READS.map((name) => [name, guard])));
}
