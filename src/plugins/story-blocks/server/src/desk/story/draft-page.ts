import type { DeskPage } from '../../../../shared/src';
import type { Assembly } from '../../assemble';
import { type Ability, mayManage, visibleRows } from '../../http/admin-reader';
import { fillStoryPage, toStoryPageData } from '../../pages';
import { type ListedStory, storiesIn } from '../stories';
import { hideUnseen, type Seen } from './hide-unseen';
import { type DraftStory, readStory } from './read-story';

interface Ports extends Pick<Assembly, 'desk' | 'registry' | 'problems' | 'now'> {
  strapi: Parameters<typeof visibleRows>[0];
  ability: Ability;
}

/** What is told of a listed story, by the fields that it is made of. */
const MADE_OF = {
  excerpt: ['body', 'summary'],
  reasons: ['body', 'topics'],
  dateline: ['datelines', 'source'],
  kicker: ['section'],
  image: ['image'],
  url: ['slug'],
} as const;

/** What the administrator may be told of the stories on a page in a language. */
async function seenStories({ strapi, desk, ability }: Ports, blocks: unknown, locale: string): Promise<Seen> {
  const ids = [...new Set(storiesIn(blocks).map(({ documentId }) => documentId))];
  const seen = new Set<string>();
  const untold = new Set<string>();
  for (const { uid, fields } of desk.newsroom.types.story) {
    const mayRead = (field: string | undefined) => field === undefined || mayManage(ability, uid, field);
    for (const [key, names] of Object.entries(MADE_OF)) {
      if (!names.every((name) => mayRead(fields[name]))) untold.add(key);
    }
    if (ids.length === 0 || !mayRead(fields.title)) continue;
    for (const row of await visibleRows(strapi, ability, uid, ids)) seen.add(`${row.documentId} ${row.locale ?? ''}`);
  }
  const isSeen = (story: ListedStory) =>
    seen.has(`${story.documentId} ${story.locale ?? locale}`) || seen.has(`${story.documentId} `);
  return { isSeen, untold: [...untold] };
}

/**
 * The whole page of a story's draft, as data.
 *
 * @throws As `readStory` does; a 404 also for a language that is not saved yet, and for an unknown site.
 */
export async function draftPage(
  ports: Ports,
  asked: { uid: string; documentId: string; locale: string; site?: string }
): Promise<DeskPage> {
  const { strapi, desk, registry, problems, ability, now } = ports;
  const { card }: DraftStory = await readStory(ports, asked);
  const caller = {
    types: desk.newsroom.types.story.map(({ uid }) => uid),
    may: (kind: keyof typeof desk.newsroom.types) => {
      const type = desk.newsroom.types[kind];
      return !!type && !Array.isArray(type) && mayManage(ability, type.uid);
    },
  };
  const { locale, site } = asked;
  const page = await fillStoryPage(
    { strapi, desk, registry, problems, caller, locale, site, draft: true, now: now() },
    card
  );
  const data = toStoryPageData(page, caller);
  return { ...data, blocks: hideUnseen(data.blocks, await seenStories(ports, data.blocks, locale)) };
}
