import type { Caller } from '../access/caller';
import { toAnswer } from '../blocks';
import type { Concept } from '../cards';
import type { Front } from './front';
import type { StoryPage } from './story-page';

const site = (concept: Concept<'site'> | null, caller: Pick<Caller, 'may'>) =>
  concept && caller.may('site') ? { name: concept.name, tagline: concept.data.tagline, url: concept.data.url } : null;

/** A story page as JSON, for REST and GraphQL alike. */
export const toStoryPageData = (page: StoryPage, caller: Pick<Caller, 'may'>) => ({
  site: site(page.site, caller),
  story: page.story,
  blocks: page.blocks.map(toAnswer),
});

/** A front as JSON, for REST and GraphQL alike. */
export const toFrontData = (front: Front, caller: Pick<Caller, 'may'>) => ({
  kind: front.kind,
  site: site(front.site, caller),
  subject: caller.may(front.kind)
    ? { documentId: front.subject.documentId, name: front.subject.name, slug: front.subject.slug }
    : null,
  lead: front.lead,
  teasers: front.teasers,
  blocks: front.blocks.map(toAnswer),
});

export const toPagination = ({ page, pageSize }: { page: number; pageSize: number }, total: number) => ({
  page,
  pageSize,
  pageCount: Math.ceil(total / pageSize),
  total,
});
