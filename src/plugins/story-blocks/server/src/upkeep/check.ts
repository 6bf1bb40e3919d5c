import type { Core } from '@strapi/strapi';
import type { Desk } from '../config';
import { compareAll } from './compare';
import type { Difference } from './compared';

/** Holds every card and concept against its live entry, and changes nothing. @returns What differs; nothing when all is well. */
export async function check(strapi: Core.Strapi, desk: Desk): Promise<{ published: number; drift: Difference[] }> {
  const drift: Difference[] = [];
  let published = 0;
  for await (const { uid, seen, differences } of compareAll(strapi, desk)) {
    if (desk.storyType(uid)) published += seen;
    drift.push(...differences);
  }
  return { published, drift };
}
