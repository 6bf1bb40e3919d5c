// An application that listens, on a database of its own, with a few stories of one section and topic.
import fs from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { documentsOf, type Entry, type Type } from './documents';
import { portOf, root, startApp } from './start-app';

type TokenType = 'full-access' | 'read-only';

/** @returns Its key. */
export async function makeToken(strapi: Core.Strapi, type: TokenType, name: string = type): Promise<string> {
  return (await strapi.service('admin::api-token').create({ name, description: '', type, lifespan: null })).accessKey;
}

/**
 * @param name - Of its folder in `.tmp`.
 * @param stories - How many, and what each says.
 */
export async function startSmallNewsroom(
  name: string,
  { count, words }: { count: number; words: (n: number) => string }
) {
  const dir = path.join(root, '.tmp', name);
  fs.rmSync(dir, { recursive: true, force: true });
  fs.mkdirSync(dir, { recursive: true });
  process.env.DATABASE_CLIENT ??= 'sqlite';
  process.env.DATABASE_FILENAME = path.join(dir, 'data.db');
  const strapi = await startApp({ listen: true, distDir: path.join(dir, 'dist') });

  const write = (type: Type, data: Record<string, unknown>) =>
    documentsOf(strapi, type).create({ data, status: 'published', locale: 'en' });
  const site = await write('site', { name: 'Small', url: 'https://small.example' });
  const section = await write('section', { name: 'World', slug: 'world', site: site.documentId });
  const topic = await write('topic', { name: 'Ice', slug: 'ice' });
  const stories: (Entry & { title: string })[] = [];
  for (let n = 0; n < count; n += 1) {
    const title = `Ferry ${n} waits for ice`;
    const body = [{ type: 'paragraph', children: [{ type: 'text', text: words(n) }] }];
    const relations = { section: section.documentId, topics: [topic.documentId] };
    stories.push({ ...(await write('article', { title, body, ...relations })), title });
  }
  return {
    strapi,
    url: `http://127.0.0.1:${portOf(strapi)}`,
    token: (type: TokenType) => makeToken(strapi, type),
    section,
    stories,
  };
}
