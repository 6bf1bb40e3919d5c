// What is asked, what it is held against, and what it is to reach.
//
// Stock Strapi, for the same content, with indices of its own tables (see archive.mjs):
// - related links: the story's relation `seeAlso` to eight others, populated with what a link shows: headline, slug, filing,
//   section with its site, places, source;
// - a section's teasers and headlines: the newest stories of it, populated likewise, with their bodies for teasers;
// - a story page: the story with all that it shows and its `seeAlso`, then the lists of its teasers and rails, one request
//   each by REST, one query in all by GraphQL.

import type { Ask } from './load';
import type { Asked, Comparison } from './measure';
import type { Addresses, StoryAddress } from './server';

const HOT = 50;
/** An address that was not asked before: what is not known in it is passed over. */
let asked = 0;
const unasked = (path: string) => {
  asked += 1;
  return `${path}${path.includes('?') ? '&' : '?'}bench=${asked}`;
};

const LINK = ['[section][populate][0]=site', '[datelines]=true', '[source]=true'];
const populate = (of: string, parts: string[]) => parts.map((part) => `populate${of}${part}`);
const SHOWN = populate('', LINK);
const SEE_ALSO = populate('[seeAlso][populate]', LINK);
const WHOLE = [
  ...SHOWN,
  ...SEE_ALSO,
  'populate[byline][populate][0]=author',
  'populate[image]=true',
  'populate[topics]=true',
];
const TITLES = ['fields[0]=title', 'fields[1]=slug', 'populate[section][populate][0]=site'];

const STOCK_LINK =
  'documentId title slug filedAt section { name label slug site { url } } datelines { city country timezone } source { code }';
const LINKS = 'kind documentId title url kicker dateline';
const TEASERS = 'documentId kicker title dateline excerpt url';
const BLOCKS = `blocks { __typename
  ... on RelatedLinksBlock { heading links { ${LINKS} } }
  ... on SectionTeaserBlock { teasers { ${TEASERS} } }
  ... on HeadlineRailsBlock { rails { label headlines { documentId title url } } }
  ... on ShareBlock { heading } ... on RightsBlock { text } ... on AppealBlock { heading } }`;
const STORY = 'story { documentId title kicker byline dateline url body filedAt }';

/** Routes of readers, and the share of the speed of a route that does nothing which each is to reach. */
const ROUTES = {
  related: 0.85,
  teasers: 0.85,
  rails: 0.85,
  page: 0.5,
  'page by slug': 0.5,
  'section front': 0.5,
  'section front, page 3': 0.5,
  'topic front': 0.5,
};
export type Route = keyof typeof ROUTES;
const NAMES = Object.keys(ROUTES) as Route[];

/** Routes that stock Strapi is asked the like of. */
export const STOCK = ['related', 'teasers', 'rails', 'page'] as const;
type Stock = (typeof STOCK)[number];

export const CALLERS = ['public', 'token'] as const;
export type CallerName = (typeof CALLERS)[number];

/** Addresses of a route: a few that are asked again and again, and many. */
interface Rotation {
  few: string[];
  many: string[];
}

/** The next of the items at each call, over and over. */
function rotate<Item, Made>(items: readonly Item[], make: (item: Item) => Made): () => Made {
  let at = -1;
  return () => {
    at = (at + 1) % items.length;
    return make(items[at] as Item);
  };
}

