import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, createToken, settled } from '../support/client';
import { asRest, STORY_PAGE } from '../support/graphql-page';
import { type Loaded, loadNetwork, type Network } from '../support/network';
import { anyClient, bootStrapi, type Running } from '../support/strapi';

/** A page that was really published, and what it was made from: test data under others' rights, kept outside the project. */
const seedDir = path.resolve(import.meta.dirname, '../../../shared/fixtures/seed');

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The page's share line has each name twice: the caption of its picture, then its own. */
const undouble = (line: string) => line.replace(/(\S+?)\1(?=\s|$)/g, '$1');

describe.skipIf(!fs.existsSync(seedDir)).each(anyClient)("the seed's page on %s", (client) => {
  let app: Running;
  let api: Client;
  let loaded: Loaded;
  const network = () => JSON.parse(fs.readFileSync(path.join(seedDir, 'network.json'), 'utf8')) as Network;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    loaded = await loadNetwork(api, network());
  });
  afterAll(() => app?.stop());

  test('comes out line by line as it was published, and no line more', async () => {
    const answer = await api.get(`/api/story-blocks/pages/${loaded.mainId}`, { Accept: 'text/plain' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const published = lines(fs.readFileSync(path.join(seedDir, 'story-page.txt'), 'utf8'));
    const share = published.findIndex((line) => line.startsWith('del.icio.us'));
    published[share] = undouble(published[share]);
    expect(lines(answer.text)).toEqual(published);
  });

  test('is the same by REST and GraphQL', async () => {
    // Until the links are made, two answers may be of two generations.
    await settled(app.strapi);
    const rest = await api.get(`/api/story-blocks/pages/${loaded.mainId}`);
    const graphql = await api.graphql(STORY_PAGE, { id: loaded.mainId });
    expect(graphql.body.errors).toBeUndefined();
    expect(asRest(graphql.body.data.storyPage)).toEqual(rest.body);
  });
});
