// Puts stories through the plugin one after the other, as if each were published at its date.
import { createRequire } from 'node:module';
import path from 'node:path';
import { storyCard } from '../lib/story-card.mjs';

const require = createRequire(import.meta.url);
const server = path.resolve(import.meta.dirname, '../../src/plugins/story-blocks/server/src');
/** Cards that are read together. */
const CHUNK = 50;

/** @param {import('./read-stories.mjs').EvalStory} story */
const toCard = (story, type) =>
  storyCard({ ...story, type, documentId: `story-${story.id}`, locale: story.lang, topicIds: story.topics });

/**
 * @param {import('@strapi/strapi').Core.Strapi} strapi - Without its worker.
 * @param {import('./read-stories.mjs').EvalStory[]} stories
 * @param {ReturnType<import('../lib/progress.mjs').createProgress>} progress
 * @returns {Promise<{ links: Map<string | number, (string | number)[]>, milliseconds: number[] }>} The links of each story as
 *   readers get them when all are in, best first; and how long each story took when it came.
 */
export async function relateStories(strapi, stories, progress) {
  const { assemblyOf } = require(path.join(server, 'assemble.ts'));
  const { storeCards } = require(path.join(server, 'cards/store-cards.ts'));
  const { inTransaction } = require('@wiredesk/strapi-kit/server');
  const { readStoryLinks } = require(path.join(server, 'related/index.ts'));
  const { newsroom, related } = assemblyOf(strapi);
  const type = newsroom.config.types.story[0].uid;
  const cards = stories.map((story) => toCard(story, type));
  const milliseconds = [];

  await progress.step('Publishing', async (report) => {
    for (const [at, card] of cards.entries()) {
      const begun = performance.now();
      await inTransaction(strapi, (sql) => storeCards(strapi, sql, [card], []));
      await related.nextStep();
      milliseconds.push(performance.now() - begun);
      // What the archive needs beside: a model that it has outgrown, links that follow it.
      while ((await related.relateNext()) > 0);
      if (at % 20 === 0) report({ done: at, total: cards.length });
    }
  });
  await progress.step('Coming to rest', async () => {
    related.wake();
    while ((await related.relateNext()) > 0);
  });

  const links = new Map();
  const idOf = new Map(cards.map(({ documentId }, at) => [documentId, stories[at].id]));
  await progress.step('Reading', async () => {
    const languages = new Set(cards.map(({ locale }) => locale));
    for (const locale of languages) {
      const own = cards.filter((card) => card.locale === locale);
      for (let at = 0; at < own.length; at += CHUNK) {
        const part = own.slice(at, at + CHUNK);
        const read = await readStoryLinks(strapi, { desk, locale, now: new Date() }, part);
        for (const card of part) {
          const found = read.get(`${card.type} ${card.documentId}`) ?? [];
          links.set(
            idOf.get(card.documentId),
            found.slice(0, 30).map((link) => idOf.get(link.card.documentId))
          );
        }
      }
    }
  });
  return { links, milliseconds };
}
