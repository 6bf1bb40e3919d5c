import type { StoryPage } from '../../shared/src';
import type { Connection } from './connection';
import { type CallOptions, type Request, send, type Tag } from './request';

/** A story, by its document id or by its slug in the language asked for. */
export type StoryName = { documentId: string; slug?: undefined } | { slug: string; documentId?: undefined };

export interface PreviewOptions<Sent extends Tag = Tag> extends CallOptions<Sent> {
  locale?: string;
  /** The serving site: document id or name. */
  site?: string;
  /** Uid of the story type, where several are mapped. */
  type?: string;
}

export type PageOptions<Sent extends Tag = Tag> = PreviewOptions<Sent> & StoryName & { status?: 'published' | 'draft' };

/** A text edition. */
export interface Text {
  data: string;
  meta?: undefined;
}

function pageRequest(connection: Connection, options: PageOptions): Request {
  const { documentId, slug, site, type, locale = connection.locale, status, signal, ifNoneMatch } = options;
  const path = ['story-blocks', 'pages', ...(documentId === undefined ? [] : [documentId])];
  return { path, query: { slug, site, type, locale, status }, signal, ifNoneMatch };
}

/** @throws StoryBlocksError `MOVED` for a former slug, with `slug` and `documentId`. */
export const storyPage = <Sent extends Tag = undefined>(connection: Connection, options: PageOptions<Sent>) =>
  send<StoryPage, Sent>(connection, pageRequest(connection, options));

/** The page's text edition. */
export const storyText = <Sent extends Tag = undefined>(connection: Connection, options: PageOptions<Sent>) =>
  send<Text, Sent>(connection, { ...pageRequest(connection, options), text: true });

function previewRequest(connection: Connection, documentId: string, options: PreviewOptions): Request {
  const { site, type, locale = connection.locale, signal } = options;
  return { path: ['story-blocks', 'previews', documentId], query: { site, type, locale }, signal };
}

/** The page of a draft, for a token that may preview. */
export const previewPage = (connection: Connection, documentId: string, options: PreviewOptions = {}) =>
  send<StoryPage>(connection, previewRequest(connection, documentId, options));

/** A draft's text edition. */
export const previewText = (connection: Connection, documentId: string, options: PreviewOptions = {}) =>
  send<Text>(connection, { ...previewRequest(connection, documentId, options), text: true });