/** @param callers - Headers of each. */
export function createAsks(
  { stories, sections, topics }: Addresses,
  callers: Partial<Record<CallerName, Record<string, string>>>
) {
  const hot = stories.slice(0, HOT);
  const slugs = sections.map(({ slug }) => slug);
  const railed = slugs.slice(0, 3).join(',');
  const list = (section: string, limit: number, more: string[]) =>
    `/api/articles?filters[section][documentId]=${section}&sort=filedAt:desc&pagination[limit]=${limit}&pagination[withCount]=false&${more.join('&')}`;
  const ofStories = (path: (story: StoryAddress) => string): Rotation => ({
    few: hot.map(path),
    many: stories.map(path),
  });
  const same = (paths: string[]): Rotation => ({ few: paths, many: paths });
  const ofSections = (path: (slug: string) => string) => same(slugs.map(path));
  const routes: Record<Route, Rotation> = {
    related: ofStories(({ documentId }) => `/api/story-blocks/related/${documentId}`),
    teasers: ofSections((slug) => `/api/story-blocks/teasers?section=${slug}&limit=5`),
    rails: same([`/api/story-blocks/rails?sections=${railed}&limit=5`]),
    page: ofStories(({ documentId }) => `/api/story-blocks/pages/${documentId}`),
    'page by slug': ofStories(({ slug }) => `/api/story-blocks/pages?slug=${slug}`),
    'section front': ofSections((slug) => `/api/story-blocks/fronts/sections/${slug}`),
    'section front, page 3': ofSections((slug) => `/api/story-blocks/fronts/sections/${slug}?page=3`),
    'topic front': same(topics.map(({ slug }) => `/api/story-blocks/fronts/topics/${slug}`)),
  };
  const titles = sections.slice(0, 3).map(({ documentId }) => list(documentId, 5, TITLES));
  /** What is asked of stock Strapi by turns: requests that count as one. */
  const stock: Record<Stock, string[][]> = {
    related: hot.map(({ documentId }) => [`/api/articles/${documentId}?fields[0]=title&${SEE_ALSO.join('&')}`]),
    teasers: sections.map(({ documentId }) => [list(documentId, 5, SHOWN)]),
    rails: [titles],
    page: hot.map(({ documentId, section }) => [
      `/api/articles/${documentId}?${WHOLE.join('&')}`,
      list(section, 5, SHOWN),
      ...titles,
    ]),
  };
  const get = (caller: CallerName, path: string): Ask => ({ path, headers: callers[caller] });
  const post = (caller: CallerName, query: string, variables: object): Ask => ({
    path: '/graphql',
    headers: { ...callers[caller], 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const graphql = (caller: CallerName, name: string, query: string, items: object[] = [{}]) => ({
    name: `GraphQL ${name}`,
    next: rotate(items, (item) => post(caller, query, item)),
  });
  return {
    /** By route, and by whether it was asked before. */
    route(caller: CallerName, name: Route, { isCold = false } = {}) {
      const { few, many } = routes[name];
      const next = isCold
        ? rotate(many, (path) => get(caller, unasked(path)))
        : rotate(few, (path) => get(caller, path));
      return { name: `${caller}: ${name}${isCold ? ', made anew' : ''}`, isCold, next };
    },
    text: (caller: CallerName) => ({
      name: `${caller}: text edition`,
      next: rotate(hot, ({ documentId }) => {
        const headers = { ...callers[caller], accept: 'text/plain' };
        return { path: `/api/story-blocks/pages/${documentId}`, headers };
      }),
    }),
    trivial: (caller: CallerName) => ({ name: 'trivial', next: () => get(caller, '/api/bench/trivial') }),
    unchanged: (caller: CallerName, name: Route, etag = ''): Asked => {
      const [path = ''] = routes[name].few;
      const headers = { ...callers[caller], 'if-none-match': etag };
      return { name: `${caller}: ${name}, 304`, next: () => ({ path, headers, status: 304 }) };
    },
    stock: (caller: CallerName, name: Stock) => ({
      name: 'stock REST',
      next: rotate(stock[name], (paths) => paths.map((path) => get(caller, path))),
    }),
    graphql: (caller: CallerName) => {
      const id = '$id: ID!';
      const ids = hot.map(({ documentId }) => ({ id: documentId }));
      const lists = sections.map(({ documentId }) => ({ id: documentId }));
      const ask = (name: string, query: string, items?: object[]) => graphql(caller, name, query, items);
      const of = 'filters: { section: { documentId: { eq: $id } } }, sort: "filedAt:desc"';
      const rail = (section: { documentId: string }, at: number) =>
        `r${at}: articles(filters: { section: { documentId: { eq: "${section.documentId}" } } }, sort: "filedAt:desc", pagination: { limit: 5 }) { title slug section { slug site { url } } }`;
      return {
        nothing: ask('{ __typename }', '{ __typename }'),
        related: ask('relatedLinks', `query (${id}) { relatedLinks(documentId: $id) { ${LINKS} } }`, ids),
        bare: ask('article { documentId }', `query ($id: ID!) { article(documentId: $id) { documentId } }`, ids),
        nested: ask(
          'article { relatedLinks }',
          `query (${id}) { article(documentId: $id) { documentId relatedLinks { ${LINKS} } } }`,
          ids
        ),
        list: ask(
          '25 stories with relatedLinks',
          `query (${id}) { articles(${of}, pagination: { limit: 25 }) { documentId title relatedLinks(limit: 8) { ${LINKS} } } }`,
          lists
        ),
        stockList: ask(
          '25 stories with a relation',
          `query (${id}) { articles(${of}, pagination: { limit: 25 }) { documentId title seeAlso { ${STOCK_LINK} } } }`,
          lists
        ),
        stockRelated: ask(
          'article { seeAlso }',
          `query (${id}) { article(documentId: $id) { documentId seeAlso { ${STOCK_LINK} } } }`,
          ids
        ),
        page: ask('storyPage', `query (${id}) { storyPage(documentId: $id) { ${STORY} ${BLOCKS} } }`, ids),
        stockPage: ask(
          'stock page',
          `query (${id}, $section: ID!) { article(documentId: $id) { documentId title body filedAt byline { name author { name } } image { url } topics { name } ${STOCK_LINK.replace('documentId title', '')} seeAlso { ${STOCK_LINK} } }
            t: articles(filters: { section: { documentId: { eq: $section } } }, sort: "filedAt:desc", pagination: { limit: 5 }) { ${STOCK_LINK} body summary } ${sections.slice(0, 3).map(rail).join(' ')} }`,
          hot.map(({ documentId, section }) => ({ id: documentId, section }))
        ),
        front: ask('front', `query ($id: String) { front(section: $id) { teasers { ${TEASERS} } ${BLOCKS} } }`, lists),
        rails: ask(
          'headlineRails',
          `query { headlineRails(sections: ${JSON.stringify(slugs.slice(0, 3))}, limit: 5) { label headlines { documentId title url } } }`
        ),
      };
    },
  };
}

export type Asks = ReturnType<typeof createAsks>;

/** @param etags - By caller and route. */
export function comparisonsOf(
  asks: Asks,
  etags: Record<string, string | undefined>,
  callers: readonly CallerName[]
): Comparison[] {
  const all: Comparison[] = [];
  for (const caller of callers) {
    const against = asks.trivial(caller);
    for (const name of NAMES) all.push({ asked: asks.route(caller, name), against, least: ROUTES[name] });
    all.push({ asked: asks.text(caller), against });
    for (const name of NAMES) all.push({ asked: asks.route(caller, name, { isCold: true }), against });
    for (const name of ['related', 'page', 'section front'] as const) {
      all.push({ asked: asks.unchanged(caller, name, etags[`${caller} ${name}`]), against, least: 0.85 });
    }
  }
  const [caller] = callers;
  if (caller === undefined) return all;
  for (const name of STOCK) {
    const stock = asks.stock(caller, name);
    all.push({ asked: asks.route(caller, name), against: stock, least: 10 });
    all.push({ asked: asks.route(caller, name, { isCold: true }), against: stock });
  }
  const { nothing, related, bare, nested, list, stockList, stockRelated, page, stockPage, front, rails } =
    asks.graphql(caller);
  all.push(
    { asked: related, against: nothing, least: 0.6 },
    { asked: nested, against: bare, least: 0.8 },
    { asked: list, against: stockList, least: 5 },
    { asked: related, against: stockRelated, least: 10 },
    { asked: page, against: stockPage, least: 10 },
    { asked: page, against: nothing },
    { asked: front, against: nothing },
    { asked: rails, against: nothing }
  );
  return all;
}
