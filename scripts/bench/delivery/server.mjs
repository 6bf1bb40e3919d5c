// The process that is measured: the application on its database, with a route beside it that does nothing.
import fs from 'node:fs';
import inspector from 'node:inspector/promises';
import process from 'node:process';
import { startApp } from '../start-app.mjs';
import { ensureArchive } from './archive.mjs';

const SCOPE = 'api::article.article.find';
const PUBLIC = ['article', 'section', 'topic', 'site', 'source', 'dateline', 'author'].flatMap((type) =>
  ['find', 'findOne'].map((method) => `api::${type}.${type}.${method}`)
);
const { count, corpus } = JSON.parse(process.argv[2]);
const send = (message) => process.send?.(message);

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

/** What the load asks for: documents at random and the sections. */
async function addressesOf(strapi) {
  const knex = strapi.db.connection;
  const random = await knex('articles')
    .select('document_id as documentId', 'slug')
    .whereNotNull('published_at')
    .orderBy('document_id')
    .limit(20_000);
  const named = (type) => strapi.documents(`api::${type}.${type}`).findMany({ locale: 'en', fields: ['slug'] });
  return { stories: random, sections: await named('section'), topics: await named('topic') };
}

const strapi = await startApp();
await ensureArchive(strapi, { count, corpus, report: (state) => send({ state }) });
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
const work = {
  profile: () => session.post('Profiler.start'),
  async profiled(file) {
    const { profile } = await session.post('Profiler.stop');
    fs.writeFileSync(file, JSON.stringify(profile));
  },
  memory: () => process.memoryUsage(),
  async end() {
    await strapi.destroy();
    setImmediate(() => process.exit(0));
  },
};
process.on('message', async ({ id, name, argument }) => {
  try {
    send({ id, result: await work[name](argument) });
  } catch (error) {
    send({ id, error: String(error) });
  }
});
process.on('disconnect', () => process.exit(1));
send({ ready: { port: strapi.server.httpServer.address().port, tokens, addresses: await addressesOf(strapi) } });
