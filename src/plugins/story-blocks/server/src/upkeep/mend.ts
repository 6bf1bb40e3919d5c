import type { Core } from '@strapi/strapi';
import { inTransaction } from '@wiredesk/strapi-kit/server';
import { syncConcept, syncImage } from '../cards';
import { advanceGeneration } from '../db';
import type { Newsroom } from '../newsroom';
import type { Troubles } from '../troubles';

/** Makes one concept or picture agree with what is there of it. @returns Whether it did not. */
async function mend(strapi: Core.Strapi, newsroom: Newsroom, uid: string, documentId: string): Promise<boolean> {
  const role = newsroom.role(uid);
  return inTransaction(strapi, async (sql) => {
    const change =
      role && role.kind !== 'story'
        ? await syncConcept(strapi, newsroom, sql, role.kind, uid, documentId)
        : await syncImage(strapi, sql, documentId);
    if (change) await advanceGeneration(strapi, sql, change);
    return change !== null;
  });
}

/** Does {@link mend}; one that fails keeps no other waiting, and is noted. */
export async function mendNoted(
  strapi: Core.Strapi,
  { newsroom, troubles }: { newsroom: Newsroom; troubles: Troubles },
  uid: string,
  documentId: string
): Promise<boolean> {
  try {
    const isMended = await mend(strapi, newsroom, uid, documentId);
    await troubles.entriesSolved('concepts', uid, [documentId]);
    return isMended;
  } catch (error) {
    await troubles.failed('concepts', error, { type: uid, documentId, locale: '' });
    return false;
  }
}
