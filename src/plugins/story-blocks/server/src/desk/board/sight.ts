import type { Core } from '@strapi/strapi';
import type { CardKey } from '../../cards';
import type { Desk, StoryType } from '../../config';
import { type Ability, mayManage, visibleRows } from '../../http/admin-reader';

type Field = keyof StoryType['fields'];

/** What of some stories an administrator may read in the content manager. */
export interface Sight {
  /** The type of a story that he may read in any language. */
  typeOf(documentId: string): string | null;
  /** Whether he may read a field of a story; all of these, where several are named. */
  sees(story: CardKey, ...fields: Field[]): boolean;
}

/** Asks once a story type. */
export async function sightOf(
  strapi: Core.Strapi,
  desk: Desk,
  ability: Ability,
  documentIds: string[]
): Promise<Sight> {
  const types = new Map<string, string>();
  const visible = new Set<string>();
  for (const { uid } of desk.newsroom.types.story) {
    if (documentIds.length === 0 || !mayManage(ability, uid)) continue;
    for (const { documentId, locale } of await visibleRows(strapi, ability, uid, documentIds)) {
      types.set(documentId, uid);
      visible.add(`${uid} ${documentId} ${locale ?? ''}`);
    }
  }
  const mayRead = (type: string, field: Field) => {
    const mapped = desk.storyType(type)?.fields[field];
    const name = typeof mapped === 'object' ? mapped.field : mapped;
    return name === undefined || mayManage(ability, type, name);
  };
  return {
    typeOf: (documentId) => types.get(documentId) ?? null,
    sees: ({ type, documentId, locale }, ...fields) =>
      visible.has(`${type} ${documentId} ${locale}`) && fields.every((field) => mayRead(type, field)),
  };
}
