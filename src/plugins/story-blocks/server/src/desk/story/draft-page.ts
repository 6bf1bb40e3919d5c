import type { DeskPage } from '../../../../shared/src';
import type { Assembly } from '../../assemble';
import { type Ability, mayManage, visibleRows } from '../../http/admin-reader';
import { fillStoryPage, toStoryPageData } from '../../pages';
import { hideUnseen, storiesIn } from './hide-unseen';
import { type DraftStory, readStory } from './read-story';

interface Ports extends Pick<Assembly, 'desk' | 'registry' | 'problems' | 'now'> {
  strapi: Parameters<typeof visibleRows>[0];
  ability: Ability;
}

/** Which stories of a page's blocks the administrator may see, with their headlines. */
async function seenStories({ strapi, desk, ability }: Ports, blocks: unknown): Promise<ReadonlySet<string>> {
  const ids = [...new Set(storiesIn(blocks))];
  const seen = new Set<string>();
  for (const { uid, fields } of desk.newsroom.types.story) {
    if (ids.length === 0 || !mayManage(ability, uid, fields.title)) continue;
    for (const row of await visibleRows(strapi, ability, uid, ids)) seen.add(row.documentId);
  }
  return seen;
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
  const seen = await seenStories(ports, data.blocks);
  return { ...data, blocks: hideUnseen(data.blocks, (id) => seen.has(id)) };
}
