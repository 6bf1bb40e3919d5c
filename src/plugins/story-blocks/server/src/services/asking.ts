import type { Core } from '@strapi/strapi';
import { allSeeing, callerOf } from '../access/caller';
import type { Assembly } from '../assemble';
import { openReader, type Reader } from '../pages';

/** Who asks a service, and in which language. */
export interface Asking {
  /** A language's code; left out, the default one. */
  locale?: string;
  /**
   * Who is to read it: `ctx.state.auth` of a content API request. Left out, it is the application itself, which may read
   * everything that is published.
   */
  auth?: unknown;
}

/** Opens a reading. @throws A 400 for a language that there is not, a 403 where `auth` may find no story type. */
export async function readerFor(
  strapi: Core.Strapi,
  assembly: Assembly,
  { locale, auth }: Asking,
  types?: string[]
): Promise<Reader> {
  const { newsroom } = assembly;
  const caller = auth === undefined ? allSeeing(newsroom) : await callerOf(strapi, newsroom, auth);
  const readable = types ? caller.types.filter((uid) => types.includes(uid)) : caller.types;
  return openReader({ strapi, ...assembly }, { ...caller, types: readable }, locale);
}

/** What something was made of: `tags` are those of the answers' `Cache-Tag`, told by the event `story-blocks.changed`. */
export interface Found<Data> {
  data: Data;
  locale: string | null;
  tags: string[];
}

export const found = <Data>({ locale, tags }: Reader, data: Data): Found<Data> => ({
  data,
  locale: locale || null,
  tags: tags.all(),
});
