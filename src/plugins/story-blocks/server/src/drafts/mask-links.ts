import type { DeskLink, DeskStoryLink } from '../../../shared/src';
import type { Ability } from '../access/admin-reader';
import { maskStory } from './mask';
import type { Parts } from './parts';
import { sightOf } from './sight';

const isStory = (link: DeskLink): link is DeskStoryLink => link.kind === 'story';

/**
 * @returns Links as an administrator may see them: of a story that the content manager would not show him, nothing but its
 *   place; of a field that it would not, nothing either.
 */
export async function maskLinks({ strapi, newsroom }: Parts, ability: Ability, links: DeskLink[]): Promise<DeskLink[]> {
  const ids = links.filter(isStory).map(({ documentId }) => documentId);
  const sight = await sightOf(strapi, newsroom, ability, [...new Set(ids)]);
  return links.map((link) =>
    isStory(link) ? maskStory(link, (told) => sight.sees({ ...link, locale: link.locale ?? '' }, told)) : link
  );
}
