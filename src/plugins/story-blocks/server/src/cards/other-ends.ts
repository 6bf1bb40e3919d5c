import type { Core } from '@strapi/strapi';
import type { Sql } from '@wiredesk/strapi-kit/server';
import { entries } from '@wiredesk/strapi-kit/server';
import type { Change } from '../db';
import type { Attribute, Newsroom } from '../newsroom';
import { joinChanges } from './changes';
import { documentIds } from './read-values';
import { markStoriesStale } from './store-cards';
import { syncConcept, syncStory } from './sync';

type Inverse = [field: string, attribute: Attribute & { target: string }];

/**
 * Relations of a concept that are the other end of one that is mapped: connecting an entry there (a story from its
 * section, a section from its site) changes that entry, without an action of its own.
 */
export function inverseFields(newsroom: Newsroom, uid: string): Inverse[] {
  return Object.entries(newsroom.model(uid).attributes).filter((entry): entry is Inverse => {
    const { type, target, inversedBy, mappedBy } = entry[1];
    const otherEnd = inversedBy ?? mappedBy;
    return type === 'relation' && otherEnd !== undefined && newsroom.mappedFields(target ?? '').includes(otherEnd);
  });
}

/** More than these are left to the worker: a transaction that holds so many stories would keep their editors waiting. */
const MOST_AT_ONCE = 50;

/** What a document points at by the given fields, in all its rows, by field. */
export async function pointingEntries(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  fields: string[]
): Promise<Map<string, string[]>> {
  const rows = await entries(strapi, uid).findMany({
    where: { documentId },
    populate: Object.fromEntries(fields.map((field) => [field, { select: ['documentId'] }])),
  });
  return new Map(fields.map((field) => [field, [...new Set(rows.flatMap((row) => documentIds(row[field])))]]));
}

/** Makes entries agree with a relation that was changed from its other end. @returns What readers see otherwise now. */
export async function syncMoved(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  sql: Sql,
  uid: string,
  documentIds: string[]
): Promise<Change | null> {
  const role = newsroom.role(uid);
  if (!role) return null;
  if (role.kind === 'story' && documentIds.length > MOST_AT_ONCE) {
    await markStoriesStale(strapi, sql, uid, documentIds);
    return null;
  }
  const changes: (Change | null)[] = [];
  // Sorted everywhere alike, so that two such writes wait for each other instead of deadlocking.
  for (const id of [...documentIds].sort()) {
    changes.push(
      role.kind === 'story'
        ? (await syncStory(strapi, newsroom, sql, role.type, id)).change
        : await syncConcept(strapi, newsroom, sql, role.kind, uid, id)
    );
  }
  return joinChanges(changes);
}
