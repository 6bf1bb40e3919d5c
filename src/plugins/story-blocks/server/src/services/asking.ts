import type { Core } from '@strapi/strapi';
import { allSeeing, callerOf } from '../access/caller';
import type { Assembly } from '../assemble';
import { createTags, type Tags } from '../delivery/tags';
import { type FillRequest, openReader } from '../pages';

/** Who asks a service, and in which language. */
export interface Asking {
  /** A language's code; left out, the default one. */
  locale?: string;
  /**
   * Who is to read it: `ctx.state.auth` of a content API request. Left out, it is the application itself, which may read
   * everything that is published.
   */
  auth?: unknown;
  /** What a kind of page is filled with: its caller and language are those that ask, and its answer depends on what is found. */
  within?: FillRequest;
}

/** One who reads by a service. */
export interface Asker extends FillRequest {
  tags: Tags;
}

/** Opens a reading. @throws A 400 for a language that there is not, a 403 where `auth` may find no story type. */
export async function readerFor(
  strapi: Core.Strapi,
  assembly: Assembly,
  { locale, auth, within }: Asking,
  types?: string[]
): Promise<Asker> {
  const { newsroom } = assembly;
  const own = (caller: FillRequest['caller']) => ({
    may: caller.may,
    types: types ? caller.types.filter((uid) => types.includes(uid)) : caller.types,
  });
  if (within) return { ...within, caller: own(within.caller), tags: within.reading?.tags ?? createTags() };
  const caller = auth === undefined ? allSeeing(newsroom) : await callerOf(strapi, newsroom, auth);
  return openReader({ strapi, ...assembly }, { ...caller, ...own(caller) }, locale);
}

/** What something was made of: `tags` are those of the answers' `Cache-Tag`, told by the event `story-blocks.changed`. */
export interface Found<Data> {
  data: Data;
  locale: string | null;
  tags: string[];
}

export const found = <Data>({ locale, tags }: Asker, data: Data): Found<Data> => ({
  data,
  locale: locale || null,
  tags: tags.all(),
});
