import type {
  Absence,
  DeskAddressLink,
  DeskLink,
  DeskStoryLink,
  DeskTarget,
  DeskWill,
  HoldNote,
} from '../../../shared/src/desk-related.contract';
import type { FoundStory } from '../../../shared/src/desk-stories.contract';
import type { Scope, Wishes } from './will-changes';

/** What is known of a story that may be listed. */
export interface KnownStory {
  documentId: string;
  type: string;
  /** Null where the editor may not read it. */
  title: string | null;
  locale: string | null;
  absence: Absence | null;
  hold: HoldNote | null;
  /** As readers get it; null where they do not, or it is hidden. */
  link: DeskStoryLink | null;
}

export interface PinRow extends KnownStory {
  until: string | null;
  scope: Scope;
}
export interface HideRow extends KnownStory {
  everywhere: boolean;
  scope: Scope;
}
export interface Rows {
  pins: PinRow[];
  ranked: DeskStoryLink[];
  addresses: DeskAddressLink[];
  hides: HideRow[];
}

const isStory = (link: DeskLink): link is DeskStoryLink => link.kind === 'story';

const byTarget = ({ documentId, type, title, locale, absence, hold }: DeskTarget): KnownStory => ({
  documentId,
  type,
  title,
  locale,
  absence,
  hold,
  link: null,
});

const ABSENT = { published: null, draft: 'unpublished', held: 'held' } as const;

/** A story that was searched. */
export const byFound = (
  { documentId, type, title, locale, state }: FoundStory,
  pageLocale: string | null
): KnownStory => ({
  documentId,
  type,
  title,
  locale,
  // Written in another language, it is not here.
  absence: locale !== null && pageLocale !== null && locale !== pageLocale ? 'language' : ABSENT[state],
  hold: null,
  link: null,
});

const byLink = (link: DeskStoryLink): KnownStory => ({
  documentId: link.documentId,
  type: link.type,
  title: link.title,
  locale: link.locale,
  absence: null,
  hold: null,
  link,
});

/**
 * What the panel lists: pins in their order (this language's before those of all), the other stories by rank, addresses,
 * and what is hidden; all as the editor's wishes have it, whether the server knows of them yet or not.
 *
 * @param found - Stories that were searched here, of which the server's answer may know nothing yet.
 */
export function buildRows(
  links: readonly DeskLink[],
  will: Pick<DeskWill, 'targets' | 'inherited'> | null,
  wishes: Wishes,
  found: readonly KnownStory[]
): Rows {
  const targets = [...(will?.targets ?? []), ...(will?.inherited ?? [])];
  const known = new Map<string, KnownStory>();
  for (const story of [...found, ...targets.map(byTarget)]) known.set(story.documentId, story);
  for (const link of links.filter(isStory)) {
    // Its headline here is the one that readers get.
    known.set(link.documentId, { ...known.get(link.documentId), ...byLink(link) });
  }
  const storyOf = (documentId: string): KnownStory =>
    known.get(documentId) ?? { documentId, type: '', title: null, locale: null, absence: null, hold: null, link: null };

  const said = new Set([...wishes.pins, ...wishes.hides].map(({ documentId }) => documentId));
  const inherited = (will?.inherited ?? []).filter(({ documentId }) => !said.has(documentId));
  const pins: PinRow[] = [
    ...wishes.pins.map(({ documentId, until }): PinRow => {
      const story = storyOf(documentId);
      // Given a new end, or none, it is over no more.
      const isOver = until !== null && Date.parse(until) <= Date.now();
      const absence = story.absence === 'expired' && !isOver ? null : story.absence;
      return { ...story, absence, until, scope: 'here' };
    }),
    ...inherited
      .filter(({ kind }) => kind === 'pin')
      .map(({ documentId, until }): PinRow => ({ ...storyOf(documentId), until, scope: 'all' })),
  ];
  const hides: HideRow[] = [
    ...wishes.hides.map(
      ({ documentId, everywhere }): HideRow => ({ ...storyOf(documentId), everywhere, scope: 'here' })
    ),
    ...inherited
      .filter(({ kind }) => kind === 'hide')
      .map(({ documentId, everywhere }): HideRow => ({ ...storyOf(documentId), everywhere, scope: 'all' })),
  ];
  const placed = new Set([...pins, ...hides].map(({ documentId }) => documentId));
  return {
    pins,
    ranked: links.filter(isStory).filter(({ documentId }) => !placed.has(documentId)),
    addresses: links.filter((link): link is DeskAddressLink => !isStory(link)),
    hides,
  };
}
