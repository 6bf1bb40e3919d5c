// Publishes stories while something is measured, with all that a published story brings about.
import type { Core } from '@strapi/strapi';
import { documentsOf, type Entry } from '../app/documents';

const LOCALE = 'en';
const WORDS =
  'harbour tide ferry storm budget election market copper grain satellite court ministry border island rail'.split(' ');

export function createPublisher(strapi: Core.Strapi) {
  const articles = documentsOf(strapi, 'article');
  // Titles, and so slugs, of their own in a kept archive.
  let told = Date.now() % 1_000_000;
  let first = told;
  let stopped = true;
  let running = Promise.resolve();
  const published: string[] = [];
  let sections: Entry[] | undefined;
  let place: Entry | null | undefined;
  const word = () => WORDS[Math.floor(Math.random() * WORDS.length)];
  const words = (count: number) => Array.from({ length: count }, word).join(' ');

  async function one() {
    sections ??= await documentsOf(strapi, 'section').findMany({ locale: LOCALE, fields: ['slug'] });
    place ??= await documentsOf(strapi, 'dateline').findFirst({ fields: ['city'] });
    told += 1;
    const section = sections[told % sections.length];
    if (!section || !place) throw new Error('The archive has no sections or no places.');
    const data = {
      title: `${words(6)} ${told}`,
      section: section.documentId,
      datelines: [place.documentId],
      filedAt: new Date().toISOString(),
      body: Array.from({ length: 6 }, () => ({
        type: 'paragraph',
        children: [{ type: 'text', text: `${words(40)}.` }],
      })),
    };
    const { documentId } = await articles.create({ data, locale: LOCALE, status: 'published' });
    published.push(documentId);
    return { documentId, section: section.documentId, title: data.title };
  }

  async function loop(perSecond: number): Promise<void> {
    const pause = 1000 / perSecond;
    for (let next = Date.now() + pause; !stopped; next += pause) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - Date.now())));
      if (!stopped) await one();
    }
  }

  return {
    one,
    start(perSecond: number): void {
      first = told;
      stopped = false;
      running = loop(perSecond);
    },
    /** Leaves the archive as it was: what is newest in it is compared with what stock Strapi has of it. */
    async clear(): Promise<void> {
      for (const documentId of published.splice(0)) await articles.delete({ documentId, locale: '*' });
    },
    /** @returns How many were published. */
    async stop(): Promise<number> {
      stopped = true;
      await running;
      return told - first;
    },
  };
}
