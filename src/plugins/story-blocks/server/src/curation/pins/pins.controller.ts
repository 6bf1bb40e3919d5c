import type { Core } from '@strapi/strapi';
import { asBusy, conflict, notFound, parse, resolveLocale } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { z } from 'zod';
import { ALL_LOCALES, ERROR_CODES, willBodySchema } from '../../../../shared/src';
import type { Ability } from '../../access/admin-reader';
import { readableType, storyAccess } from '../../access/story-access';
import type { CardKey } from '../../cards';
import { localeQuery, nameInPath } from '../../lib/query';
import type { Newsroom } from '../../newsroom';
import { decideWill } from './decide-will';
import { presentWill } from './present-will';
import { changeWill } from './store-will';

const querySchema = z.looseObject({ locale: localeQuery });

/**
 * What editors want of a story's links, by document ids, in one language or in all of them: of stories that they may read in
 * the content manager there.
 */
export function createPinsController(strapi: Core.Strapi, { newsroom, now }: { newsroom: Newsroom; now(): Date }) {
  const abilityOf = (ctx: Context) => ctx.state.userAbility as Ability;

  async function keyOf(ctx: Context): Promise<CardKey> {
    const { locale: asked } = parse(querySchema, ctx.query);
    const documentId = nameInPath(ctx.params.documentId);
    const locale = asked === ALL_LOCALES ? ALL_LOCALES : await resolveLocale(strapi, asked);
    const access = await storyAccess(strapi, newsroom, abilityOf(ctx), [documentId]);
    const type = readableType(access, abilityOf(ctx), documentId, locale);
    return { type, documentId, locale: newsroom.keyLocale(type, locale) };
  }

  const present = (ctx: Context, key: CardKey) =>
    presentWill({ strapi, newsroom, now: now().getTime(), ability: abilityOf(ctx) }, key);

  return {
    async get(ctx: Context) {
      ctx.body = { data: await present(ctx, await keyOf(ctx)) };
    },
    async set(ctx: Context) {
      const key = await keyOf(ctx);
      const { data: asked } = parse(willBodySchema, ctx.request.body ?? {});
      const changed = await changeWill(strapi, key, asked.version ?? null, async (before) => {
        const named = [...asked.pins, ...asked.hides, ...before.wishes].map(({ documentId }) => documentId);
        const access = await storyAccess(strapi, newsroom, abilityOf(ctx), [key.documentId, ...named]);
        if (access.typeOf(key.documentId) === undefined) throw notFound('Unknown story');
        const mayName = (id: string) => access.mayName(id, key.locale);
        return decideWill(asked, {
          host: key,
          before: before.wishes,
          hiddenEverywhere: before.hiddenEverywhere,
          typeOf: (id) => (mayName(id) ? access.typeOf(id) : undefined),
          isForeign: (id) => access.typeOf(id) !== undefined && !mayName(id),
          now: now().getTime(),
        });
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
