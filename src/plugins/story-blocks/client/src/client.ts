import { type Connection, type ConnectionOptions, connect } from './connection';
import { authorFront, type FrontKind, type FrontOptions, front, frontText, sectionFront, topicFront } from './fronts';
import { hold, liftHold, setHold } from './holds';
import { type RailsOptions, type RelatedOptions, rails, relatedLinks, type TeasersOptions, teasers } from './lists';
import { type PageOptions, previewPage, previewText, storyPage, storyText } from './pages';
import type { Tag } from './request';
import { resolveSlug } from './slugs';

/** A function without its first argument, the connection. */
const bind =
  <Args extends unknown[], Result>(connection: Connection, call: (connection: Connection, ...args: Args) => Result) =>
  (...args: Args): Result =>
    call(connection, ...args);

/**
 * All routes as methods of one object. Where the size of a page counts, `connect` and import what is called alone.
 *
 * @example
 * const news = createStoryBlocksClient({ url: 'https://cms.example', locale: 'en' });
 * const { data } = await news.storyPage({ slug: 'night-train-to-paris' });
 */
export function createStoryBlocksClient(options: ConnectionOptions) {
  const connection = connect(options);
  return {
    storyPage: <Sent extends Tag = undefined>(page: PageOptions<Sent>) => storyPage(connection, page),
    storyText: <Sent extends Tag = undefined>(page: PageOptions<Sent>) => storyText(connection, page),
    previewPage: bind(connection, previewPage),
    previewText: bind(connection, previewText),
    sectionFront: <Sent extends Tag = undefined>(name: string, more?: FrontOptions<Sent>) =>
      sectionFront(connection, name, more),
    topicFront: <Sent extends Tag = undefined>(name: string, more?: FrontOptions<Sent>) =>
      topicFront(connection, name, more),
    authorFront: <Sent extends Tag = undefined>(name: string, more?: FrontOptions<Sent>) =>
      authorFront(connection, name, more),
    front: <Sent extends Tag = undefined>(kind: FrontKind, name: string, more?: FrontOptions<Sent>) =>
      front(connection, kind, name, more),
    frontText: <Sent extends Tag = undefined>(kind: FrontKind, name: string, more?: FrontOptions<Sent>) =>
      frontText(connection, kind, name, more),
    relatedLinks: <Sent extends Tag = undefined>(documentId: string, more?: RelatedOptions<Sent>) =>
      relatedLinks(connection, documentId, more),
    teasers: <Sent extends Tag = undefined>(more?: TeasersOptions<Sent>) => teasers(connection, more),
    rails: <Sent extends Tag = undefined>(sections: readonly string[], more?: RailsOptions<Sent>) =>
      rails(connection, sections, more),
    resolveSlug: bind(connection, resolveSlug),
    hold: bind(connection, hold),
    setHold: bind(connection, setHold),
    liftHold: bind(connection, liftHold),
  };
}
export type StoryBlocksClient = ReturnType<typeof createStoryBlocksClient>;
