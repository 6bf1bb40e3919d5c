import type { DeskLink, DeskStoryLink } from '../../../shared/src';
import type { Ability } from '../access/admin-reader';
import type { Told } from './made-of';
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
  return links.map((link): DeskLink => {
    if (!isStory(link)) return link;
    const sees = (told: Told) => sight.sees({ ...link, locale: link.locale ?? '' }, told);
    return {
      ...link,
      title: sees('title') ? link.title : null,
      // An address is read as the headline's link.
      url: sees('title') && sees('url') ? link.url : null,
      slug: sees('title') && sees('slug') ? link.slug : null,
      filedAt: sees('title') && sees('filedAt') ? link.filedAt : null,
      firstPublishedAt: sees('title') ? link.firstPublishedAt : null,
      kicker: sees('kicker') ? link.kicker : null,
      dateline: sees('dateline') ? link.dateline : null,
      reasons: sees('reasons') ? link.reasons : link.reasons.map(({ type }) => ({ type })),
    };
  });
}
