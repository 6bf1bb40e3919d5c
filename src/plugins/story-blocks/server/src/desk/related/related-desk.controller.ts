import { forbidden, invalid, parse, resolveLocale } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { z } from 'zod';
import { ADMIN_ACTIONS, type DeskRelated, type PreviewedRelated, previewRelatedSchema } from '../../../../shared/src';
import { type Ability, mayManage } from '../../access/admin-reader';
import { type FullCard, isQueued } from '../../cards';
import { maskLinks, readStory } from '../../drafts';
import { localeQuery, nameInPath } from '../../lib/query';
import { openPage } from '../open-page';
import { describeWill, toHoldNote } from './describe-will';
import { draftLinks } from './draft-links';
import { findHost, type Host } from './find-host';
import { toFormValues } from './form-values';
import { pageLinks } from './page-links';
import type { Parts } from './parts';

const localeOnly = z.looseObject({ locale: localeQuery });
const NO_LINKS: PreviewedRelated = { block: null, links: [] };

const abilityOf = (ctx: Context) => ctx.state.userAbility as Ability;
const mayPin = (ctx: Context) => abilityOf(ctx).can(ADMIN_ACTIONS.pins);

/** Related links as the panel on a story shows them. */
export function createRelatedDeskController(parts: Parts) {
  const { strapi, newsroom } = parts;

  const linksOfDraft = async (ability: Ability, card: FullCard, locale: string) =>
    draftLinks(parts, ability, card, await openPage(parts, card, locale));

  /** A published story's links as readers get them; another story's as its saved draft would have them. */
  async function linksOf(ability: Ability, { key, state, card }: Host, locale: string): Promise<PreviewedRelated> {
    if (state === 'new') return NO_LINKS;
    if (card) {
      const { block, links } = await pageLinks(parts, card, await openPage(parts, card, locale));
      return { block, links: await maskLinks(parts, ability, links) };
    }
    const draft = await readStory({ ...parts, ability }, { uid: key.type, documentId: key.documentId, locale });
    return draft.isSaved ? linksOfDraft(ability, draft.card, locale) : NO_LINKS;
  }

  return {
    async get(ctx: Context) {
      const { locale: asked } = parse(localeOnly, ctx.query);
      const documentId = nameInPath(ctx.params.documentId);
      const locale = await resolveLocale(strapi, asked);
      const ability = abilityOf(ctx);
      const host = await findHost(parts, ability, documentId, locale);
      const { key, state, hold, card } = host;
      const { block, links } = await linksOf(ability, host, locale);
      const data: DeskRelated = {
        documentId,
        type: key.type,
        locale: key.locale || null,
        state,
        hold: toHoldNote(hold),
        isRelating: card !== null && (await isQueued(strapi, key)),
        block,
        links,
        will: await describeWill(parts, ability, key),
        mayPin: mayPin(ctx),
      };
      ctx.body = { data };
    },

    async preview(ctx: Context) {
      const form = parse(previewRelatedSchema, ctx.request.body ?? {});
      const ability = abilityOf(ctx);
      const type = newsroom.storyType(form.type);
      if (!type) throw invalid(`type: ${form.type} is no story type`, ['type']);
      if (!mayManage(ability, form.type)) {
        throw forbidden('You may not read stories of this type in the content manager.');
      }
      const locale = await resolveLocale(strapi, form.locale ?? undefined);
      if (form.documentId) {
        const { key } = await findHost(parts, ability, form.documentId, locale);
        if (key.type !== form.type) throw invalid(`type: the story is of type ${key.type}`, ['type']);
      }
      const { card } = await readStory(
        { ...parts, ability },
        { uid: form.type, documentId: form.documentId ?? null, locale, values: toFormValues(type, form.values) }
      );
      ctx.body = { data: await linksOfDraft(ability, card, locale) };
    },
  };
}
