import type { Core } from '@strapi/strapi';
import type { ConceptKind } from '@wiredesk/newsroom';
import { forbidden, holdsActions } from '@wiredesk/strapi-kit/server';
import { PREVIEW_ACTION } from '../../../shared/src';
import type { Newsroom } from '../newsroom';

/** What Strapi knows of who asks: `ctx.state.auth`. */
export type Auth = unknown;

/** What a caller of the content API may read. */
export interface Caller {
  /** Story types that it may find; composites are made of these alone. */
  types: string[];
  /** Whether it may find a concept's type, and so be given its own object. */
  may(kind: ConceptKind): boolean;
  /** Changes with any of the above: answers that are cached for one caller fit another with the same. */
  signature: string;
}

/**
 * What a caller may read of the mapped types.
 *
 * @throws A 403 where it may find no story type.
 */
export async function callerOf(strapi: Core.Strapi, newsroom: Newsroom, auth: Auth): Promise<Caller> {
  // Most may find all of them or little of it.
  const mayAll = await holdsActions(
    strapi,
    auth,
    newsroom.uids.map((uid) => `${uid}.find`)
  );
  const readable = new Set<string>(mayAll ? newsroom.uids : []);
  if (!mayAll)
    for (const uid of newsroom.uids) if (await holdsActions(strapi, auth, [`${uid}.find`])) readable.add(uid);
  const types = newsroom.config.types.story.map(({ uid }) => uid).filter((uid) => readable.has(uid));
  if (types.length === 0) throw forbidden('Forbidden');
  return {
    types,
    may: (kind) => readable.has(newsroom.config.types[kind]?.uid ?? ''),
    signature: newsroom.uids.filter((uid) => readable.has(uid)).join(' '),
  };
}

/** One who may read everything that is published: the application itself, or an editor whose answer is masked afterwards. */
export const allSeeing = (newsroom: Newsroom, types = newsroom.config.types.story.map(({ uid }) => uid)): Caller => ({
  types,
  may: () => true,
  signature: 'everything',
});

/** Whether a caller may see drafts. */
export const mayPreview = (strapi: Core.Strapi, auth: Auth): Promise<boolean> =>
  holdsActions(strapi, auth, [PREVIEW_ACTION]);

/** Who asks through the content API, REST or GraphQL; undefined where it is the admin or the application itself. */
export function contentApiAuth(strapi: Core.Strapi): { auth: Auth } | undefined {
  const ctx = strapi.requestContext.get();
  return ctx?.state?.route?.info?.type === 'content-api' ? { auth: ctx.state.auth } : undefined;
}
