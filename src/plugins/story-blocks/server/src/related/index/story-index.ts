import type { Core } from '@strapi/strapi';
import { type Sql, sqlNow } from '@wiredesk/strapi-kit/server';
import { hashOf } from '../analyse/hash';
import type { Model } from '../model/model';
import { type IndexedStory, tellingBy } from '../rank/indexed-story';
import { candidatesOf, type QueryWord } from './candidates';
import { dayOf } from './codec';
import { addPostings, type Entries, readPostings } from './postings';
import { putStories, readStories, takenUpIn } from './store-stories';

/** Words by which a story is found and finds others: its most telling ones. */
const LOOKED_UP = 40;
/** The same in a small archive, where most words stand in one story and would crowd out those that do not. */
const LOOKED_UP_IN_SMALL = 100;
const SMALL = 2_000;
/** How much a shared topic or section says before stories are compared in full. */
const TOPIC_WEIGHT = 0.3;
const SECTION_WEIGHT = 0.03;

/** The word under which the stories of a topic, or of a section, are found. */
export const conceptWord = (kind: 'topic' | 'section', id: string): number => hashOf(`${kind}:${id}`);

const conceptsOf = ({ topicIds, sectionId }: IndexedStory): QueryWord[] => [
  ...topicIds.map((id) => ({ word: conceptWord('topic', id), weight: TOPIC_WEIGHT })),
  ...(sectionId ? [{ word: conceptWord('section', sectionId), weight: SECTION_WEIGHT }] : []),
];

/** The most telling words of a story, with how much of it each is. */
function tellingWords(story: IndexedStory, model: Model, norm: number): QueryWord[] {
  const { hashes, counts } = story.features.words;
  const weights = tellingBy(model, story).map((telling, at) => telling * model.lookup[counts[at]]);
  const order = Array.from(weights.keys()).filter((at) => weights[at] > 0);
  order.sort((a, b) => weights[b] - weights[a] || hashes[a] - hashes[b]);
  return order
    .slice(0, model.stories < SMALL ? LOOKED_UP_IN_SMALL : LOOKED_UP)
    .map((at) => ({ word: hashes[at], weight: Math.min(1, weights[at] / norm) }));
}

/**
 * Where stories are kept to be found by what they share. A search cluster could stand behind the same calls. A story that
 * is not live any more is not found, from the moment that its card is deleted; the lists forget it with the next model.
 */
export interface StoryIndex {
  /** Writes stories, and into the lists of their words. Gives each its number and version. */
  put(
    sql: Sql,
    stories: Omit<IndexedStory, 'id'>[],
    models: readonly Model[],
    ranking: number
  ): Promise<{ id: number; version: number }[]>;
  /** Writes stories that are there already into the lists of a model. */
  list(sql: Sql, stories: readonly IndexedStory[], model: Model): Promise<void>;
  /** Finds for each story those that may belong with it: a bounded number, however large the archive. */
  similar(stories: readonly IndexedStory[], model: Model, options?: { surfaces?: boolean }): Promise<IndexedStory[][]>;
}

/** @param settings - Read with each question, since they may change. */
export function createStoryIndex(strapi: Core.Strapi, settings: { readonly candidates: number }): StoryIndex {
  async function list(sql: Sql, stories: readonly IndexedStory[], model: Model): Promise<void> {
    const byLocale = new Map<string, Entries>();
    for (const story of stories) {
      const entries = byLocale.get(story.locale) ?? new Map();
      byLocale.set(story.locale, entries);
      const { norm } = story.profile.version === model.version ? story.profile : model.profile(story.features.words);
      const add = ({ word, weight }: QueryWord) => {
        const posting = { story: story.id, impact: Math.round(255 * weight), day: dayOf(story.sortAt) };
        const there = entries.get(word);
        if (there) there.push(posting);
        else entries.set(word, [posting]);
      };
      for (const word of tellingWords(story, model, norm)) add(word);
      for (const { word } of conceptsOf(story)) add({ word, weight: 1 });
    }
    for (const [locale, entries] of byLocale) {
      await addPostings(strapi, sql, { locale, model: model.version }, entries);
    }
  }

  return {
    list,

    async put(sql, stories, models, ranking) {
      const [newest] = models;
      const numbers = await putStories(strapi, sql, stories, {
        model: newest ? newest.version : -1,
        ranked: takenUpIn(ranking),
      });
      for (const model of models) {
        await list(
          sql,
          stories.map((story, at) => ({ ...story, id: numbers[at].id })),
          model
        );
      }
      return numbers;
    },

    async similar(stories, model, options) {
      if (stories.length === 0) return [];
      const sql = await sqlNow(strapi);
      const [{ locale }] = stories;
      const queries = stories.map((story) => [...tellingWords(story, model, story.profile.norm), ...conceptsOf(story)]);
      const words = [...new Set(queries.flatMap((query) => query.map(({ word }) => word)))];
      const lists = await readPostings(strapi, sql, { locale, model: model.version }, words);
      const found = stories.map((story, at) => candidatesOf(queries[at], lists, story.id, settings.candidates));
      const stored = await readStories(strapi, sql, [...new Set(found.flat())], model, options);
      const byId = new Map(stored.map(({ story }) => [story.id, story]));
      return found.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
    },
  };
}
