import type { LinkKind, RailsAnswer, RelatedAnswer, TeasersAnswer } from '../../shared/src';
import type { Connection } from './connection';
import { type CallOptions, send, type Tag } from './request';

interface ListOptions<Sent extends Tag = Tag> extends CallOptions<Sent> {
  locale?: string;
  /** 1 to 50. */
  limit?: number;
}

export interface RelatedOptions<Sent extends Tag = Tag> extends ListOptions<Sent> {
  kinds?: readonly LinkKind[];
  /** Uid of the story type, where several are mapped. */
  type?: string;
}

export interface TeasersOptions<Sent extends Tag = Tag> extends ListOptions<Sent> {
  /** Document id, slug or name; left out, the newest stories of all. */
  section?: string;
  /** Document ids of stories to leave out. */
  exclude?: readonly string[];
}

export type RailsOptions<Sent extends Tag = Tag> = ListOptions<Sent>;

export const relatedLinks = <Sent extends Tag = undefined>(
  connection: Connection,
  documentId: string,
  options?: RelatedOptions<Sent>
) => {
  const { locale = connection.locale, limit, kinds, type, signal, ifNoneMatch }: RelatedOptions = options ?? {};
  const path = ['story-blocks', 'related', documentId];
  return send<RelatedAnswer, Sent>(connection, { path, query: { locale, limit, kinds, type }, signal, ifNoneMatch });
};

export const teasers = <Sent extends Tag = undefined>(connection: Connection, options?: TeasersOptions<Sent>) => {
  const { locale = connection.locale, section, limit, exclude, signal, ifNoneMatch }: TeasersOptions = options ?? {};
  const query = { locale, section, limit, exclude };
  return send<TeasersAnswer, Sent>(connection, { path: ['story-blocks', 'teasers'], query, signal, ifNoneMatch });
};

/** @param sections - Document ids, slugs or names; none of them may have a comma in it. */
export const rails = <Sent extends Tag = undefined>(
  connection: Connection,
  sections: readonly string[],
  options?: RailsOptions<Sent>
) => {
  const { locale = connection.locale, limit, signal, ifNoneMatch }: RailsOptions = options ?? {};
  const query = { locale, sections, limit };
  return send<RailsAnswer, Sent>(connection, { path: ['story-blocks', 'rails'], query, signal, ifNoneMatch });
};
