// What is asked, what it is held against, and what it is to reach.
//
// Stock Strapi, for the same content, with indices of its own tables (see archive.mjs):
// - related links: the story's relation `seeAlso` to eight others, populated with what a link shows: headline, slug, filing,
//   section with its site, places, source;
// - a section's teasers and headlines: the newest stories of it, populated likewise, with their bodies for teasers;
// - a story page: the story with all that it shows and its `seeAlso`, then the lists of its teasers and rails, one request
//   each by REST, one query in all by GraphQL.

const HOT = 50;
/** An address that was not asked before: what is not known in it is passed over. */
let asked = 0;
const unasked = (path) => {
  asked += 1;
  return `${path}${path.includes('?') ? '&' : '?'}bench=${asked}`;
};

const LINK = ['[section][populate][0]=site', '[datelines]=true', '[source]=true'];
const populate = (of, parts) => parts.map((part) => `populate${of}${part}`);
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

/** The next of the items at each call, over and over. */
const rotate = (items, make) => {
  let at = -1;
  return () => {
    at = (at + 1) % items.length;
    return make(items[at]);
  };
};

/**
 * @param {{ stories: { documentId: string, slug: string, section: string }[], sections: any[], topics: any[] }} addresses
 * @param {Record<string, Record<string, string>>} callers - Headers of each.
 */
export function createAsks({ stories, sections, topics }, callers) {
  const hot = stories.slice(0, HOT);
  const slugs = sections.map(({ slug }) => slug);
  const railed = slugs.slice(0, 3).join(',');
  const list = (section, limit, more) =>
    `/api/articles?filters[section][documentId]=${section}&sort=filedAt:desc&pagination[limit]=${limit}&pagination[withCount]=false&${more.join('&')}`;
  const routes = {
    related: [hot, stories, ({ documentId }) => `/api/story-blocks/related/${documentId}`],
    teasers: [slugs, slugs, (slug) => `/api/story-blocks/teasers?section=${slug}&limit=5`],
    rails: [[railed], [railed], (named) => `/api/story-blocks/rails?sections=${named}&limit=5`],
    page: [hot, stories, ({ documentId }) => `/api/story-blocks/pages/${documentId}`],
    'page by slug': [hot, stories, ({ slug }) => `/api/story-blocks/pages?slug=${slug}`],
    'section front': [slugs, slugs, (slug) => `/api/story-blocks/fronts/sections/${slug}`],
    'section front, page 3': [slugs, slugs, (slug) => `/api/story-blocks/fronts/sections/${slug}?page=3`],
    'topic front': [topics, topics, ({ slug }) => `/api/story-blocks/fronts/topics/${slug}`],
  };
  const stock = {
    related: ({ documentId }) => `/api/articles/${documentId}?fields[0]=title&${SEE_ALSO.join('&')}`,
    teasers: ({ documentId }) => list(documentId, 5, SHOWN),
    rails: () => sections.slice(0, 3).map(({ documentId }) => list(documentId, 5, TITLES)),
    page: ({ documentId, section }) => [
      `/api/articles/${documentId}?${WHOLE.join('&')}`,
      list(section, 5, SHOWN),
      ...sections.slice(0, 3).map((one) => list(one.documentId, 5, TITLES)),
    ],
  };
  const get = (caller, path, more) => ({ path, headers: callers[caller], ...more });
  const post = (caller, query, variables) => ({
    path: '/graphql',
    headers: { ...callers[caller], 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const graphql = (caller, name, query, items = [{}]) => ({
    name: `GraphQL ${name}`,
    next: rotate(items, (item) => post(caller, query, item)),
  });
  return {
    /** By route, and by whether it was asked before. */
    route(caller, name, { isCold = false } = {}) {
      const [few, many, path] = routes[name];
      const made = isCold ? (item) => get(caller, unasked(path(item))) : (item) => get(caller, path(item));
      return {
        name: `${caller}: ${name}${isCold ? ', made anew' : ''}`,
        isCold,
        next: rotate(isCold ? many : few, made),
      };
    },
    text: (caller) => ({
      name: `${caller}: text edition`,
      next: rotate(hot, ({ documentId }) => {
        const headers = { ...callers[caller], accept: 'text/plain' };
        return { path: `/api/story-blocks/pages/${documentId}`, headers };
      }),
    }),
    trivial: (caller) => ({ name: 'trivial', next: () => get(caller, '/api/bench/trivial') }),
    unchanged: (caller, name, etag) => {
      const [[first], , path] = routes[name];
      const headers = { ...callers[caller], 'if-none-match': etag };
      return { name: `${caller}: ${name}, 304`, next: () => ({ path: path(first), headers, status: 304 }) };
    },
    addressOf: (name) => routes[name][2](routes[name][0][0]),
    stock(caller, name) {
      const items = name === 'page' || name === 'related' ? stories.slice(0, HOT) : sections;
      const asks = (item) => [stock[name](item)].flat().map((path) => get(caller, path));
      return { name: 'stock REST', next: rotate(items, asks) };
    },
    graphql: (caller) => {
      const id = '$id: ID!';
      const ids = hot.map(({ documentId }) => ({ id: documentId }));
      const lists = sections.map(({ documentId }) => ({ id: documentId }));
      const ask = (name, query, items) => graphql(caller, name, query, items);
      const of = 'filters: { section: { documentId: { eq: $id } } }, sort: "filedAt:desc"';
      const rail = (section, at) =>
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
const NO_TARGET = {};

/**
 * @param {ReturnType<typeof createAsks>} asks
 * @param {Record<string, string>} etags - By caller and route.
 * @param {string[]} callers
 */
export function comparisonsOf(asks, etags, callers) {
  const all = [];
  for (const caller of callers) {
    const against = asks.trivial(caller);
    for (const [name, least] of Object.entries(ROUTES)) all.push({ asked: asks.route(caller, name), against, least });
    all.push({ asked: asks.text(caller), against, ...NO_TARGET });
    for (const name of Object.keys(ROUTES)) all.push({ asked: asks.route(caller, name, { isCold: true }), against });
    for (const name of ['related', 'page', 'section front']) {
      all.push({ asked: asks.unchanged(caller, name, etags[`${caller} ${name}`]), against, least: 0.85 });
    }
  }
  const [caller] = callers;
  for (const name of ['related', 'teasers', 'rails', 'page']) {
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
