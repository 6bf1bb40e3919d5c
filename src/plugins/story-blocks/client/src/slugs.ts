import type { Connection } from './connection';
import { type CallOptions, send } from './request';

/** What a slug leads to. */
export interface Resolved {
  documentId: string;
  /** Uid of its content type. */
  contentType: string;
  /** The present slug. */
  slug: string;
  /** Whether the slug that was asked for is a former one. */
  moved: boolean;
}

/** Where a slug leads, of any type that has slugs; for applications with `story-slugs`. */
export const resolveSlug = (
  connection: Connection,
  slug: string,
  options: { locale?: string; type?: string; signal?: CallOptions['signal'] } = {}
) => {
  const { locale = connection.locale, type, signal } = options;
  return send<{ data: Resolved }>(connection, {
    path: ['story-slugs', 'resolve'],
    query: { slug, locale, type },
    signal,
  });
};
