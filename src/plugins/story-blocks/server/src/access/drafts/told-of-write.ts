import type { Core } from '@strapi/strapi';
import { holdsActions } from '@wiredesk/strapi-kit/server';
import type { FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import type { Newsroom } from '../../newsroom';
import { type Auth, mayPreview } from '../caller';

/** What whoever wrote an entry is told of it, whatever it may read. */
const TOLD = new Set(['id', 'documentId', 'locale', 'createdAt', 'updatedAt', 'publishedAt', '__typename']);

/**
 * Whether a caller may read what its write leaves: a draft with the permission to preview, an entry of a mapped type with
 * that to find it.
 */
export async function mayReadWritten(
  { strapi, newsroom, auth }: { strapi: Core.Strapi; newsroom: Newsroom; auth: Auth },
  uid: string,
  isPublished: boolean
): Promise<boolean> {
  if (newsroom.hasDrafts(uid) && !isPublished && !(await mayPreview(strapi, auth))) return false;
  if (!newsroom.role(uid)) return true;
  return (await holdsActions(strapi, auth, [`${uid}.findOne`])) || (await holdsActions(strapi, auth, [`${uid}.find`]));
}

/**
 * What a write tells a caller that may not read what is stored now: which entry it is, and when it was written. Strapi
 * answers with the whole entry, also where the caller changed nothing in it.
 */
export const toldOfWrite = (entry: object): object =>
  Object.fromEntries(Object.entries(entry).filter(([key]) => TOLD.has(key)));

/** @returns The first field beyond those that a mutation asks of the entry that it writes, or null. */
export function asksBeyond({ fieldNodes, fragments }: GraphQLResolveInfo): string | null {
  return fieldNodes.map((node) => beyond(node.selectionSet, fragments)).find((name) => name !== null) ?? null;
}

function beyond(
  set: SelectionSetNode | undefined,
  fragments: Record<string, FragmentDefinitionNode>,
  passed: ReadonlySet<string> = new Set()
): string | null {
  for (const node of set?.selections ?? []) {
    if (node.kind === 'Field') {
      if (!TOLD.has(node.name.value)) return node.name.value;
      continue;
    }
    if (node.kind === 'FragmentSpread' && passed.has(node.name.value)) continue;
    const found =
      node.kind === 'FragmentSpread'
        ? beyond(fragments[node.name.value]?.selectionSet, fragments, new Set([...passed, node.name.value]))
        : beyond(node.selectionSet, fragments, passed);
    if (found) return found;
  }
  return null;
}
