import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootChanged, editNewsroom } from '../support/changed-app';
import { type Client, createClient, createToken } from '../support/client';
import { clients, type Running } from '../support/strapi';

/** Two blocks of the application's own: of one it says what readers get. */
const BLOCKS = /* js */ `
  const { z } = require('@strapi/utils');
  const own = module.exports.default;
  const source = z.object({ name: z.string(), storyId: z.string().meta({ graphql: 'ID' }) });
  const quote = {
    component: 'desk.quote',
    schema: z.object({ words: z.string() }),
    output: z.object({ words: z.string(), said: z.int(), source: source.nullable(), tags: z.array(z.string()) }),
    fill: ({ words }, page) => ({
      words, said: 2, source: page.story && { name: 'Harbour master', storyId: page.story.documentId }, tags: ['sea'],
    }),
  };
  const note = { component: 'desk.note', schema: z.object({}), fill: () => ({ text: 'By the way' }) };
  module.exports = { ...own, register(context) {
    own.register(context);
    const blocks = context.strapi.plugin('story-blocks').service('blocks');
    blocks.register(quote);
    blocks.register(note);
  } };`;
const LAYOUT = [{ __component: 'desk.quote', words: 'The bar is where it was' }, { __component: 'desk.note' }];

describe.each(clients.slice(0, 1))('blocks that an application registers, on %s', (client) => {
  let app: Running;
  let api: Client;
  let documentId: string;
  beforeAll(async () => {
    app = await bootChanged({ client }, (distDir) => {
      fs.appendFileSync(path.join(distDir, 'src/index.js'), BLOCKS);
      editNewsroom(distDir, `newsroom.defaultLayouts = { story: ${JSON.stringify(LAYOUT)} };`);
    });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    ({ documentId } = await api.write('POST', '/api/articles', { title: 'Pilot boat at the pier' }));
  });
  afterAll(() => app?.stop());

  test('have a GraphQL type of their own where they say what readers get, else the generic one', async () => {
    const { body } = await api.graphql(
      `query ($id: ID) { storyPage(documentId: $id) { blocks {
        __typename
        ... on DeskQuoteBlock { type words said source { __typename name storyId } tags }
        ... on GenericBlock { type data }
      } } }`,
      { id: documentId }
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.storyPage.blocks).toEqual([
      {
        __typename: 'DeskQuoteBlock',
        type: 'desk.quote',
        words: 'The bar is where it was',
        said: 2,
        source: { __typename: 'DeskQuoteBlockSource', name: 'Harbour master', storyId: documentId },
        tags: ['sea'],
      },
      { __typename: 'GenericBlock', type: 'desk.note', data: { text: 'By the way' } },
    ]);
  });

  test('are the same by REST', async () => {
    const { body } = await api.get(`/api/story-blocks/pages/${documentId}`);
    expect(body.data.blocks).toEqual([
      {
        type: 'desk.quote',
        words: 'The bar is where it was',
        said: 2,
        source: { name: 'Harbour master', storyId: documentId },
        tags: ['sea'],
      },
      { type: 'desk.note', text: 'By the way' },
    ]);
  });
});
