import type { Core } from '@strapi/strapi';
import { configError, type Issue, NewsroomConfigError } from './config-error';

/** Keys of all plugins. */
export const COMMON_KEYS = ['types', 'defaultSite', 'datelineStyle'] as const;

/** Keys of our plugins, which a newsroom may keep while the plugin is switched off. */
export const PLUGIN_KEYS: Readonly<Record<string, readonly string[]>> = {
  'story-blocks': [
    'defaultLayouts',
    'datelineShows',
    'urlPatterns',
    'graphql',
    'related',
    'desk',
    'holds',
    'delivery',
    'blocks',
  ],
};

/** What all plugins of an application share, whichever copy of this code each of them has: data, no code. */
interface Claims {
  /** Which plugin a key belongs to. */
  owners: Map<string, string>;
  areJudged: boolean;
}

const SLOT = 'wiredesk.newsroom';

function claimsOf(strapi: Core.Strapi): Claims {
  if (!strapi.has(SLOT)) strapi.add(SLOT, { owners: new Map(), areJudged: false } satisfies Claims);
  return strapi.get(SLOT) as Claims;
}

/**
 * Says that a plugin reads keys of `config/newsroom`, in its `register()`.
 *
 * @throws {Error} where another plugin has one of them, or the application has started.
 */
export function claimKeys(strapi: Core.Strapi, plugin: string, keys: readonly string[]): void {
  const claims = claimsOf(strapi);
  if (claims.areJudged) {
    throw new Error(`${plugin}: keys of config/newsroom were added too late; add them in your plugin's register().`);
  }
  for (const key of keys) {
    const owner = (COMMON_KEYS as readonly string[]).includes(key) ? 'all plugins' : claims.owners.get(key);
    if (owner !== undefined && owner !== plugin) {
      throw new Error(`${plugin}: "${key}" in config/newsroom belongs to ${owner}; choose another key.`);
    }
    claims.owners.set(key, plugin);
  }
}

/** A schema of zod, of whichever version. */
export interface KeySchema<Value> {
  safeParse(value: unknown): { success: true; data: Value } | { success: false; error: { issues: readonly Issue[] } };
}

/** A key of `config/newsroom` that a plugin adds. */
export interface NewsroomKey<Value> {
  /** The plugin's name, for messages. */
  plugin: string;
  key: string;
  /** Gets `undefined` where the file does not have the key. */
  schema: KeySchema<Value>;
}

/**
 * Adds a key to `config/newsroom`, in a plugin's `register()`.
 *
 * @returns What stands under it, as the schema makes it.
 * @throws {NewsroomConfigError} where that does not fit the schema; an Error where the key is another plugin's.
 */
export function addKey<Value>(strapi: Core.Strapi, { plugin, key, schema }: NewsroomKey<Value>): Value {
  claimKeys(strapi, plugin, [key]);
  const parsed = schema.safeParse(strapi.config.get<Record<string, unknown> | undefined>('newsroom')?.[key]);
  if (!parsed.success) throw configError(parsed.error.issues[0], [key]);
  return parsed.data;
}

/**
 * Judges the keys that no plugin has claimed, in `bootstrap()`: then all have registered. The first plugin of ours to start
 * does it for all.
 *
 * @throws {NewsroomConfigError} for a key that nobody knows. One of a plugin that is not installed is a warning.
 */
export function judgeKeys(strapi: Core.Strapi): void {
  const claims = claimsOf(strapi);
  if (claims.areJudged) return;
  claims.areJudged = true;
  const known = new Set<string>([...COMMON_KEYS, ...claims.owners.keys()]);
  for (const key of Object.keys(strapi.config.get('newsroom') ?? {}).filter((one) => !known.has(one))) {
    const owner = Object.entries(PLUGIN_KEYS).find(([, keys]) => keys.includes(key))?.[0];
    if (owner === undefined) throw new NewsroomConfigError(key, 'is no key that Wiredesk knows.');
    strapi.log.warn(`config/newsroom: ${key} is a key of ${owner}, which is not installed.`);
  }
}

/** A service of each of our plugins, for plugins of others. */
export interface NewsroomService {
  /** See {@link addKey}. */
  add<Value>(key: NewsroomKey<Value>): Value;
}

export const createNewsroomService = ({ strapi }: { strapi: Core.Strapi }): NewsroomService => ({
  add: (key) => addKey(strapi, key),
});
