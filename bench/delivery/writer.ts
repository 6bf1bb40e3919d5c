// A process that publishes stories one by one, with the plugins or without, and says how long each took.
import path from 'node:path';
import process from 'node:process';
import { documentsOf, type Type } from '../app/documents';
import { root, startApp } from '../app/start-app';
import { answerCalls } from './answer-calls';
import { leaveOutPlugins } from './without';

const LOCALE = 'en';
const { plugins }: { plugins?: boolean } = JSON.parse(process.argv[2] ?? '{}');
const text = (words: number) => 'The harbour board said on Monday that ferries would sail again. '.repeat(words);

const strapi = await startApp({
  distDir: path.join(root, `.tmp/bench-writer-${plugins ? 'with' : 'without'}`),
  edit: plugins ? undefined : leaveOutPlugins,
});
const documents = (type: Type) => documentsOf(strapi, type);
const make = async (type: Type, data: object, locale?: string) =>
  (await documents(type).create({ data, locale })).documentId;
const site = await make('site', { name: 'Wire', url: 'https://wire.example', language: 'en' }, LOCALE);
const section = await make('section', { name: 'World', slug: 'world', site }, LOCALE);
const topic = await make('topic', { name: 'Ports', slug: 'ports' }, LOCALE);
const author = await make('author', { name: 'Ada Quill', slug: 'ada-quill' });
const place = await make('dateline', { city: 'Oslo', country: 'NO', timezone: 'Europe/Oslo' });
const source = await make('source', { code: 'MW', name: 'Morning Wire', kind: 'wire' });
const picture = await strapi.db.query('plugin::upload.file').create({
  data: { name: 'quay', hash: 'quay', ext: '.png', mime: 'image/png', size: 1, provider: 'local', url: '/quay.png' },
});
let told = 0;
let statements = 0;
strapi.db.connection.on('query', () => {
  statements += 1;
});

const draft = () => {
  told += 1;
  return documents('article').create({
    locale: LOCALE,
    data: {
      title: `Ferries sail again ${told}`,
      slug: `ferries-sail-again-${told}`,
      body: Array.from({ length: 8 }, () => ({ type: 'paragraph', children: [{ type: 'text', text: text(5) }] })),
      byline: [{ author }],
      ...{ section, topics: [topic], source, datelines: [place], image: picture.id },
    },
  });
};

/** Milliseconds of each publication, and the statements of each. */
export interface Written {
  publish: number[];
  'save and publish': number[];
  statements: number[];
}

const work = {
  /** Publishes drafts, then saves and publishes each again. */
  async publish(count: number): Promise<Written> {
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) ids.push((await draft()).documentId);
    const measured: Written = { publish: [], 'save and publish': [], statements: [] };
    const one = async (kind: 'publish' | 'save and publish', what: () => Promise<unknown>) => {
      statements = 0;
      const begun = performance.now();
      await what();
      measured[kind].push(performance.now() - begun);
      if (kind === 'publish') measured.statements.push(statements);
    };
    for (const documentId of ids)
      await one('publish', () => documents('article').publish({ documentId, locale: LOCALE }));
    for (const documentId of ids) {
      const data = { title: `Ferries sail ${documentId}` };
      await one('save and publish', () =>
        documents('article').update({ documentId, locale: LOCALE, status: 'published', data })
      );
    }
    return measured;
  },
  async end() {
    await strapi.destroy();
    setImmediate(() => process.exit(0));
  },
};
export type WriterWork = typeof work;
answerCalls(work, {});
