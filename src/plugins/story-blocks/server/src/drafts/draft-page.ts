import type { DeskPage } from '../../../shared/src';
import { type Ability, mayManage } from '../access/admin-reader';
import type { BlockRegistry, Problems } from '../blocks';
import { fillStoryPage, story } from '../pages';
import { hideUnseen } from './mask';
import type { Parts } from './parts';
import { type DraftStory, readStory } from './read-story';
import { sightOf } from './sight';
import { storiesIn } from './stories-in';

interface Ports extends Parts {
  registry: BlockRegistry;
  problems: Problems;
  ability: Ability;
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
  const page = await fillStoryPage({ strapi, newsroom, registry, problems, caller, locale, site, now: now() }, card);
  const data = story.toData(page, caller);
  const shown = new Set(storiesIn(data.blocks).map(({ documentId }) => documentId));
  const sight = await sightOf(strapi, newsroom, ability, [...shown]);
  return { ...data, blocks: hideUnseen(data.blocks, (story) => sight.of(story.documentId, story.locale ?? locale)) };
}
