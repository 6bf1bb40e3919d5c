import type { Core } from '@strapi/strapi';
import type { FullCard } from '../cards';
import type { Desk } from '../config';
import { createStoryIndex } from './index/story-index';
import { createModels } from './model/models';
import type { Signal } from './rank/signal';
import { builtInSignals } from './rank/signals';
import { computeLinks, findByWords } from './relate/compute-links';
import type { Relating } from './relate/relate';
import { createWork } from './relate/work';

/** The ranking behind its interface: signals go in, the worker asks for the next step, links are read. */
export function createRelated(strapi: Core.Strapi, desk: Desk) {
  const settings = desk.newsroom.related;
  const signals: Signal[] = builtInSignals(settings);
  let closed = false;
  const weighed = { signals, weights: settings.weights };
  const rankingSettings = () => [
    settings.days,
    settings.candidates,
    settings.borrow,
    signals.map(({ name, weight }) => [name, settings.weights[name] ?? weight]),
  ];
  const models = createModels(strapi, settings, rankingSettings);
  const index = createStoryIndex(strapi, settings);
  const relating: Relating = { strapi, index, models, weighed, borrow: settings.borrow };
  const work = createWork(relating);
  return {
    /**
     * Registers a ground on which stories belong together. Call it in your plugin's `register()`.
     *
     * @throws {Error} where the name is taken, or the application has started.
     */
    registerSignal(signal: Signal): void {
      if (closed)
        throw new Error(
          `story-blocks: signal ${signal.name} was registered too late; do it in your plugin's register().`
        );
      if (signals.some(({ name }) => name === signal.name)) {
        throw new Error(`story-blocks: signal ${signal.name} is registered twice.`);
      }
      signals.push(signal);
    },
    /**
     * Ends registering, and follows settings that changed while the application was down.
     *
     * @throws {Error} where the settings weigh a signal that there is not.
     */
    async close(): Promise<void> {
      closed = true;
      const unknown = Object.keys(settings.weights).find((name) => !signals.some((signal) => signal.name === name));
      if (unknown !== undefined) {
        const known = signals.map(({ name }) => name).join(', ');
        throw new Error(`config/newsroom: related.weights.${unknown} is no signal; there are ${known}.`);
      }
      await models.followSettings();
    },
    ...work,

    /** Links that a story would have by its text as it stands; see {@link computeLinks}. */
    computeLinks: (card: FullCard) => computeLinks(relating, card),

    /** Live stories that share telling words with a text; see {@link findByWords}. */
    findByWords: (text: string, locale: string) => findByWords(relating, text, locale),
  };
}
export type Related = ReturnType<typeof createRelated>;
