// What is asked, each with what its answer must have and the least share of the trivial route that it is to reach.

/**
 * `parts` counts what an answer holds: none of them may be empty.
 *
 * @typedef {{ name: string, target: number | null, paths: string[], headers?: Record<string, string>, status?: number,
 *   parts?: (data: any) => number[] }} Route
 */
const BLOCKS = 6;
const blockCount = ({ blocks }) => [blocks.length === BLOCKS ? 1 : 0];
const lengths = (lists) => lists.map((list) => list.length);

/** @returns {Route[]} */
export function routesOf({ stories, sections, topics }) {
  const slugs = sections.map(({ slug }) => slug);
  const railed = slugs.slice(0, 3).join(',');
  const each = (list, path) => list.map(path);
  const fronts = (kind, list, page) =>
    each(list, ({ slug }) => `/api/story-blocks/fronts/${kind}/${slug}?page=${page}`);
  const pages = each(stories, ({ documentId }) => `/api/story-blocks/pages/${documentId}`);
  const populate = 'populate[section]=true&populate[source]=true&populate[datelines]=true&populate[image]=true';
  return [
    {
      name: 'related',
      target: 0.85,
      paths: each(stories, ({ documentId }) => `/api/story-blocks/related/${documentId}`),
      parts: (data) => [(data.links ?? data).length],
    },
    {
      name: 'teasers',
      target: 0.85,
      paths: each(slugs, (slug) => `/api/story-blocks/teasers?section=${slug}&limit=5`),
      parts: (data) => [(data.teasers ?? data).length],
    },
    {
      name: 'rails',
      target: 0.85,
      paths: [`/api/story-blocks/rails?sections=${railed}&limit=5`],
      parts: (data) => lengths((data.rails ?? data).map(({ headlines }) => headlines)),
    },
    { name: 'page', target: 0.5, paths: pages, parts: blockCount },
    {
      name: 'page by slug',
      target: 0.5,
      paths: each(stories, ({ slug }) => `/api/story-blocks/pages?slug=${slug}`),
      parts: blockCount,
    },
    { name: 'text edition', target: null, paths: pages, headers: { accept: 'text/plain' } },
    { name: 'section front', target: 0.5, paths: fronts('sections', sections, 1) },
    { name: 'section front, page 3', target: 0.5, paths: fronts('sections', sections, 3) },
    { name: 'topic front', target: 0.5, paths: fronts('topics', topics, 1) },
    {
      name: 'stock: section list populated',
      target: null,
      paths: each(
        slugs,
        (slug) => `/api/articles?filters[section][slug]=${slug}&sort=filedAt:desc&pagination[pageSize]=5&${populate}`
      ),
      parts: (data) => [data.length],
    },
  ];
}
