import type { Core } from '@strapi/strapi';
import { conflict, type Sql } from '@wiredesk/strapi-kit/server';
import { ERROR_CODES } from '../../../shared/src';
import { isActive, type KeptHold } from './hold';
import { findHold } from './store-holds';

const REASON = {
  embargo: 'is under embargo',
  withheld: 'is withheld',
  canceled: 'is killed',
};

/**
 * Refuses to publish a held story.
 *
 * @returns A hold of it that holds no longer, or null.
 * @throws A 409 with `code: STORY_HELD` and until when.
 */
export async function refuseHeld(
  strapi: Core.Strapi,
  sql: Sql,
  type: string,
  documentId: string,
  now: number
): Promise<KeptHold | null> {
  const hold = await findHold(strapi, sql, type, documentId);
  if (!hold || !isActive(hold, now)) return hold;
  const until = hold.until === null ? null : new Date(hold.until).toISOString();
  const how = until ? `until ${until}` : 'until its hold is lifted';
  throw conflict(
    `Story ${documentId} ${REASON[hold.state]} ${how} and cannot be published. Lift the hold first, or edit it with status=draft.`,
    { code: ERROR_CODES.storyHeld, documentId, state: hold.state, until }
  );
}
