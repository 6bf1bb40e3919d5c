import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { ADMIN_ACTIONS } from '../../../../shared/src';
import type { Desk } from '../../config';
import { invalid, notFound } from '../../http/errors';
import { resolveLocale } from '../../http/locales';
import { localeQuery, nameInPath, nameQuery, parse } from '../../http/query';
import { readWill, storeWill } from './store-pins';

const targets = z.array(nameQuery).max(50).default([]);
const bodySchema = z.strictObject({ data: z.strictObject({ pins: targets, hides: targets }) });
const querySchema = z.looseObject({ locale: localeQuery });

/** What editors want of a story's links, by document ids, in one language. */
export function createPinsController(strapi: Core.Strapi, desk: Desk) {
  const exists = async (uid: string, documentId: string) =>
    (await strapi.db.query(uid as never).count({ where: { documentId } } as never)) > 0;

  async function typeOf(documentId: string): Promise<string | null> {
    for (const { uid } of desk.newsroom.types.story) if (await exists(uid, documentId)) return uid;
    return null;
  }

  async function keyOf(ctx: Context) {
    const { locale: asked } = parse(querySchema, ctx.query);
    const documentId = nameInPath(ctx.params.documentId);
    const type = await typeOf(documentId);
    if (!type) throw notFound('Unknown story');
    const locale = desk.keyLocale(type, await resolveLocale(strapi, asked));
    return { type, documentId, locale };
  }

  const answer = async (key: Awaited<ReturnType<typeof keyOf>>) => {
    const will = await readWill(strapi, key);
    const ids = (of: { documentId: string }[]) => of.map(({ documentId }) => documentId);
    return { data: { pins: ids(will.pins), hides: ids(will.hides) } };
  };

  return {
    async get(ctx: Context) {
      ctx.body = await answer(await keyOf(ctx));
    },
    async set(ctx: Context) {
      const key = await keyOf(ctx);
      const { data } = parse(bodySchema, ctx.request.body ?? {});
      const both = data.pins.find((id) => data.hides.includes(id));
      if (both) throw invalid(`${both} is both pinned and hidden`, ['data', 'hides']);
      const resolve = async (field: 'pins' | 'hides') => {
        const found = [];
        for (const documentId of new Set(data[field])) {
          const type = await typeOf(documentId);
          if (!type || documentId === key.documentId) throw invalid(`${documentId} is no other story`, ['data', field]);
          found.push({ type, documentId });
        }
        return found;
      };
      await storeWill(strapi, key, { pins: await resolve('pins'), hides: await resolve('hides') });
      ctx.body = await answer(key);
    },
  };
}

const config = { policies: [{ name: 'admin::hasPermissions', config: { actions: [ADMIN_ACTIONS.pins] } }] };

export const pinsAdminRoutes = [
  { method: 'GET' as const, path: '/pins/:documentId', handler: 'pins.get', config },
  { method: 'PUT' as const, path: '/pins/:documentId', handler: 'pins.set', config },
];
