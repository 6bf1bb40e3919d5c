// Cards of made stories, as published articles would have them.
import type { FullCard } from 'strapi-plugin-story-blocks/measured';
import type { CorpusStory } from '../archive/corpus';
import { frequentTopics, type Network } from '../archive/make-network';
import { type MadeStory, type Making, makeStories } from '../archive/make-stories';
import { createRandom, documentIdOf, mix } from '../archive/random';
import { storyCard } from '../archive/story-card';
import { placesOf } from '../archive/write-archive';
import type { MeasuredPlugin } from './open-plugin';

const LOCALE = 'en';
const DAY_MS = 86_400_000;
const PER_DAY = 150;
/** Made stories end here; new ones are filed after it. */
const UNTIL = Date.parse('2026-01-01T00:00:00Z');
const SECTIONS = 12;
const OTHER_TOPICS = 8;
/** Between the seed of an archive and those of what is published later. */
const LATER = 1_000;
const CARDS_AT_ONCE = 100;

/** Document ids of sections and topics, as {@link placesOf} asks for them. */
function makePlaces(corpus: CorpusStory[]): Network<string> {
  const random = createRandom(mix(7));
  const ids = (count: number) => Array.from({ length: count }, () => documentIdOf(random));
  return {
    sectionIds: ids(SECTIONS),
    otherTopicIds: ids(OTHER_TOPICS),
    topicIds: new Map(frequentTopics(corpus).map((topic) => [topic, documentIdOf(random)])),
  };
}

export function createCards({ corpus, count, seed }: { corpus: CorpusStory[]; count: number; seed: number }) {
  const places = makePlaces(corpus);
  const toCard = (story: MadeStory): FullCard => {
    const { documentId, number, title, paragraphs } = story;
    const of = { documentId, locale: LOCALE, sortAt: story.date.getTime(), slug: `story-${number}` };
    return storyCard({ ...of, title, paragraphs, ...placesOf(story, places) });
  };
  const made = (options: Omit<Making, 'corpus'>) =>
    makeStories({ corpus, seed, perDay: PER_DAY, until: new Date(UNTIL), ...options });

  return {
    locale: LOCALE,

    /** Of the whole archive, the oldest first; the first ones are left out. */
    *archive(skipped = 0): Generator<FullCard> {
      let at = 0;
      for (const story of made({ count })) if (at++ >= skipped) yield toCard(story);
    },

    /**
     * Stories that the archive does not have, the oldest first.
     *
     * @param already - How many such were published before.
     */
    later(wanted: number, already: number): FullCard[] {
      const until = new Date(UNTIL + ((already + wanted) * DAY_MS) / PER_DAY);
      return Array.from(made({ count: wanted, seed: seed + LATER + already, until }), toCard);
    },

    /** The newest stories of the archive as an editor left them: another headline, a paragraph less and one more. */
    updates(wanted: number, already: number): FullCard[] {
      const others = this.later(wanted, already + LATER * LATER);
      return Array.from(made({ count: Math.min(wanted, count) }), toCard).map((card, at) => ({
        ...card,
        title: `${card.title} (${others[at]?.title})`.slice(0, 200),
        body: [...card.body.slice(0, Math.max(1, card.body.length - 1)), ...(others[at]?.body.slice(0, 1) ?? [])],
      }));
    },
  };
}

/**
 * Fills the plugin's cards, many a transaction; an archive that is there in part is gone on with.
 *
 * @returns How many were written.
 * @throws {Error} Where the database holds cards of something else.
 */
export async function fillCards(
  plugin: MeasuredPlugin,
  cards: ReturnType<typeof createCards>,
  { count, report, stopped }: { count: number; report: (done: number) => void; stopped: () => boolean }
): Promise<number> {
  const already = await plugin.countCards();
  if (already > 0) {
    const [oldest] = cards.archive();
    if (!oldest || !(await plugin.findCard(oldest)))
      throw new Error(`the database holds ${already} cards of another archive`);
  }
  if (already >= count) return 0;
  let part: FullCard[] = [];
  let written = 0;
  const flush = async () => {
    await plugin.store(part);
    written += part.length;
    part = [];
    report(already + written);
  };
  for (const card of cards.archive(already)) {
    part.push(card);
    if (part.length === CARDS_AT_ONCE) await flush();
    if (stopped()) return written;
  }
  if (part.length > 0) await flush();
  await plugin.analyzeCards();
  return written;
}
