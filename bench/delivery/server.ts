// The process that is measured: the application on its database, with a route beside it that does nothing.
import fs from 'node:fs';
import inspector from 'node:inspector/promises';
import path from 'node:path';
import process from 'node:process';
import type { Core } from '@strapi/strapi';
import { documentsOf, type Entry } from '../app/documents';
import { makeToken } from '../app/small-newsroom';
import { listenOn, portOf, root, startApp } from '../app/start-app';
import { answerCalls, send } from './answer-calls';
import { addRelation, ensureArchive, foldChanges } from './archive';
import { summaryOf } from './profile';
import { createPublisher } from './publisher';

const SCOPE = 'api::article.article.find';
const PUBLIC = ['article', 'section', 'topic', 'site', 'source', 'dateline', 'author'].flatMap((type) =>
  ['find', 'findOne'].map((method) => `api::${type}.${type}.${method}`)
);
const { count, corpus }: { count: number; corpus?: string } = JSON.parse(process.argv[2] ?? '{}');

export interface StoryAddress {
  documentId: string;
  slug: string;
  section: string;
}

export interface Addresses {
  stories: StoryAddress[];
  sections: Entry[];
  topics: Entry[];
}

async function openToPublic(strapi: Core.Strapi): Promise<void> {
  const { id: role } = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  for (const action of PUBLIC) {
    if (!(await permissions.findOne({ where: { action, role } }))) await permissions.create({ data: { action, role } });
  }
}

/** What the load asks for: documents, whose ids are drawn by lot, each with its section, and all sections and topics. */
async function addressesOf(strapi: Core.Strapi): Promise<Addresses> {
  const stories: StoryAddress[] = await strapi.db
    .connection('story_blocks_cards')
    .select('document_id as documentId', 'slug', 'section_id as section')
    .orderBy('document_id')
    .limit(20_000);
  const named = (type: 'section' | 'topic') => documentsOf(strapi, type).findMany({ locale: 'en', fields: ['slug'] });
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

const strapi = await startApp({ distDir: path.join(root, '.tmp/bench-delivery'), edit: addRelation });
await ensureArchive(strapi, { count, corpus, report: (state) => send({ state }) });
await foldChanges(strapi.db.connection);
await openToPublic(strapi);
const token = await makeToken(strapi, 'read-only', `bench ${Date.now()}`);
strapi.server.routes({
  type: 'content-api',
  prefix: '/bench',
  routes: [
    {
      method: 'GET',
      path: '/trivial',
      handler: (ctx: { body: unknown }) => {
        ctx.body = { data: null };
      },
      config: { auth: { scope: [SCOPE] } },
      info: { type: 'content-api' },
    },
  ],
});
await listenOn(strapi);

const session = new inspector.Session();
session.connect();
await session.post('Profiler.enable');
const publisher = createPublisher(strapi);
const work = {
  profile: () => session.post('Profiler.start'),
  async profiled(file: string) {
    const { profile } = await session.post('Profiler.stop');
    fs.writeFileSync(file, JSON.stringify(profile));
    return summaryOf(profile);
  },
  memory() {
    globalThis.gc?.();
    return process.memoryUsage();
  },
  publish: (perSecond: number) => publisher.start(perSecond),
  rest: () => publisher.stop(),
  publishOne: () => publisher.one(),
  async end() {
    await publisher.clear();
    await strapi.destroy();
    setImmediate(() => process.exit(0));
  },
};
export type ServerWork = typeof work;

const ready = { port: portOf(strapi), token, addresses: await addressesOf(strapi) };
export type ServerReady = typeof ready;
answerCalls(work, ready);
