import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, createToken } from '../support/client';
import { foundNewsroom } from '../support/newsroom';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { contentApi } from '../support/writers';

const repeated = (count: number, part: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join('&');
const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const lists = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** A query of a listing, and what the answer names. */
const REFUSED: [query: string, named: string][] = [
  ['fields=constructor', 'fields'],
  ['fields[0]=title&fields[1]=__proto__', 'fields'],
  ['fields=toString', 'fields'],
  ['fields=title,hasOwnProperty', 'fields'],
  ['fields=..', 'fields'],
  ['fields=', 'fields'],
  ['filters[$or]', '$or'],
  ['filters[$or][0]', '$or'],
  ['filters[$and][0][$or][0]', '$or'],
  ['filters[$or][0]=title', '$or'],
  ['filters[$not]', '$not'],
  ['filters[$not]=title', '$not'],
  ['populate[section]', 'populate'],
  ['fields=title,,slug', 'fields'],
  ['fields[0]=title&fields[1]=', 'fields'],
  ['limit=99999999999999999999', 'limit'],
  ['start=-99999999999', 'start'],
  ['pagination[limit]=9999999999', 'limit'],
  ['pagination[page]=99999999999999999999', 'page'],
  ['sort=..', 'sort'],
  ['sort=.title', 'sort'],
  ['sort=title:', 'sort'],
  ['sort=title:sideways', 'sort'],
  ['sort=constructor:asc', 'sort'],
  ['sort[0]=title&sort[1]=section..name', 'sort'],
  ['sort=valueOf', 'sort'],
  [`sort=${'title,'.repeat(300)}title`, 'sort'],
  ['filters[priority][$eq]=x', 'filters[priority]'],
  ['filters[priority]=x', 'filters[priority]'],
  ['filters[priority][$not][$eq]=null', 'filters[priority]'],
  ['filters[priority][$in][0]=1&filters[priority][$in][1]=two', 'filters[priority]'],
  ['filters[priority][$gt]=99999999999999', 'filters[priority]'],
  ['filters[priority][$eq]=', 'filters[priority]'],
  ['filters[$or][0][priority][$lt]=1e999', 'priority'],
  ['filters[id][$eq]=one', 'filters[id]'],
  ['filters[section][id][$eq]=one', 'filters[section][id]'],
  ['filters[section][position][$eq]=first', 'position'],
  ['filters[createdAt][$gt]=yesterday', 'filters[createdAt]'],
  ['filters[publishedAt][$lt]=2026-02-30', 'filters[publishedAt]'],
  ['filters[filedAt][$between][0]=2026-01-01&filters[filedAt][$between][1]=later', 'filters[filedAt]'],
  ['filters[updatedAt]=2026-13-01T00:00:00Z', 'filters[updatedAt]'],
  ['filters[datelineDate][$eq]=1 March', 'filters[datelineDate]'],
  ['filters[constructor][$eq]=x', 'constructor'],
  ['filters[__proto__][polluted]=x', '__proto__'],
  ['filters[title][toString]=x', 'toString'],
  ['populate[constructor]=*', 'constructor'],
  ['populate=constructor', 'populate'],
  ['populate[section][fields][constructor]=name', 'constructor'],
  ['_q=a&_q=b', '_q'],
  ['_q[a]=b', '_q'],
  ['_q[]=b', '_q'],
  [repeated(300, (n) => `filters[$or][${n}][title]=a`), ''],
  [repeated(17, (n) => `filters[$or][${n}][section][name][$eq]=a`), 'filters'],
  [`filters${'[$not]'.repeat(15)}[title]=a`, 'filters'],
  [`filters[title][$eq]=${'x'.repeat(9_000)}`, 'query'],
  [`populate${'[section][populate]'.repeat(9)}=*`, 'populate'],
  [repeated(300, (n) => `fields[${n}]=title`), 'fields'],
  ['pagination[page][a][b]=1', 'pagination'],
];

/** What frontends ask, and editors of bookmarks write by hand. */
const TAKEN = [
  'fields=title,slug&sort=title',
  'fields[0]=title&fields[1]=slug&sort[0]=title:asc&sort[1]=section.name:desc',
  'fields=*&populate=*',
  'sort=filedAt:DESC,title',
  'sort[title]=asc',
  'populate[section][fields][0]=name&populate[topics]=true',
  'populate=section,byline.author',
  'populate[0]=byline&populate[1]=image',
  'filters[priority][$eq]=3',
  'filters[priority][$in][0]=1&filters[priority][$in][1]=2',
  'filters[priority][$null]=true',
  'filters[filedAt][$gte]=2026-01-01T00:00:00.000Z',
  'filters[filedAt][$gte]=2026-01-01T00:00:00%2B02:00',
  'filters[filedAt][$gte]=2026-01-01',
  'filters[createdAt][$gt]=1767225600000',
  'filters[datelineDate][$eq]=2026-03-01',
  'filters[section][slug][$eq]=world',
  'filters[$or][0][title][$contains]=a&filters[$or][1][section][site][name][$eq]=b',
  `filters[documentId][$in]=${repeated(60, (n) => `filters[documentId][$in][${n}]=k2abk2abk2abk2abk2abk2ab`)}`,
  '_q=ferry&pagination[page]=1&pagination[pageSize]=5&locale=en',
  'filters[title][$eq]=constructor',
  'filters[$not][title][$eq]=a',
  'filters[title][$not][$eq]=a',
];

/** Bodies of a story, as they are sent. */
const BODIES: [name: string, body: string][] = [
  ['eight thousand levels', `{"data":{"title":"a","body":${nested(8_000)}}}`],
  ['lists in lists', `{"data":{"title":"a","body":${lists(8_000)}}}`],
  ['a hundred levels of a relation', `{"data":{"section":${nested(100)}}}`],
  ['a constructor', '{"data":{"title":"a","constructor":{"name":"x"}}}'],
  ['a __proto__', '{"data":{"title":"a","__proto__":{"polluted":true}}}'],
  ['a __proto__ deeper down', '{"data":{"title":"a","byline":[{"__proto__":{"polluted":true}}]}}'],
  ['a constructor beside the data', '{"data":{"title":"a"},"constructor":{}}'],
  ['a toString', '{"data":{"title":"a","toString":"b"}}'],
];

describe.each(clients)('queries and bodies of somebody who looks for a way in, on %s', (client) => {
  let app: Running;
  let api: Client;
  beforeAll(async () => {
    app = await bootStrapi({ client });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    await foundNewsroom(contentApi(api), 'hostile');
  });
  afterAll(() => app?.stop());

  test.each(REFUSED)('?%s is refused, and the parameter named', async (query, named) => {
    const answer = await api.get(`/api/articles?${query}`);
    expect([answer.status, answer.body?.error?.message], answer.text).toEqual([400, expect.stringContaining(named)]);
    expect(answer.text.length).toBeLessThan(2_000);
  });

  test.each(TAKEN)('?%s is answered', async (query) => {
    const answer = await api.get(`/api/articles?${query}`);
    expect(answer.status, answer.text).toBe(200);
  });

  test.each(BODIES)('a body with %s is refused', async (_name, body) => {
    const token = await createToken(app.strapi, 'full-access');
    const answer = await fetch(`${app.url}/api/articles`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body,
    });
    expect(answer.status, await answer.text()).toBe(400);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
