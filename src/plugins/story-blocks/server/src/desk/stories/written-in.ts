import type { Core } from '@strapi/strapi';
import { entries } from '@wiredesk/strapi-kit/server';
import { storyId } from '../../cards';
import type { StoryRef } from '../../curation/wish';
import type { Newsroom } from '../../newsroom';

/** @returns Whether a story is written in a language, published or not. Asks once a story type. */
export async function writtenIn(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  locale: string,
  stories: readonly StoryRef[]
): Promise<(story: StoryRef) => boolean> {
  const written = new Set<string>();
  for (const type of new Set(stories.map((story) => story.type))) {
    const ids = stories.filter((story) => story.type === type).map(({ documentId }) => documentId);
    const where = { documentId: { $in: ids }, ...(newsroom.isLocalized(type) ? { locale } : {}) };
    const rows: { documentId: string }[] = await entries(strapi, type).findMany({ select: ['documentId'], where });
    for (const { documentId } of rows) written.add(storyId({ type, documentId }));
  }
  return (story) => written.has(storyId(story));
}
