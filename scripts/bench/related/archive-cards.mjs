// Cards of made stories, as published articles would have them.
import { storyCard } from '../../lib/story-card.mjs';
import { frequentTopics } from '../make-network.mjs';
import { makeStories } from '../make-stories.mjs';
import { createRandom, documentIdOf, mix } from '../random.mjs';
import { placesOf } from '../write-archive.mjs';

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
function makePlaces(corpus) {
  const random = createRandom(mix(7));
  const ids = (count) => Array.from({ length: count }, () => documentIdOf(random));
  return {
    sectionIds: ids(SECTIONS),
    otherTopicIds: ids(OTHER_TOPICS),
    topicIds: new Map(frequentTopics(corpus).map((topic) => [topic, documentIdOf(random)])),
  };
}

/**
 * @param {object} options
 * @param {import('../corpus.mjs').CorpusStory[]} options.corpus
 * @param {number} options.count
 * @param {number} options.seed
 * @param {string} options.type - The content type of stories.
 */
export function createCards({ corpus, count, seed, type }) {
  const places = makePlaces(corpus);
  const toCard = (story) => {
    const { documentId, number, title, paragraphs } = story;
    const of = { type, documentId, locale: LOCALE, sortAt: story.date.getTime(), slug: `story-${number}` };
    return storyCard({ ...of, title, paragraphs, ...placesOf(story, places) });
  };
  const made = (options) => makeStories({ corpus, seed, perDay: PER_DAY, until: new Date(UNTIL), ...options });

  return {
    locale: LOCALE,

    /** Of the whole archive, the oldest first; the first ones are left out. */
    *archive(skipped = 0) {
      let at = 0;
      for (const story of made({ count })) if (at++ >= skipped) yield toCard(story);
    },

    /**
     * Stories that the archive does not have, the oldest first.
     *
     * @param {number} already - How many such were published before.
     */
    later(wanted, already) {
      const until = new Date(UNTIL + ((already + wanted) * DAY_MS) / PER_DAY);
      return Array.from(made({ count: wanted, seed: seed + LATER + already, until }), toCard);
    },

    /** The newest stories of the archive as an editor left them: another headline, a paragraph less and one more. */
    updates(wanted, already) {
      const others = this.later(wanted, already + LATER * LATER);
      return Array.from(made({ count: Math.min(wanted, count) }), toCard).map((card, at) => ({
        ...card,
        title: `${card.title} (${others[at].title})`.slice(0, 200),
        body: [...card.body.slice(0, Math.max(1, card.body.length - 1)), others[at].body[0]],
      }));
    },
  };
}

/**
 * Fills the plugin's cards, many a transaction; an archive that is there in part is gone on with.
 *
 * @param {ReturnType<import('./open-plugin.mjs').openPlugin>} plugin
 * @param {ReturnType<typeof createCards>} cards
 * @param {{ count: number, report: (done: number) => void, stopped: () => boolean }} options
 * @returns {Promise<number>} How many were written.
 * @throws {Error} Where the database holds cards of something else.
 */
export async function fillCards(plugin, cards, { count, report, stopped }) {
  const already = await plugin.countCards();
  if (already > 0) {
    const [oldest] = cards.archive();
    if (!(await plugin.findCard(oldest))) throw new Error(`the database holds ${already} cards of another archive`);
  }
  if (already >= count) return 0;
  let part = [];
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
