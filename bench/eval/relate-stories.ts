// Puts stories through the plugin one after the other, as if each were published at its date.
import type { Core } from '@strapi/strapi';
import type { Progress } from '../../scripts/lib/progress.mjs';
import { loadMeasured } from '../app/start-app';
import { storyCard } from '../archive/story-card';
import type { EvalStory } from './read-stories';

/** Cards that are read together. */
const CHUNK = 50;

type Id = EvalStory['id'];

const toCard = ({ id, lang, topics, ...story }: EvalStory) =>
  storyCard({ ...story, documentId: `story-${id}`, locale: lang, topicIds: topics });

/**
 * @param strapi - Without its worker.
 * @returns The links of each story as readers get them when all are in, best first; and how long each story took when it
 *   came.
 */
export async function relateStories(
  strapi: Core.Strapi,
  stories: EvalStory[],
  progress: Progress
): Promise<{ links: Map<Id, Id[]>; milliseconds: number[] }> {
  const { store, steps, readLinks } = loadMeasured().openMeasured(strapi);
  const cards = stories.map(toCard);
  const milliseconds: number[] = [];

  await progress.step('Publishing', async (report) => {
    for (const [at, card] of cards.entries()) {
      const begun = performance.now();
      await store([card]);
      await steps.nextStep();
      milliseconds.push(performance.now() - begun);
      // What the archive needs beside: a model that it has outgrown, links that follow it.
      while ((await steps.relateNext()) > 0);
      if (at % 20 === 0) report({ done: at, total: cards.length });
    }
  });
  await progress.step('Coming to rest', async () => {
    steps.wake();
    while ((await steps.relateNext()) > 0);
  });

  const links = new Map<Id, Id[]>();
  const idOf = new Map(stories.map(({ id }) => [`story-${id}`, id]));
  await progress.step('Reading', async () => {
    const languages = new Set(cards.map(({ locale }) => locale));
    for (const locale of languages) {
      const own = cards.filter((card) => card.locale === locale);
      for (let at = 0; at < own.length; at += CHUNK) {
        const part = own.slice(at, at + CHUNK);
        const read = await readLinks(locale, part);
        for (const card of part) {
          const found = read.get(`${card.type} ${card.documentId}`) ?? [];
          const ids = found.slice(0, 30).flatMap((link) => idOf.get(link.card.documentId) ?? []);
          const id = idOf.get(card.documentId);
          if (id !== undefined) links.set(id, ids);
        }
      }
    }
  });
  return { links, milliseconds };
}
