// npm run bench:costs -- [stories]: time and memory of the dearest requests that pass the limits, of each public route and GraphQL shape.
import process from 'node:process';
import { documentsOf } from './app/documents';
import { startSmallNewsroom } from './app/small-newsroom';

const LOCALES = ['en', 'fr', 'ja', 'ar'];
const STORIES = Number(process.argv[2] ?? 40);
const ROUNDS = 3;

process.env.DATABASE_CLIENT = 'sqlite';
const { strapi, url, token, section, stories } = await startSmallNewsroom('bench-costs', {
  count: STORIES,
  words: (n) => `The ferry to harbour ${n} waits for ice and wind. `.repeat(40),
});
const accessKey = await token('full-access');
const [story] = stories;
if (!story) throw new Error('Give at least one story: npm run bench:costs -- 40');
// Each in four languages and with ten topics, so that what is dear for its joins is so here.
const topics: string[] = [];
for (let n = 0; n < 10; n += 1) {
  const data = { name: `Topic ${n}`, slug: `topic-${n}` };
  topics.push((await documentsOf(strapi, 'topic').create({ data, locale: 'en' })).documentId);
}
for (const { documentId, title } of stories) {
  const write = (locale: string, data: Record<string, unknown>) =>
    documentsOf(strapi, 'article').update({ documentId, locale, data, status: 'published' });
  await write('en', { topics });
  for (const locale of LOCALES.slice(1)) await write(locale, { title: `${title} (${locale})` });
}

const repeat = (count: number, part: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');
const aliases = (count: number, field: string) => `{ ${repeat(count, (n) => `a${n}: ${field}`)} }`;
const each = (count: number, field: (n: number) => string) => `{ ${repeat(count, (n) => `a${n}: ${field(n)}`)} }`;
const or = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n)).join('&');
const REST: [name: string, target: string][] = [
  ['a listing with everything', '/api/articles?populate=*&pagination[pageSize]=100'],
  ['199 alternatives', `/api/articles?${or(199, (n) => `filters[$or][${n}][title]=${n}`)}`],
  ['16 relations', `/api/articles?${or(16, (n) => `filters[$or][${n}][section][name][$eq]=${n}`)}`],
  [
    'filters through three lists',
    `/api/articles?${or(3, (n) => `filters[$and][${n}][topics][name][$ne]=a`)}&pagination[pageSize]=100`,
  ],
  [
    'an order and filters through lists',
    `/api/articles?sort=topics.name&locale=*&${or(2, (n) => `filters[$and][${n}][topics][name][$ne]=a`)}`,
  ],
  ['six steps of a populate', `/api/sections?populate=${Array(6).fill('parent').join('.')}`],
  [
    'all languages with all they have',
    '/api/articles?populate[localizations][populate]=*&populate[topics]=true&pagination[pageSize]=100',
  ],
  ['related links within a list', '/api/articles?include=related,teaser&pagination[pageSize]=100'],
  ['files', '/api/upload/files'],
  ['an address', '/api/story-slugs/resolve?slug=ferry-0-waits-for-ice&locale=en'],
  ['teasers', '/api/story-blocks/teasers?section=world&locale=en&limit=50'],
  ['rails', '/api/story-blocks/rails?sections=world&locale=en&limit=50'],
  ['an order through relations', '/api/articles?sort=section.site.name,section.name,title&pagination[pageSize]=100'],
  ['a search', `/api/articles?_q=${'ferry%20'.repeat(300)}`],
  ['a story page', `/api/story-blocks/pages/${story.documentId}?locale=en`],
  ['a front', `/api/story-blocks/fronts/sections/${section.documentId}?locale=en`],
  ['related links', `/api/story-blocks/related/${story.documentId}?locale=en&limit=50`],
];
const TYPES = '__schema { types { name fields { name type { name ofType { name } } args { name } } } }';
type Build = (count: number) => string;
const GRAPHQL: [name: string, build: Build][] = [
  ['listings under aliases', (n) => aliases(n, 'articles(pagination: { limit: 1 }) { documentId }')],
  ['relations under aliases', (n) => `{ articles(pagination: { limit: 100 }) ${aliases(n, 'section { name }')} }`],
  ['lists within a list', (n) => `{ articles(pagination: { limit: 100 }) ${aliases(n, 'topics { name }')} }`],
  ['counts', (n) => aliases(n, 'articles_connection { pageInfo { total } }')],
  ['related links of a list', (n) => `{ articles(pagination: { limit: ${n} }) { relatedLinks(limit: 20) { title } } }`],
  // Each is another page or front, so that none is kept for another; the caches are emptied before each round.
  [
    'story pages',
    (n) =>
      each(n, (m) => {
        const documentId = stories[m % stories.length]?.documentId;
        return `storyPage(documentId: "${documentId}", locale: "${LOCALES[Math.floor(m / stories.length) % LOCALES.length]}") { locale }`;
      }),
  ],
  [
    'fronts',
    (n) =>
      each(n, (m) => {
        const topic = m % 10;
        const named = [`topic-${topic}`, `Topic ${topic}`, topics[topic]][Math.floor(m / 10) % 3];
        return `front(topic: "${named}", page: 1, pageSize: ${50 - (Math.floor(m / 30) % 20)}) { locale }`;
      }),
  ],
  ['rails', (n) => each(n, (m) => `headlineRails(sections: ["world"], limit: ${1 + (m % 50)}) { label }`)],
  [
    'filters through three lists',
    (n) =>
      aliases(
        n,
        `articles_connection(pagination: { pageSize: 1 }, filters: { and: [${'{ topics: { name: { ne: "a" } } } '.repeat(3)}] }) { pageInfo { total } }`
      ),
  ],
  ...['an order through a list', 'an order and a filter through lists', 'an order and filters through lists'].map(
    (name, filters): [string, Build] => [
      name,
      (n) =>
        aliases(
          n,
          `articles(pagination: { limit: 1 }, locale: "*", sort: "topics.name", filters: { and: [${'{ topics: { name: { ne: "a" } } } '.repeat(filters)}] }) { documentId }`
        ),
    ]
  ),
  [
    'languages of languages',
    (n) => `{ articles(pagination: { limit: ${n} }) { localizations { localizations { title } } } }`,
  ],
  ['bodies', (n) => `{ articles(pagination: { limit: 100 }) ${aliases(n, 'body')} }`],
  ['the schema', (n) => aliases(n, TYPES)],
  [
    'alternatives',
    (n) =>
      aliases(
        n,
        `articles(pagination: { limit: 1 }, filters: { or: [${repeat(100, (m) => `{ title: { eq: "${m}" } }`)}] }) { title }`
      ),
  ],
];

