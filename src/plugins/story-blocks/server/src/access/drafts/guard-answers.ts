import type { Core } from '@strapi/strapi';
import { permissionChecker } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import type { Newsroom } from '../../newsroom';
import { type Ability, visibleRows } from '../admin-reader';
import { type Mask, maskEntries } from './mask-entries';
import { schemasOf } from './schemas';
import { type Handler, wrapHandlers } from './wrap-handlers';

/**
 * Keeps out of what the content manager answers the texts that an administrator may not read: with an entry in one
 * language Strapi sends all the others, with those that it leads to everything that they say, and to the check before many
 * are published any entry that is named.
 */
export function guardAnswers(strapi: Core.Strapi, newsroom: Newsroom): void {
  const isStory = (uid: string) => newsroom.role(uid)?.kind === 'story';

  const mask =
    (unasked: Mask['unasked']) =>
    (handler: Handler): Handler =>
    async (ctx, next) => {
      await handler(ctx, next);
      const { model } = ctx.params;
      const { body } = ctx;
      if (!schemasOf(strapi).contentTypes[model] || typeof body !== 'object' || body === null) return;
      const ability = ctx.state.userAbility as Ability;
      ctx.body = await maskEntries({ strapi, ability, uid: model, unasked, isStory }, body);
    };
  const read = mask(null);
  const written = mask('told');
  const checked = mask('left out');

  /** Strapi takes the order of the entries that it checks as it is sent. */
  const ordered =
    (handler: Handler): Handler =>
    async (ctx, next) => {
      const body = (ctx.request as Context['request']).body as { sort?: unknown } | undefined;
      if (body?.sort !== undefined && body.sort !== null) {
        const checker = permissionChecker(strapi, ctx.state.userAbility, ctx.params.model);
        body.sort = (await checker.sanitizeQuery({ sort: body.sort })).sort;
      }
      return handler(ctx, next);
    };

  /** Strapi counts what any entry lacks that is named. */
  const counted =
    (handler: Handler): Handler =>
    async (ctx, next) => {
      const { documentIds = [], locale } = ctx.query as { documentIds?: string | object; locale?: string };
      const ids = [documentIds].flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one).map(String)));
      const ability = ctx.state.userAbility as Ability;
      const rows = await visibleRows(strapi, ability, ctx.params.model, ids, locale ? { locale } : {});
      const seen = new Set(rows.map(({ documentId }) => documentId));
      // Strapi keeps the query as it was parsed.
      Object.assign(ctx.query, { documentIds: ids.filter((id) => seen.has(id)) });
      return handler(ctx, next);
    };

  wrapHandlers(strapi, 'plugin::content-manager.collection-types', {
    find: read,
    findOne: read,
    create: written,
    update: written,
    clone: written,
    autoClone: written,
    publish: written,
    unpublish: written,
    discard: written,
    bulkFindForValidation: (handler) => checked(ordered(handler)),
    countManyEntriesDraftRelations: counted,
  });
  wrapHandlers(strapi, 'plugin::content-manager.single-types', {
    find: read,
    createOrUpdate: written,
    publish: written,
    unpublish: written,
    discard: written,
  });
}
