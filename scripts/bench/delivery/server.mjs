// The process that is measured: the application on its database, with a route beside it that does nothing.
import fs from 'node:fs';
import inspector from 'node:inspector/promises';
import path from 'node:path';
import process from 'node:process';
import { startApp } from '../start-app.mjs';
import { answerCalls, send } from './answer-calls.mjs';
import { addRelation, ensureArchive, foldChanges } from './archive.mjs';
import { summaryOf } from './profile.mjs';
import { createPublisher } from './publisher.mjs';

const SCOPE = 'api::article.article.find';
const PUBLIC = ['article', 'section', 'topic', 'site', 'source', 'dateline', 'author'].flatMap((type) =>
  ['find', 'findOne'].map((method) => `api::${type}.${type}.${method}`)
);
const { count, corpus } = JSON.parse(process.argv[2]);

async function openToPublic(strapi) {
  const { id: role } = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  for (const action of PUBLIC) {
    if (!(await permissions.findOne({ where: { action, role } }))) await permissions.create({ data: { action, role } });
  }
}

async function makeTokens(strapi) {
  const tokens = strapi.service('admin::api-token');
  const make = async (type) => {
    const name = `bench ${type} ${Date.now()}`;
    return (await tokens.create({ name, description: '', type, lifespan: null })).accessKey;
  };
  return { full: await make('full-access'), readOnly: await make('read-only') };
}

/** What the load asks for: documents, whose ids are drawn by lot, each with its section, and all sections and topics. */
async function addressesOf(strapi) {
  const stories = await strapi.db
    .connection('story_blocks_cards')
    .select('document_id as documentId', 'slug', 'section_id as section')
    .orderBy('document_id')
    .limit(20_000);
  const named = (type) => strapi.documents(`api::${type}.${type}`).findMany({ locale: 'en', fields: ['slug'] });
  const topics = await strapi.db
    .connection('story_blocks_card_refs')
    .where({ role: 'topic' })
    .distinct('ref_id as documentId');
  const known = new Set(topics.map(({ documentId }) => documentId));
  return {
    stories,
    sections: await named('section'),
    topics: (await named('topic')).filter(({ documentId }) => known.has(documentId)),
  };
}

const strapi = await startApp({ distDir: path.resolve('.tmp/bench-delivery'), edit: addRelation });
await ensureArchive(strapi, { count, corpus, report: (state) => send({ state }) });
await foldChanges(strapi.db.connection);
await openToPublic(strapi);
const tokens = await makeTokens(strapi);
strapi.server.routes({
  type: 'content-api',
  prefix: '/bench',
  routes: [
    {
      method: 'GET',
      path: '/trivial',
      handler: (ctx) => {
        ctx.body = { data: null };
      },
      config: { auth: { scope: [SCOPE] } },
      info: { type: 'content-api' },
    },
  ],
});
strapi.server.mount();
await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve(undefined)));

const session = new inspector.Session();
session.connect();
await session.post('Profiler.enable');
const publisher = createPublisher(strapi);
const work = {
  profile: () => session.post('Profiler.start'),
  async profiled(file) {
    const { profile } = await session.post('Profiler.stop');
    if (file) fs.writeFileSync(file, JSON.stringify(profile));
    return summaryOf(profile);
  },
  memory() {
    globalThis.gc?.();
    return process.memoryUsage();
  },
  publish: (perSecond) => publisher.start(perSecond),
  rest: () => publisher.stop(),
  publishOne: () => publisher.one(),
  async end() {
    await publisher.clear();
    await strapi.destroy();
    setImmediate(() => process.exit(0));
  },
};
const { port } = strapi.server.httpServer.address();
answerCalls(work, { port, tokens, addresses: await addressesOf(strapi) });
