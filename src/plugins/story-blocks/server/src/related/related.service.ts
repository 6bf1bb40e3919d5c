import type { Core } from '@strapi/strapi';
import type { Sql } from '@wiredesk/strapi-kit/server';
import { createRegistry } from '@wiredesk/strapi-kit/server';
import type { CardKey, FullCard } from '../cards';
import type { Newsroom } from '../newsroom';
import type { Troubles } from '../troubles';
import { createStoryIndex } from './index/story-index';
import { createModels, type RelatedSettings } from './model/models';
import { previewLinks } from './preview-links';
import type { Signal } from './rank/signal';
import { builtInSignals } from './rank/signals';
import { computeLinks, findByWords } from './relate/compute-links';
import type { Relating } from './relate/relating';
import { createWork } from './relate/work';

/** A signal as administrators weigh it. */
export interface KnownSignal {
  name: string;
  /** How much it counts where nobody says otherwise. */
  weight: number;
  /** Whether it is one of this plugin's. */
  isOwn: boolean;
}

/** The ranking behind its interface: signals go in, the worker asks for the next step, links are read. */
export function createRelated(strapi: Core.Strapi, newsroom: Newsroom, troubles: Troubles) {
  // Settings change while the application runs: each of these is read when it is used.
  const settings = {
    get days() {
      return newsroom.config.related.days;
    },
    get candidates() {
      return newsroom.config.related.candidates;
    },
    get weights() {
      return newsroom.config.related.weights;
    },
    get borrow() {
      return newsroom.config.related.borrow;
    },
    get floor() {
      return newsroom.config.related.floor;
    },
  };
  const own = builtInSignals(settings);
  const signals = createRegistry<Signal>({
    nameOf: ({ name }) => name,
    tooLate: (name) => `story-blocks: signal ${name} was registered too late; do it in your plugin's register().`,
    twice: (name) => `story-blocks: signal ${name} is registered twice.`,
  });
  for (const signal of own) signals.register(signal);
  const weighed = {
    signals: signals.all(),
    get weights() {
      return settings.weights;
    },
    get floor() {
      return settings.floor;
    },
  };
  const rankingSettings = ({ days, candidates, borrow, weights, floor }: RelatedSettings = newsroom.config.related) => [
    days,
    candidates,
    borrow,
    floor,
    signals.all().map(({ name, weight }) => [name, weights[name] ?? weight]),
  ];
  const models = createModels(strapi, newsroom.configured.related, rankingSettings, troubles);
  const index = createStoryIndex(strapi, settings);
  const relating: Relating = {
    strapi,
    index,
    models,
    weighed,
    get borrow() {
      return settings.borrow;
    },
  };
  const work = createWork(relating);
  return {
    /**
     * Registers a ground on which stories belong together. Call it in your plugin's `register()`.
     *
     * @throws {Error} where the name is taken, or the application has started.
     */
    registerSignal: signals.register,
    /**
     * Ends registering, and follows settings that changed while the application was down.
     *
     * @throws {Error} where `config/newsroom` weighs a signal that there is not.
     */
    async close(): Promise<void> {
      signals.close();
      const { weights } = newsroom.configured.related;
      const unknown = Object.keys(weights).find((name) => !signals.get(name));
      if (unknown !== undefined) {
        const known = signals
          .all()
          .map(({ name }) => name)
          .join(', ');
        throw new Error(`config/newsroom: related.weights.${unknown} is no signal; there are ${known}.`);
      }
      await models.followSettings();
    },
    /** Every registered signal, in the order in which they came. */
    signals: (): KnownSignal[] =>
      signals.all().map(({ name, weight }, at) => ({ name, weight, isOwn: at < own.length })),
    /** Has links made again where settings that are about to hold make others; in the transaction that saves them. */
    followSettings: (sql?: Sql, next?: RelatedSettings): Promise<void> => models.followSettings(sql, next),
    /** A live story's links as some settings would make them; null where the index does not have it yet. */
    preview: (key: CardKey, by: RelatedSettings) => previewLinks(relating, key, by, signals.all().slice(own.length)),
    ...work,

    /** Links that a story would have by its text as it stands; see {@link computeLinks}. */
    computeLinks: (card: FullCard) => computeLinks(relating, card),

    /** Live stories that share telling words with a text; see {@link findByWords}. */
    findByWords: (text: string, locale: string) => findByWords(relating, text, locale),
  };
}
export type Related = ReturnType<typeof createRelated>;
