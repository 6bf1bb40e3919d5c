import * as blocks from '../blocks.contract';
import { blockSchema } from '../blocks.contract';
import { errorSchema } from '../errors.contract';
import * as holds from '../holds.contract';
import * as pages from '../pages.contract';
import type { ApiDescription } from './describe';
import { routes } from './routes';

export { buildDocument, type OpenApiDocument } from './build-document';
export type { ApiDescription, RouteDescription } from './describe';

/** What the plugin adds to an application's OpenAPI document. */
export const storyBlocksApi: ApiDescription = {
  routes,
  schemas: {
    Error: errorSchema,
    Meta: pages.metaSchema,
    Pagination: pages.paginationSchema,
    Site: pages.siteSchema,
    Subject: pages.subjectSchema,
    Image: pages.imageSchema,
    Story: pages.storySchema,
    Reason: pages.reasonSchema,
    StoryLink: pages.storyLinkSchema,
    AddressLink: pages.addressLinkSchema,
    RelatedLink: pages.relatedLinkSchema,
    Teaser: pages.teaserSchema,
    Headline: pages.headlineSchema,
    Rail: pages.railSchema,
    RelatedLinksBlock: blocks.relatedLinksBlockSchema,
    SectionTeaserBlock: blocks.sectionTeaserBlockSchema,
    HeadlineRailsBlock: blocks.headlineRailsBlockSchema,
    AppealBlock: blocks.appealBlockSchema,
    CommentsBlock: blocks.commentsBlockSchema,
    ShareBlock: blocks.shareBlockSchema,
    RightsBlock: blocks.rightsBlockSchema,
    OtherBlock: blocks.otherBlockSchema,
    Block: blockSchema,
    StoryPage: pages.storyPageSchema,
    Front: pages.frontSchema,
    StandingPage: holds.standingPageSchema,
    TextLink: holds.textLinkSchema,
    Receipt: holds.receiptSchema,
    Hold: holds.holdSchema,
  },
  parameters: {
    locale: 'A language of the application; left out, its default one.',
    site: 'The serving site: document id or name. Left out, the home site.',
    type: 'Uid of a story type, where several are mapped.',
    slug: 'Slug of the story in `locale`.',
    status: '`draft`: a preview, for callers who may preview.',
    date: 'A day in the time zone of the serving site.',
    page: 'Left out: 1.',
    pageSize: 'Teasers a page; left out: 20.',
    limit: 'At most so many; left out, what the application says.',
    kinds: 'Kinds of links, with commas between; left out: all.',
    section: 'Document id, slug or name.',
    exclude: 'Document ids of stories to leave out, with commas between.',
    sections: 'Document ids, slugs or names, with commas between.',
  },
};
