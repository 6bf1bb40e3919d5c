// npm run bench:mutated -- [count] [seed]: sends requests to every public route that were made wrong in many small ways, by
// REST and GraphQL, and counts what the server could not answer. Ends with 1 where it had to answer 5xx, or kept memory.
import process from 'node:process';
import { startSmallNewsroom } from './app/small-newsroom';
import { createRandom } from './archive/random';

const [COUNT, SEED] = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1)];
const AT_ONCE = 8;
const KEPT_MIB = 100;

const random = createRandom(SEED);
const below = (count: number) => Math.floor(random() * count);
const pick = <Item>(list: Item[]): Item => list[below(list.length)] as Item;

const { strapi, url, token, section, stories } = await startSmallNewsroom('bench-mutated', {
  count: 20,
  words: (n) => `Ferry ${n} waits for ice.`,
});
strapi.log.level = 'none';
const tokens = [null, await token('full-access'), await token('read-only')];
const id = () => pick(stories).documentId;

const TYPES = ['articles', 'sections', 'topics', 'authors', 'datelines', 'sources', 'sites'];
const PATHS = [
  () => `/api/story-blocks/pages/${id()}`,
  () => '/api/story-blocks/pages?slug=ferry-1-waits-for-ice',
  () => `/api/story-blocks/previews/${id()}`,
  () => `/api/story-blocks/fronts/${pick(['sections', 'topics', 'authors'])}/${pick([section.documentId, 'world'])}`,
  () => `/api/story-blocks/related/${id()}`,
  () => `/api/story-blocks/teasers?section=world`,
  () => `/api/story-blocks/rails?sections=world`,
  () => `/api/story-blocks/holds/${id()}`,
  () => `/api/story-slugs/resolve?slug=ferry-1-waits-for-ice`,
  () => '/api/upload/files',
  () => '/api/users',
  ...TYPES.flatMap((type) => [() => `/api/${type}`, () => `/api/${type}/${id()}`]),
];
const KEYS = [
  'locale',
  'status',
  'slug',
  'site',
  'type',
  'limit',
  'kinds',
  'page',
  'pageSize',
  'date',
  'section',
  'sections',
  'exclude',
  'include',
  'fields',
  'fields[0]',
  'sort',
  'sort[0]',
  'populate',
  'populate[section]',
  'populate[0]',
  '_q',
  'filters[title]',
  'filters[title][$eq]',
  'filters[priority][$gt]',
  'filters[filedAt][$lt]',
  'filters[$or][0][title]',
  'filters[$not][slug]',
  'filters[section][name]',
  'filters[topics][id][$in]',
  'filters[documentId]',
  'filters[body]',
  'pagination[page]',
  'pagination[pageSize]',
  'pagination[start]',
  'pagination[limit]',
  'pagination[withCount]',
  'publicationFilter',
  'hasPublishedVersion',
  'constructor',
  '__proto__',
  'filters[constructor]',
  'filters[__proto__][x]',
  'populate[constructor]',
];
const VALUES = [
  '',
  '0',
  '-1',
  '1',
  '1.5',
  'NaN',
  '1e999',
  '99999999999999999999',
  'true',
  'null',
  'undefined',
  '[]',
  '{}',
  '*',
  '..',
  '/',
  '\\',
  '%00',
  'a%00b',
  '%',
  '%ff',
  '%F0%9F%9A%A2',
  '日本',
  'מגדלור',
  'title',
  'section',
  'section.name',
  'title:desc',
  'title:sideways',
  'constructor',
  '__proto__',
  'toString',
  'password',
  'createdBy',
  'localizations',
  "'; drop table articles; --",
  '"',
  '2026-02-30',
  '2026-02-28',
  'en',
  'fr',
  'xx',
  'published',
  'draft',
  'Draft',
  'story',
  'story,landing',
  'world',
  'x'.repeat(3_000),
  '$eq',
  'now()',
];
/** A text with a letter taken out, doubled, turned or put in. */
function mutate(text: string): string {
  const at = below(text.length + 1);
  const odd = pick([
    '%',
    '[',
    ']',
    '&',
    '=',
    '.',
    '/',
    '%00',
    '"',
    '{',
    '}',
    '(',
    ')',
    '$',
    ':',
    ',',
    'é',
    '%E2%80%AE',
    '\\',
    '0',
  ]);
  return pick([
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + text.slice(at, at + 5) + text.slice(at),
    () => text.slice(0, at) + odd + text.slice(at),
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(at).toUpperCase(),
  ])();
}
interface Sent {
  target: string;
  method: string;
  body?: string;
}

