import type { Core } from '@strapi/strapi';
import { type Ability, mayReadOf, type VisibleRow, visibleRows } from '../access/admin-reader';
import type { CardKey } from '../cards';
import type { Newsroom } from '../newsroom';
import { MADE_OF, type Told } from './made-of';
import type { Sees } from './mask';

/** What an administrator may read of some stories in the content manager. */
export interface Sight {
  /** The type of a story that he may read in any language. */
  typeOf(documentId: string): string | null;
  /** Whether he may read all that something told of a story is made of. A type without languages takes any. */
  sees(story: CardKey, told: Told): boolean;
  /** What he may read of a story in a language; nothing of one that is no story. */
  of(documentId: string, locale: string): Sees;
}

/** @returns What the administrator may read of stories. Asks once a story type, however many stories there are. */
export async function sightOf(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  ability: Ability,
  documentIds: string[]
): Promise<Sight> {
  const types = new Map<string, string>();
  const visible = new Map<string, { row: VisibleRow; mayRead: ReturnType<typeof mayReadOf> }>();
  const keyOf = ({ type, documentId, locale }: Omit<CardKey, 'locale'> & { locale: string | null }) =>
    `${type} ${documentId} ${newsroom.keyLocale(type, locale)}`;
  for (const { uid } of documentIds.length > 0 ? newsroom.config.types.story : []) {
    const mayRead = mayReadOf(strapi, ability, uid);
    for (const row of await visibleRows(strapi, ability, uid, documentIds)) {
      types.set(row.documentId, uid);
      visible.set(keyOf({ type: uid, ...row }), { row, mayRead });
    }
  }
  const sees = (story: CardKey, told: Told): boolean => {
    const seen = visible.get(keyOf(story));
    const fields = newsroom.storyType(story.type)?.fields;
    if (!seen || !fields) return false;
    return MADE_OF[told].every((field) => {
      const name = fields[field];
      return name === undefined || seen.mayRead(seen.row, name);
    });
  };
  return {
    typeOf: (documentId) => types.get(documentId) ?? null,
    sees,
    of: (documentId, locale) => {
      const type = types.get(documentId);
      return (told) => type !== undefined && sees({ type, documentId, locale }, told);
    },
  };
}
