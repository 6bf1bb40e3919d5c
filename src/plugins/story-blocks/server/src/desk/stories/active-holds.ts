import type { Core } from '@strapi/strapi';
import { sqlNow } from '@wiredesk/strapi-kit/server';
import type { StoryRef } from '../../curation/wish';
import { findHolds, isActive, type KeptHold } from '../../holds';

/** Holds that are in force, of stories of any type. */
export async function activeHolds(
  strapi: Core.Strapi,
  stories: readonly StoryRef[],
  now: number
): Promise<(story: StoryRef) => KeptHold | null> {
  const held: KeptHold[] = [];
  for (const type of new Set(stories.map((story) => story.type))) {
    const ids = stories.filter((story) => story.type === type).map(({ documentId }) => documentId);
    held.push(...(await findHolds(strapi, await sqlNow(strapi), type, ids)));
  }
  const active = held.filter((hold) => isActive(hold, now));
  return ({ type, documentId }) => active.find((hold) => hold.type === type && hold.documentId === documentId) ?? null;
}
