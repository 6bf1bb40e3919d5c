import type { DeskLink, DeskStoryLink } from '../../../../shared/src';
import { type Ability, mayManage, visibleRows } from '../../http/admin-reader';
import type { Parts } from './parts';

const isStory = (link: DeskLink): link is DeskStoryLink => link.kind === 'story';

/**
 * Links as an administrator may see them: of a story that the content manager would not show him, nothing but its place;
 * of a field that it would not, nothing either.
 */
export async function maskLinks({ strapi, desk }: Parts, ability: Ability, links: DeskLink[]): Promise<DeskLink[]> {
  const stories = links.filter(isStory);
  const visible = new Set<string>();
  const keyOf = (type: string, documentId: string, locale: string | null) =>
    `${type} ${documentId} ${desk.keyLocale(type, locale)}`;
  for (const type of new Set(stories.map((story) => story.type))) {
    if (!mayManage(ability, type)) continue;
    const ids = stories.filter((story) => story.type === type).map(({ documentId }) => documentId);
    const rows = await visibleRows(strapi, ability, type, ids);
    for (const row of rows) visible.add(keyOf(type, row.documentId, row.locale));
  }
  const maySee = (link: DeskStoryLink, field: string | undefined) =>
    visible.has(keyOf(link.type, link.documentId, link.locale)) &&
    (field === undefined || mayManage(ability, link.type, field));
  return links.map((link): DeskLink => {
    if (!isStory(link)) return link;
    const fields = desk.storyType(link.type)?.fields;
    const isNamed = maySee(link, fields?.title);
    return {
      ...link,
      title: isNamed ? link.title : null,
      url: isNamed ? link.url : null,
      kicker: maySee(link, fields?.section) ? link.kicker : null,
      dateline: maySee(link, fields?.datelines) ? link.dateline : null,
      // Words in common are words of its text.
      reasons: maySee(link, fields?.body) ? link.reasons : link.reasons.map(({ type }) => ({ type })),
    };
  });
}
