import type { Core } from '@strapi/strapi';
import type { Holds } from '../holds';
import type { Newsroom } from '../newsroom';
import type { Troubles } from '../troubles';
import { mendNoted } from './mend';
import { syncChunk } from './sync-chunk';

/** Entries of a task that are tried again in one turn. */
const AT_ONCE = 20;

/**
 * Tries again what failed with single entries: stories and concepts that could not be derived, held stories that could not be
 * unpublished. What is done is forgotten; what fails again waits longer.
 *
 * @returns How many were tried.
 */
export async function retryTroubled(
  strapi: Core.Strapi,
  { newsroom, holds, troubles }: { newsroom: Newsroom; holds: Holds; troubles: Troubles }
): Promise<number> {
  const stories = await troubles.due('stories', AT_ONCE);
  for (const uid of new Set(stories.map(({ type }) => type))) {
    const ids = [...new Set(stories.flatMap(({ type, documentId }) => (type === uid ? documentId : [])))];
    const type = newsroom.storyType(uid);
    // A type that is not mapped any more has nothing that could be made true.
    if (type) await syncChunk(strapi, { newsroom, troubles }, type, ids, { whole: true });
    else await troubles.entriesSolved('stories', uid, ids);
  }
  const concepts = await troubles.due('concepts', AT_ONCE);
  for (const { type, documentId } of concepts) await mendNoted(strapi, { newsroom, troubles }, type, documentId);
  const held = await troubles.due('holds', AT_ONCE);
  for (const { type, documentId } of held) await holds.takeBack(type, documentId);
  return stories.length + concepts.length + held.length;
}
