import type { Core } from '@strapi/strapi';

export const EARLY_MIDDLEWARE = 'plugin::story-blocks.early-answers';

/** Where kept answers leave the application: see the key `delivery.early` of `config/newsroom`. */
export type EarlyPlace = 'behind' | 'before' | 'off';

type Entry = string | { name?: string; resolve?: string } | (() => unknown);

/** What every answer goes through: errors, and the headers that protect it. */
const ALWAYS = ['strapi::errors', 'strapi::security', 'strapi::cors'];
/** What else of Strapi's own says something of an answer. */
const OF_ANSWERS = [
  ...ALWAYS,
  'strapi::logger',
  'strapi::poweredBy',
  'strapi::compression',
  'strapi::responseTime',
  'strapi::ip',
];

const nameOf = (entry: Entry): string =>
  typeof entry === 'string' ? entry : typeof entry === 'function' ? '' : (entry.name ?? entry.resolve ?? '');

/**
 * Puts the middleware of early answers among an application's: behind all of the application's own, or behind those alone that
 * protect an answer.
 *
 * @param entries - `config/middlewares`; one that names the middleware itself stays as it is.
 */
export function withEarly(entries: readonly Entry[], place: EarlyPlace): readonly Entry[] {
  const names = entries.map(nameOf);
  if (place === 'off' || names.includes(EARLY_MIDDLEWARE)) return entries;
  const isBefore = (name: string) =>
    place === 'before' ? ALWAYS.includes(name) : OF_ANSWERS.includes(name) || !name.startsWith('strapi::');
  const at = names.reduce((last, name, index) => (isBefore(name) ? index + 1 : last), 0);
  return [...entries.slice(0, at), EARLY_MIDDLEWARE, ...entries.slice(at)];
}

/**
 * Called in `register()`. What other plugins and the application add to the middlewares in theirs is there when it stands:
 * Strapi makes them once the content types are in the database.
 */
export function standEarly(strapi: Core.Strapi, place: EarlyPlace): void {
  strapi.hook('strapi::content-types.afterSync').register(() => {
    const entries = strapi.config.get<Entry[] | undefined>('middlewares', undefined);
    if (entries) strapi.config.set('middlewares', withEarly(entries, place));
  });
}
