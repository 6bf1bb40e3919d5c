import type { Core } from '@strapi/strapi';
import type { DeskStory, Hold } from '../../../../shared/src';
import { tailOf, toTeaser } from '../../blocks/teasers';
import { homeSite, toStoryView } from '../../cards';
import type { DraftStory } from '../../drafts';
import type { Newsroom } from '../../newsroom';
import type { OpenPage } from '../open-page';
import { type Facts, findFindings } from './find-findings';
import { storyFacts } from './story-facts';
import { teaserCut } from './teaser-cut';

interface Ports {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  now(): Date;
}

/** A story as readers will get it on its home site, and what matters before that. */
export async function describeStory(
  { strapi, newsroom, now }: Ports,
  { type, card, isSaved }: DraftStory,
  { view }: OpenPage,
  { locale, hold, fields }: { locale: string; hold: Hold | null; fields: Facts['fields'] }
): Promise<DeskStory> {
  const section = view.concepts.get('section', card.sectionId);
  const cut = teaserCut(view, section, homeSite(view, card));
  const { title, kicker, byline, dateline, slug, url } = toStoryView(view, card);
  return {
    type: type.uid,
    documentId: isSaved ? card.documentId : null,
    locale: card.locale || null,
    title,
    kicker,
    byline,
    dateline,
    slug,
    url,
    teaser: toTeaser(view, card, cut),
    cut: { ...cut, tail: tailOf(cut, locale) },
    hold,
    timezone: homeSite(view, card)?.data.timezone ?? null,
    findings: findFindings(await storyFacts(strapi, view, card, { hold, fields, now: now().getTime() })),
    errorsBlock: newsroom.config.desk.blockPublishing,
  };
}
