import type { NewsroomConfig } from '../newsroom';

/** GraphQL types of the blocks that this plugin ships, by a block's `type`. */
export const BLOCK_TYPES: Record<string, string> = {
  'related-links': 'RelatedLinksBlock',
  'section-teaser': 'SectionTeaserBlock',
  'headline-rails': 'HeadlineRailsBlock',
  appeal: 'AppealBlock',
  comments: 'CommentsBlock',
  share: 'ShareBlock',
  rights: 'RightsBlock',
};

export const GENERIC_BLOCK = 'GenericBlock';

const shapes = /* GraphQL */ `
  enum RelatedLinkKind { story landing external }

  "Why a link was chosen."
  type LinkReason { type: String! label: String labels: [String!] }

  "A story, a topic's own page, or an address of the story's own."
  type RelatedLink {
    kind: RelatedLinkKind!
    title: String!
    url: String
    reasons: [LinkReason!]!
    documentId: ID
    locale: String
    slug: String
    kicker: String
    dateline: String
    filedAt: String
    firstPublishedAt: String
    pinned: Boolean
    score: Float
  }

  type StoryImage { url: String! alternativeText: String caption: String width: Float height: Float formats: JSON }

  type StoryTeaser {
    documentId: ID!
    kicker: String
    title: String!
    dateline: String
    datelineRunsIn: Boolean!
    excerpt: String!
    truncated: Boolean!
    slug: String
    url: String
    filedAt: String!
    firstPublishedAt: String
    image: StoryImage
  }

  type RailSection { slug: String name: String! }
  type RailHeadline {
    documentId: ID!
    title: String!
    slug: String
    url: String
    filedAt: String!
    firstPublishedAt: String
  }
  type HeadlineRail { label: String! section: RailSection headlines: [RailHeadline!]! }

  type StoryPageSite { name: String! tagline: String url: String }
  type StoryPageSource { code: String! name: String! }
  type StoryPageStory {
    documentId: ID!
    locale: String
    title: String!
    slug: String
    kicker: String
    byline: String
    dateline: String
    datelineRunsIn: Boolean!
    bodyDateline: String
    url: String
    summary: String
    body: JSON!
    filedAt: String!
    firstPublishedAt: String
    priority: Float
    source: StoryPageSource
    image: StoryImage
  }

  type AppealOffer { name: String! price: String note: String url: String }
  type ShareTarget { name: String! url: String }

  type RelatedLinksBlock { type: String! heading: String links: [RelatedLink!]! }
  type SectionTeaserBlock { type: String! teasers: [StoryTeaser!]! }
  type HeadlineRailsBlock { type: String! rails: [HeadlineRail!]! }
  type AppealBlock { type: String! heading: String paragraphs: [String!]! offers: [AppealOffer!]! }
  type CommentsBlock { type: String! text: String! }
  type ShareBlock { type: String! heading: String targets: [ShareTarget!]! }
  type RightsBlock { type: String! text: String! }
  "A block that another plugin registered without a type of its own."
  type GenericBlock { type: String! data: JSON! }

  type StoryPage { site: StoryPageSite story: StoryPageStory! blocks: [StoryBlock!]! locale: String generation: Float! }

  type FrontSubject { documentId: ID! name: String! slug: String }
  type FrontPagination { page: Int! pageSize: Int! pageCount: Int! total: Int! }
  type StoryFront {
    kind: String!
    site: StoryPageSite
    subject: FrontSubject
    "The story that leads: the first of the first page."
    lead: ID
    teasers: [StoryTeaser!]!
    blocks: [StoryBlock!]!
    locale: String
    generation: Float!
    pagination: FrontPagination!
  }
`;

/** Types of what is filled whole, whatever is selected of it, by their names in the schema. */
export const pageTypes = ({ typePrefix }: NewsroomConfig['graphql']): Set<string> =>
  new Set(['StoryPage', 'StoryFront'].map((name) => `${typePrefix}${name}`));

/** Names of all types of ours. */
const OUR_TYPES = [...shapes.matchAll(/^ *(?:type|enum) (\w+)/gm)].map(([, name]) => name).concat('StoryBlock');
const ourType = new RegExp(`\\b(?:${OUR_TYPES.join('|')})\\b`, 'g');

/** A part of the schema with the configured prefix before the names of our own types. */
const prefixed = (text: string, prefix: string) => text.replace(ourType, (name) => `${prefix}${name}`);

/** Our types, by their names in the schema, with the fields that are properties of what the field above them gives. */
export const plainTypes = ({ typePrefix }: NewsroomConfig['graphql']): Map<string, string[]> =>
  new Map(
    [...shapes.matchAll(/type (\w+) \{([^}]*)\}/g)].map(([, name, fields]) => [
      `${typePrefix}${name}`,
      [...fields.matchAll(/(\w+):/g)].map(([, field]) => field),
    ])
  );

/** The types and fields that the plugin adds to the application's schema. */
export function typeDefs(
  names: NewsroomConfig['graphql'],
  typeNames: { stories: string[]; section: string | null },
  blockTypes: string[]
): string {
  const ours = (text: string) => prefixed(text, names.typePrefix);
  const ofStory = typeNames.stories.map((type) => {
    const fields = ours(/* GraphQL */ `
        ${names.relatedLinks}(limit: Int, kinds: [RelatedLinkKind!]): [RelatedLink!]!
        ${names.bylineText}(style: String): String
        ${names.datelineText}(style: String): String
        ${names.teaser}: StoryTeaser`);
    return `extend type ${type} {${fields}\n}`;
  });
  const ofSection = typeNames.section
    ? [`extend type ${typeNames.section} { ${ours(`${names.teasers}(limit: Int, exclude: [ID!]): [StoryTeaser!]!`)} }`]
    : [];
  const ourBlocks = [...Object.values(BLOCK_TYPES), GENERIC_BLOCK].map(ours);
  return [
    ours(shapes),
    `union ${ours('StoryBlock')} = ${[...new Set([...ourBlocks, ...blockTypes])].join(' | ')}`,
    ...ofStory,
    ...ofSection,
    ours(/* GraphQL */ `
      extend type Query {
        ${names.relatedLinks}(documentId: ID!, limit: Int, kinds: [RelatedLinkKind!], locale: String): [RelatedLink!]!
        ${names.headlineRails}(sections: [String!]!, limit: Int, locale: String): [HeadlineRail!]!
        ${names.storyPage}(documentId: ID, slug: String, site: String, type: String, locale: String): StoryPage
        ${names.front}(
          section: String, topic: String, author: String, date: String, site: String, locale: String, page: Int, pageSize: Int
        ): StoryFront
      }`),
  ].join('\n');
}
