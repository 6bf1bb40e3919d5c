import type { DeskPage } from '../../../shared/src';
import { type Ability, mayManage } from '../access/admin-reader';
import type { BlockRegistry, Problems } from '../blocks';
import { fillStoryPage, toStoryPageData } from '../pages';
import { hideUnseen, type Seen } from './hide-unseen';
import { MADE_OF, type Told } from './made-of';
import type { Parts } from './parts';
import { type DraftStory, readStory } from './read-story';
import { sightOf } from './sight';
import { type ListedStory, storiesIn } from './stories-in';

interface Ports extends Parts {
  registry: BlockRegistry;
  problems: Problems;
  ability: Ability;
}

/** What the administrator may be told of the stories on a page in a language. */
async function seenStories({ strapi, newsroom, ability }: Ports, blocks: unknown, locale: string): Promise<Seen> {
  const ids = storiesIn(blocks).map(({ documentId }) => documentId);
  const sight = await sightOf(strapi, newsroom, ability, [...new Set(ids)]);
  const sees = ({ documentId, locale: own }: ListedStory, told: Told) => {
    const type = sight.typeOf(documentId);
    return type !== null && sight.sees({ type, documentId, locale: own ?? locale }, told);
  };
  return {
    isSeen: (story) => sees(story, 'title'),
    untold: (story) => (Object.keys(MADE_OF) as Told[]).filter((told) => !sees(story, told)),
  };
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
  const { strapi, newsroom, registry, problems, ability, now } = ports;
  const { card }: DraftStory = await readStory(ports, asked);
  const caller = {
    types: newsroom.config.types.story.map(({ uid }) => uid),
    may: (kind: keyof typeof newsroom.config.types) => {
      const type = newsroom.config.types[kind];
      return !!type && !Array.isArray(type) && mayManage(ability, type.uid);
    },
  };
  const { locale, site } = asked;
  const page = await fillStoryPage(
    { strapi, newsroom, registry, problems, caller, locale, site, draft: true, now: now() },
    card
  );
  const data = toStoryPageData(page, caller);
  return { ...data, blocks: hideUnseen(data.blocks, await seenStories(ports, data.blocks, locale)) };
}
