// An application that listens, on a database of its own, with a few stories of one section and topic.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { startApp } from './start-app.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * @param {string} name - Of its folder in `.tmp`.
 * @param {{ count: number, words: (n: number) => string }} stories - How many, and what each says.
 */
export async function startSmallNewsroom(name, { count, words }) {
  const dir = path.join(root, '.tmp', name);
  fs.rmSync(dir, { recursive: true, force: true });
  fs.mkdirSync(dir, { recursive: true });
  process.env.DATABASE_CLIENT ??= 'sqlite';
  process.env.DATABASE_FILENAME = path.join(dir, 'data.db');
  const strapi = await startApp({ listen: true, distDir: path.join(dir, 'dist') });
  const url = `http://127.0.0.1:${strapi.server.httpServer.address().port}`;

  /** @param {'full-access' | 'read-only'} type */
  const token = async (type) =>
    (await strapi.service('admin::api-token').create({ name: type, description: '', type, lifespan: null })).accessKey;
  const write = (uid, data) => strapi.documents(uid).create({ data, status: 'published', locale: 'en' });
  const site = await write('api::site.site', { name: 'Small', url: 'https://small.example' });
  const section = await write('api::section.section', { name: 'World', slug: 'world', site: site.documentId });
  const topic = await write('api::topic.topic', { name: 'Ice', slug: 'ice' });
  const stories = [];
  for (let n = 0; n < count; n += 1) {
    const body = [{ type: 'paragraph', children: [{ type: 'text', text: words(n) }] }];
    const relations = { section: section.documentId, topics: [topic.documentId] };
    stories.push(await write('api::article.article', { title: `Ferry ${n} waits for ice`, body, ...relations }));
  }
  return { strapi, url, token, section, stories };
}
