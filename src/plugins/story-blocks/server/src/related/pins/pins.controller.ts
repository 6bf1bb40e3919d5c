import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { ALL_LOCALES, ERROR_CODES, willBodySchema } from '../../../../shared/src';
import type { CardKey } from '../../cards';
import type { Desk } from '../../config';
import type { Ability } from '../../http/admin-reader';
import { asBusy, conflict, notFound } from '../../http/errors';
import { resolveLocale } from '../../http/locales';
import { localeQuery, nameInPath, parse } from '../../http/query';
import { decideWill } from './decide-will';
import { findTypes } from './find-targets';
import { presentWill } from './present-will';
import { changeWill } from './store-will';

const querySchema = z.looseObject({ locale: localeQuery });

/** What editors want of a story's links, by document ids, in one language or in all of them. */
export function createPinsController(strapi: Core.Strapi, { desk, now }: { desk: Desk; now(): Date }) {
  async function keyOf(ctx: Context): Promise<CardKey> {
    const { locale: asked } = parse(querySchema, ctx.query);
    const documentId = nameInPath(ctx.params.documentId);
    const type = (await findTypes(strapi, desk, [documentId])).get(documentId);
    if (!type) throw notFound('Unknown story');
    const locale = asked === ALL_LOCALES ? ALL_LOCALES : await resolveLocale(strapi, asked);
    return { type, documentId, locale: desk.keyLocale(type, locale) };
  }

  const present = (ctx: Context, key: CardKey) =>
    presentWill({ strapi, desk, now: now().getTime(), ability: ctx.state.userAbility as Ability | undefined }, key);

  return {
    async get(ctx: Context) {
      ctx.body = { data: await present(ctx, await keyOf(ctx)) };
    },
    async set(ctx: Context) {
      const key = await keyOf(ctx);
      const { data: asked } = parse(willBodySchema, ctx.request.body ?? {});
      const changed = await changeWill(strapi, key, asked.version ?? null, async (before) => {
        const named = [...asked.pins, ...asked.hides].map(({ documentId }) => documentId);
        const types = await findTypes(strapi, desk, [key.documentId, ...named]);
        if (!types.has(key.documentId)) throw notFound('Unknown story');
        return decideWill(asked, { host: key, before, typeOf: (id) => types.get(id), now: now().getTime() });
      }).catch(asBusy);
      const data = await present(ctx, key);
      if (!changed) {
        const message = 'The pins and hides were changed meanwhile. Nothing was written; this is what stands now.';
        throw conflict(message, { code: ERROR_CODES.versionConflict, ...data });
      }
      ctx.body = { data };
    },
  };
}
