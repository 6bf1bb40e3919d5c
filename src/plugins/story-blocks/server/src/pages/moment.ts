import type { Core } from '@strapi/strapi';
import { appLocales } from '@wiredesk/strapi-kit/server';
import { rightsSql } from '../access/rights';
import { createGenerations, type Generation } from '../db';
import { nextChange } from './next-change';

/** What is published and in which languages, as one request finds it. */
export interface Moment {
  now: Date;
  generation: Generation;
  /** The next instant at which answers change without any write, in milliseconds. */
  changesAt: number | null;
  /** The application's languages, the default one first; none where it has no i18n. */
  locales: readonly string[];
}

/**
 * Finds out what all answers depend on: one statement, which gives the generation. What else there is to know was read
 * under the same generation before, by this process, or is read now.
 *
 * @param onChange - Called with what changed since the last request, before this one goes on; null: anything.
 */
export function createMoments(
  strapi: Core.Strapi,
  clock: () => Date,
  onChange: (tags: readonly string[] | null, generation: number) => void
) {
  const generationNow = createGenerations(strapi, rightsSql, onChange);
  let change: { generation: number; changesAt: number | null } | null = null;
  let languages: { concepts: number; locales: readonly string[] } | null = null;

  return async function moment(): Promise<Moment> {
    const now = clock();
    const generation = await generationNow();
    if (strapi.db.inTransaction()) {
      // What it writes may come to nothing.
      return { now, generation, changesAt: await nextChange(strapi, now), locales: await appLocales(strapi) };
    }
    if (change?.generation !== generation.value || (change.changesAt ?? Infinity) <= now.getTime()) {
      change = { generation: generation.value, changesAt: await nextChange(strapi, now) };
    }
    const { changesAt } = change;
    if (languages?.concepts !== generation.concepts) {
      languages = { concepts: generation.concepts, locales: await appLocales(strapi) };
    }
    return { now, generation, changesAt, locales: languages.locales };
  };
}
const perRequest = new WeakMap<object, Promise<Moment>>();

/** What is published as a request began, the same for all that it reads. @param koa - Koa's context. */
export function momentOf(moment: Moments, koa: object): Promise<Moment> {
  const known = perRequest.get(koa) ?? moment();
  perRequest.set(koa, known);
  return known;
}

export type Moments = ReturnType<typeof createMoments>;