function restRequest(): Sent {
  let target = pick(PATHS)();
  for (let count = below(4); count > 0; count -= 1) {
    target += `${target.includes('?') ? '&' : '?'}${pick(KEYS)}=${pick(VALUES)}`;
  }
  for (let count = below(3); count > 0; count -= 1) target = mutate(target);
  if (!target.startsWith('/api')) target = `/api/${target}`;
  const method = random() < 0.85 ? 'GET' : pick(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH']);
  if (!['POST', 'PUT', 'PATCH'].includes(method)) return { target, method };
  const data = {
    title: pick(VALUES),
    section: pick([null, 1, 'x', section.documentId, {}, []]),
    [pick(KEYS)]: pick(VALUES),
  };
  const body = JSON.stringify(pick([{ data }, { data: [data] }, data, [], null, { data: { body: pick(VALUES) } }]));
  return { target, method, body: random() < 0.3 ? mutate(body) : body };
}

const QUERIES = [
  () =>
    `{ articles(pagination: { limit: 5 }, sort: "title") { documentId title section { name } topics { name } teaser { title } } }`,
  () => `{ articles_connection(filters: { title: { contains: "ice" } }) { nodes { title } pageInfo { total } } }`,
  () => `{ storyPage(documentId: "${id()}", locale: "en") { story { title body } blocks { __typename } } }`,
  () => `{ front(section: "world", page: 1) { teasers { title } pagination { total } } }`,
  () => `{ relatedLinks(documentId: "${id()}", limit: 5, kinds: [story]) { title reasons { type } } }`,
  () => `{ headlineRails(sections: ["world"], limit: 3) { label headlines { title } } }`,
  () => `query ($id: ID!) { article(documentId: $id) { title relatedLinks { title } localizations { title } } }`,
  () => `mutation { updateArticle(documentId: "${id()}", data: { priority: 3 }) { documentId } }`,
  () => `{ uploadFiles { name } }`,
  () => `{ __schema { types { name fields { name } } } }`,
];
const PARTS = [
  '{',
  '}',
  '(',
  ')',
  '...',
  'on Article',
  '@include(if: $x)',
  '$x',
  '[1, "a"]',
  'null',
  'NaN',
  '-1',
  '"x"',
  '#',
  'a: ',
  '__typename',
  '"""',
  ',',
  '!',
  'documentId',
  'filters: {}',
  'status: DRAFT',
  'locale: "xx"',
];
function graphqlRequest(): Sent {
  let query = pick(QUERIES)();
  for (let count = below(4); count > 0; count -= 1) {
    const at = below(query.length + 1);
    query = random() < 0.5 ? mutate(query) : `${query.slice(0, at)} ${pick(PARTS)} ${query.slice(at)}`;
  }
  const variables = random() < 0.5 ? { id: pick([id(), 1, null, [], {}, 'x']) } : pick([null, [], 'x', {}]);
  return { target: '/graphql', method: 'POST', body: JSON.stringify({ query, variables }) };
}

/** What is still used after a collection, in MiB: the process hands back what it has taken when it likes. */
const memory = () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
};
const statuses = new Map<number, number>();
const faults: string[] = [];
let sent = 0;
let slowest = { ms: 0, what: '' };

async function send({ target, method, body }: Sent): Promise<void> {
  const accessKey = pick(tokens);
  const from = performance.now();
  let status = 0;
  let text = '';
  try {
    const response = await fetch(url + target, {
      method,
      body,
      headers: {
        'Content-Type': 'application/json',
        ...(accessKey && { Authorization: `Bearer ${accessKey}` }),
      },
    });
    status = response.status;
    text = await response.text();
  } catch (error) {
    // `fetch` itself takes no such address.
    const cause = error instanceof Error ? error.cause : undefined;
    if (error instanceof TypeError && /parse|Invalid/.test(String(cause ?? error.message))) return;
    text = String(cause ?? error);
  }
  const ms = performance.now() - from;
  if (ms > slowest.ms) slowest = { ms, what: `${method} ${target} ${body ?? ''}`.slice(0, 300) };
  const isFault = status >= 500 || status === 0 || /INTERNAL_SERVER_ERROR|node_modules|\bat .*\.js:\d+/.test(text);
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const asked = `${status} ${method} ${target} ${body ?? ''}`.slice(0, 500);
  if (isFault) faults.push(`${asked}\n    ${text.slice(0, 200)}`);
}

const anyRequest = () => (random() < 0.7 ? restRequest() : graphqlRequest());
// What is made once and kept is no loss.
for (let n = 0; n < 2_000; n += 1) await send(anyRequest());
const before = memory();
const progress = setInterval(() => process.stderr.write(`  ${sent} of ${COUNT}, ${faults.length} faults\n`), 15_000);
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (sent < COUNT) {
      sent += 1;
      await send(anyRequest());
    }
  })
);
clearInterval(progress);
await new Promise((resolve) => setTimeout(resolve, 3_000));
const kept = memory() - before;
console.log(
  `${COUNT} requests of seed ${SEED}: ${[...statuses]
    .sort()
    .map(([status, count]) => `${status} × ${count}`)
    .join(', ')}.`
);
console.log(`Slowest: ${Math.round(slowest.ms)} ms, ${slowest.what}`);
console.log(`Memory: ${before.toFixed(0)} MiB before, ${kept.toFixed(0)} MiB more after a collection.`);
console.log(`Faults: ${faults.length}`);
for (const fault of faults.slice(0, 30)) console.log(`- ${fault}`);
process.exit(faults.length > 0 || kept > KEPT_MIB ? 1 : 0);
