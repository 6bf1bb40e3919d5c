import type { Front } from '../../shared/src';
import type { Connection } from './connection';
import type { Text } from './pages';
import { type CallOptions, type Request, send, type Tag } from './request';

/** What has a front of its own; plugins may add kinds. */
export type FrontKind = 'section' | 'topic' | 'author' | (string & {});

export interface FrontOptions<Sent extends Tag = Tag> extends CallOptions<Sent> {
  locale?: string;
  /** The serving site: document id or name. */
  site?: string;
  /** A day in the site's time zone, such as 2026-04-22. */
  date?: string;
  page?: number;
  pageSize?: number;
}

function frontRequest(connection: Connection, kind: FrontKind, name: string, options: FrontOptions): Request {
  const { locale = connection.locale, site, date, page, pageSize, signal, ifNoneMatch } = options;
  const path = ['story-blocks', 'fronts', `${kind}s`, name];
  return { path, query: { locale, site, date, page, pageSize }, signal, ifNoneMatch };
}

/** @param name - Document id, slug or name, here and in the other fronts. */
export const front = <Sent extends Tag = undefined>(
  connection: Connection,
  kind: FrontKind,
  name: string,
  options?: FrontOptions<Sent>
) => send<Front, Sent>(connection, frontRequest(connection, kind, name, options ?? {}));

export const sectionFront = <Sent extends Tag = undefined>(
  connection: Connection,
  name: string,
  options?: FrontOptions<Sent>
) => front<Sent>(connection, 'section', name, options);

export const topicFront = <Sent extends Tag = undefined>(
  connection: Connection,
  name: string,
  options?: FrontOptions<Sent>
) => front<Sent>(connection, 'topic', name, options);

export const authorFront = <Sent extends Tag = undefined>(
  connection: Connection,
  name: string,
  options?: FrontOptions<Sent>
) => front<Sent>(connection, 'author', name, options);

/** A front's text edition. */
export const frontText = <Sent extends Tag = undefined>(
  connection: Connection,
  kind: FrontKind,
  name: string,
  options?: FrontOptions<Sent>
) => send<Text, Sent>(connection, { ...frontRequest(connection, kind, name, options ?? {}), text: true });
