import type { Json } from './client';

const LINKS = `links { kind title slug url documentId kicker dateline filedAt firstPublishedAt pinned score reasons { type label labels } }`;
export const TEASERS = `teasers { documentId kicker title slug dateline datelineRunsIn excerpt truncated url filedAt firstPublishedAt image { url alternativeText caption width height formats } }`;

export const RAILS = `type rails { label section { slug name } headlines { documentId title slug url filedAt firstPublishedAt } }`;

const BLOCKS = `blocks {
  __typename
  ... on RelatedLinksBlock { type heading ${LINKS} }
  ... on SectionTeaserBlock { type ${TEASERS} }
  ... on HeadlineRailsBlock { ${RAILS} }
  ... on AppealBlock { type heading paragraphs offers { name price note url } }
  ... on CommentsBlock { type text }
  ... on ShareBlock { type heading targets { name url } }
  ... on RightsBlock { type text }
  ... on GenericBlock { type data }
}`;

/** Everything of a story page that REST gives. */
export const STORY_PAGE = `query Page($id: ID, $slug: String, $site: String, $locale: String) {
  storyPage(documentId: $id, slug: $slug, site: $site, locale: $locale) {
    site { name tagline url }
    story {
      documentId locale title slug kicker byline dateline datelineRunsIn bodyDateline url summary body filedAt firstPublishedAt priority
      source { code name }
      image { url alternativeText caption width height formats }
    }
    ${BLOCKS}
    locale
    generation
  }
}`;

/** What GraphQL adds (type names, nulls of fields that a link's kind does not have) taken away again. */
function plain(value: Json): Json {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const { __typename, ...rest } = value;
  if (__typename === 'GenericBlock') return { type: rest.type, ...plain(rest.data) };
  const entries = Object.entries(rest).map(([key, item]) => [key, plain(item)] as const);
  const isReason = 'labels' in rest;
  const isAddressLink = rest.kind === 'landing' || rest.kind === 'external';
  const kept = entries.filter(([, item]) => !((isReason || isAddressLink) && item === null));
  return Object.fromEntries(isAddressLink ? [...kept.filter(([key]) => key !== 'url'), ['url', rest.url]] : kept);
}

/** A GraphQL story page in the shape of REST's answer. */
export function asRest({ locale, generation, ...data }: Json): Json {
  return { data: plain(data), meta: { locale, generation } };
}
