import type { Core } from '@strapi/strapi';
import { parse, resolveLocale } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { z } from 'zod';
import { askAgainSchema } from '../../../../shared/src';
import type { Assembly } from '../../assemble';
import { pagesFor, receiptFor } from '../../holds';
import { nameInPath, nameQuery } from '../../lib/query';
import { appearancesOf, askAgain } from '../../pages';

const standingQuery = z.looseObject({ type: nameQuery.optional() });

/** Where a story stands: told before it is held, and asked again afterwards. */
export function createStandingController(strapi: Core.Strapi, assembly: Assembly) {
  const { newsroom, holds, standing } = assembly;
  async function nameStory(ctx: Context) {
    const { type } = parse(standingQuery, ctx.query);
    const documentId = nameInPath(ctx.params.documentId);
    return { documentId, uid: await holds.typeOf(documentId, type) };
  }
  return {
    async get(ctx: Context) {
      const { uid, documentId } = await nameStory(ctx);
      ctx.body = { data: await receiptFor(strapi, newsroom, ctx, uid, await standing(uid, documentId)) };
    },
    async askAgain(ctx: Context) {
      const { documentId, uid } = await nameStory(ctx);
      const { pages } = parse(askAgainSchema(assembly.kinds.all().map(({ page }) => page)), ctx.request.body ?? {});
      const known = appearancesOf(assembly.kinds, pages);
      // A page in a language that there is not would look as if the story had left it.
      for (const locale of new Set(pages.map((page) => page.locale))) await resolveLocale(strapi, locale ?? undefined);
      const { isShown } = await pagesFor(strapi, newsroom, ctx, uid, pages);
      ctx.body = {
        data: await askAgain(
          { strapi, ...assembly },
          documentId,
          known.filter(({ asked }) => isShown(asked))
        ),
      };
    },
  };
}
