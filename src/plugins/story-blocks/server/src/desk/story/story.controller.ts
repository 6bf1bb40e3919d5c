import type { Core } from '@strapi/strapi';
import { notFound, parse, resolveLocale } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { z } from 'zod';
import { type DeskStory, type Hold, storyPreviewSchema } from '../../../../shared/src';
import type { Ability } from '../../access/admin-reader';
import type { Assembly } from '../../assemble';
import { type DraftStory, draftPage, readStory } from '../../drafts';
import { failureOf, holdFor, isActive } from '../../holds';
import { localeQuery, nameInPath, nameQuery } from '../../lib/query';
import { type OpenPage, openPage } from '../open-page';
import { draftLinks } from '../related';
import { describeStory } from './describe-story';
import { fieldsOf } from './story-facts';

const storyQuery = z.looseObject({ locale: localeQuery, type: nameQuery.optional() });
const pageQuery = storyQuery.extend({ site: nameQuery.optional() });

interface Asked {
  uid: string;
  documentId: string | null;
  locale: string;
  values?: Record<string, unknown>;
}

/** What the panel beside a story asks: how it will read, its findings, its whole page. */
export function createDeskStoryController(strapi: Core.Strapi, assembly: Assembly) {
  const { newsroom, holds, now } = assembly;
  const abilityOf = (ctx: Context) => ctx.state.userAbility as Ability;

  /** The hold that lies on a story, or an embargo that is over and could not be ended. */
  async function presentHold(ctx: Context, { uid, documentId }: Asked): Promise<Hold | null> {
    const hold = documentId ? await holds.find(documentId, uid) : null;
    const at = now().getTime();
    return hold && (isActive(hold, at) || failureOf(hold, at)) ? holdFor(strapi, newsroom, ctx, hold, at) : null;
  }

  const read = (ctx: Context, asked: Asked) => readStory({ strapi, newsroom, ability: abilityOf(ctx), now }, asked);

  const open = ({ card }: DraftStory, locale: string) => openPage({ strapi, newsroom, now }, card, locale);

  async function describe(ctx: Context, asked: Asked, story: DraftStory, opened: OpenPage): Promise<DeskStory> {
    const fields = fieldsOf(story.type, story.mayRead);
    const hold = await presentHold(ctx, asked);
    return describeStory({ strapi, newsroom, now }, story, opened, { locale: asked.locale, hold, fields });
  }

  async function nameStory(ctx: Context, { locale, type }: z.infer<typeof storyQuery>) {
    const documentId = nameInPath(ctx.params.documentId);
    const uid = await holds.typeOf(documentId, type);
    return { uid, documentId, locale: await resolveLocale(strapi, locale) };
  }

  return {
    async get(ctx: Context) {
      const asked = await nameStory(ctx, parse(storyQuery, ctx.query));
      const story = await read(ctx, asked);
      if (!story.isSaved) throw notFound('The story is not written in this language');
      ctx.body = { data: await describe(ctx, asked, story, await open(story, asked.locale)) };
    },
    async preview(ctx: Context) {
      const { type, documentId, locale, values, include } = parse(storyPreviewSchema, ctx.request.body ?? {});
      const language = await resolveLocale(strapi, locale ?? undefined);
      const asked = { uid: type, documentId: documentId ?? null, locale: language, values };
      const story = await read(ctx, asked);
      const opened = await open(story, language);
      const data = await describe(ctx, asked, story, opened);
      const related = include.includes('related')
        ? await draftLinks({ strapi, ...assembly }, abilityOf(ctx), story.card, opened)
        : undefined;
      ctx.body = { data: { ...data, related } };
    },
    async page(ctx: Context) {
      const { site, ...query } = parse(pageQuery, ctx.query);
      const story = await nameStory(ctx, query);
      const ports = { strapi, ...assembly, ability: abilityOf(ctx) };
      ctx.body = { data: await draftPage(ports, { ...story, site }), meta: { locale: story.locale || null } };
    },
  };
}
