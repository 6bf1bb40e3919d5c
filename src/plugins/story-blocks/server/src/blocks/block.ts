import type { ConceptKind } from '@wiredesk/newsroom';
import type { ZodType } from 'zod';
import type { Card, Concept, FullCard, Shown, TeaserFrame, ViewContext } from '../cards';
import type { Tags } from '../delivery/tags';

/** What a block's `fill` may use of the page that it stands on. */
export interface Page {
  /** Language of the page; '' where the application has no i18n. */
  locale: string;
  now: Date;
  /** The site that serves the page: masthead, notices, style. */
  site: Concept<'site'> | null;
  /** The page's own story; null on a front. */
  story: FullCard | null;
  /** The story's section, or the section whose front it is. */
  section: Concept<'section'> | null;
  /** Texts, addresses and concepts in the page's language and style. */
  view: ViewContext;
  /** Story types that the caller may read. */
  types: string[];
  /** Whether the caller may read other types' own objects. */
  may(kind: ConceptKind): boolean;
  /** A story as a list shows it, in the page's language and style. Its view must be loaded, as `takeNewest` does. */
  describe(card: Card): TeaserFrame & { byline: string | null };
  /** Whether the story stands on the page already. */
  isShown(documentId: string): boolean;
  /** What the page depends on: a block that shows what no story or concept is says so, with a tag of its own. */
  tags: Tags;
  /** Puts stories on the page, so that no later block shows them again. */
  show(documentIds: Iterable<string>): void;
  /**
   * The newest stories that are not on the page yet; puts them on it, their views loaded. Of a section, what editors
   * pinned to it stands before the newest, and what they sent down comes last.
   */
  takeNewest(from: { sectionId?: string }, limit: number): Promise<Card[]>;
  /**
   * The same for several sections by one statement: as if `takeNewest` were called for each in turn, so that a story
   * which several of them could show stands in the first alone.
   *
   * @param shown - The most that the block shows of each; left out, all that `describe` gives.
   * @returns The stories of each section, in the order asked.
   */
  takeNewestOf(wanted: { sectionId: string; limit: number }[], shown?: Shown): Promise<Card[][]>;
  /** Reads what editors want of sections, all at once; of a section that was not named here it is read by itself. */
  expectSections(sectionIds: Iterable<string>): Promise<void>;
}

/**
 * A block: a component that editors place in a layout, and a function that fills it.
 *
 * @typeParam Settings - The component's fields, parsed by `schema`; relations are document ids.
 * @typeParam Data - What readers get, as JSON.
 */
export interface Block<Settings = unknown, Data extends object = object> {
  /** The component's uid, such as `story-blocks.share`. */
  component: string;
  /** Reads the settings; a block whose settings do not fit is reported and left out. */
  schema: ZodType<Settings>;
  /** The sections whose stories `fill` will take, by document id: what editors want of all a page's is read at once. */
  sections?(settings: Settings, page: { section: Concept<'section'> | null }): (string | null | undefined)[];
  /** Gives the block's data, or null where there is nothing to show. */
  fill(settings: Settings, page: Page): Promise<Data | null> | Data | null;
  /** The block in the text edition, a line an item; without it the block has no place there. */
  toText?(data: Data): string[];
  /**
   * What readers get: its GraphQL type is made of it. Without one the block comes as `GenericBlock`. The type is named
   * after the component, else as `.meta({ id })` says, and so are the objects within.
   */
  output?: ZodType<Data>;
  /** The name of a GraphQL type that the plugin which registers the block defines itself. */
  graphql?: { type: string };
}

/** Any block, as the registry keeps it. */
export type AnyBlock = Block<unknown, object>;