async function ask(target: string, query?: string) {
  const response = await fetch(`${url}${target}`, {
    method: query ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${accessKey}`, 'Content-Type': 'application/json' },
    body: query && JSON.stringify({ query }),
  });
  return { status: response.status, bytes: (await response.arrayBuffer()).byteLength };
}

async function measure(name: string, target: string, query?: string) {
  let [best, memory] = [Number.POSITIVE_INFINITY, 0];
  let answer = { status: 0, bytes: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    globalThis.gc?.();
    // A section has another name, so that every answer is filled anew.
    const data = { name: `World ${round}` };
    await documentsOf(strapi, 'section').update({ documentId: section.documentId, data, locale: 'en' });
    const [before, from] = [process.memoryUsage.rss(), performance.now()];
    const sample = () => {
      memory = Math.max(memory, process.memoryUsage.rss() - before);
    };
    const sampling = setInterval(sample, 5);
    answer = await ask(target, query);
    clearInterval(sampling);
    best = Math.min(best, performance.now() - from);
    sample();
  }
  const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  console.log(
    `| ${name} | ${answer.status} | ${Math.round(best)} ms | ${mib(answer.bytes)} MiB | ${mib(memory)} MiB |`
  );
}

/** The most of something that a query may ask for: found by halving. */
async function most(build: Build): Promise<number> {
  let [low, high] = [1, 2_000];
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await ask('/graphql', build(middle))).status === 200) low = middle;
    else high = middle;
  }
  return low;
}

console.log('| request | status | time | answer | memory |\n| --- | --- | --- | --- | --- |');
// The first connection ends with the start's own work: what is measured begins after it.
await ask('/_health').catch(() => null);
for (const [name, target] of REST) await measure(name, target);
for (const [name, build] of GRAPHQL) {
  const count = await most(build);
  await measure(`GraphQL: ${name} (${count})`, '/graphql', build(count));
}
await strapi.destroy();
process.exit(0);
