import { forbidden, invalid, parse, resolveLocale } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { z } from 'zod';
import { ADMIN_ACTIONS, type DeskRelated, type PreviewedRelated, previewRelatedSchema } from '../../../../shared/src';
import { type Ability, mayManage } from '../../access/admin-reader';
import type { CardKey } from '../../cards';
import { isQueued } from '../../cards';
import { draftCard, formCard } from '../../drafts/form-card';
import { maskLinks } from '../../drafts/mask-links';
import { localeQuery, nameInPath } from '../../lib/query';
import { describeWill, toHoldNote } from './describe-will';
import { findHost } from './find-host';
import { pageLinks } from './page-links';
import type { Parts } from './parts';

const localeOnly = z.looseObject({ locale: localeQuery });

const abilityOf = (ctx: Context) => ctx.state.userAbility as Ability;
const mayPin = (ctx: Context) => abilityOf(ctx).can(ADMIN_ACTIONS.pins);

/** Related links as the panel on a story shows them. */
export function createRelatedDeskController(parts: Parts) {
  const { strapi, newsroom, related } = parts;

  return {
    async get(ctx: Context) {
      const { locale: asked } = parse(localeOnly, ctx.query);
      const documentId = nameInPath(ctx.params.documentId);
      const locale = await resolveLocale(strapi, asked);
      const { key, state, hold, card } = await findHost(parts, abilityOf(ctx), documentId, locale);
      const draft = card ? null : await draftCard(parts, abilityOf(ctx), key);
      const own = card ?? draft;
      const found = own && (await pageLinks(parts, own, locale, draft ? await related.computeLinks(draft) : undefined));
      const data: DeskRelated = {
        documentId,
        type: key.type,
        locale: key.locale || null,
        state,
        hold: toHoldNote(hold),
        isRelating: card !== null && (await isQueued(strapi, key)),
        block: found?.block ?? null,
        links: await maskLinks(parts, abilityOf(ctx), found?.links ?? []),
        will: await describeWill(parts, abilityOf(ctx), key),
        mayPin: mayPin(ctx),
      };
      ctx.body = { data };
    },

    async preview(ctx: Context) {
      const form = parse(previewRelatedSchema, ctx.request.body ?? {});
      const ability = abilityOf(ctx);
      if (!newsroom.storyType(form.type)) throw invalid(`type: ${form.type} is no story type`, ['type']);
      if (!mayManage(ability, form.type)) {
        throw forbidden('You may not read stories of this type in the content manager.');
      }
      const locale = await resolveLocale(strapi, form.locale ?? undefined);
      const key: CardKey = form.documentId
        ? (await findHost(parts, ability, form.documentId, locale)).key
        : { type: form.type, documentId: '', locale: newsroom.keyLocale(form.type, locale) };
      if (key.type !== form.type) throw invalid(`type: the story is of type ${key.type}`, ['type']);
      const card = await formCard(parts, ability, key, locale, form.values);
      const found = card && (await pageLinks(parts, card, locale, await related.computeLinks(card)));
      const data: PreviewedRelated = {
        block: found?.block ?? null,
        links: await maskLinks(parts, ability, found?.links ?? []),
      };
      ctx.body = { data };
    },
  };
}
