import type { Core } from '@strapi/strapi';
import { appLocales, entries, forbidden, notFound } from '@wiredesk/strapi-kit/server';
import { ALL_LOCALES } from '../../../shared/src';
import type { Newsroom } from '../newsroom';
import { type Ability, mayManage, mayReadOf, type VisibleRow, visibleRows } from './admin-reader';

/** Which of some stories an administrator may read in the content manager, and in which languages. */
export interface StoryAccess {
  /** The type of a story, whoever may read it; undefined where there is none. */
  typeOf(documentId: string): string | undefined;
  isWritten(documentId: string, locale: string): boolean;
  /** Whether he may read it in one language at least. */
  readsSome(documentId: string): boolean;
  /** Whether he may read it in a language, or could if it were written there: of `*`, in all the application's. */
  reads(documentId: string, locale: string): boolean;
  /**
   * Whether he may name it among what is shown in a language: he reads it there, or in another one where it is not written
   * yet. Among what is shown in all (`*`, and '' of types without languages) he reads it wherever it is written.
   */
  mayName(documentId: string, locale: string): boolean;
}

interface Story {
  type: string;
  written: Set<string>;
  visible: Map<string, VisibleRow>;
  mayRead: ReturnType<typeof mayReadOf>;
}

/** @returns What he may read of stories. Asks twice a story type, however many stories there are. */
export async function storyAccess(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  ability: Ability,
  documentIds: readonly string[]
): Promise<StoryAccess> {
  const stories = new Map<string, Story>();
  for (const { uid } of documentIds.length > 0 ? newsroom.config.types.story : []) {
    const where = { documentId: { $in: [...new Set(documentIds)] } };
    const rows: { documentId: string; locale: string | null }[] = await entries(strapi, uid).findMany({
      select: ['documentId', 'locale'],
      where,
    });
    if (rows.length === 0) continue;
    const mayRead = mayReadOf(strapi, ability, uid);
    for (const { documentId, locale } of rows) {
      const story = stories.get(documentId) ?? { type: uid, written: new Set(), visible: new Map(), mayRead };
      stories.set(documentId, story);
      story.written.add(newsroom.keyLocale(uid, locale));
    }
    const ids = [...new Set(rows.map(({ documentId }) => documentId))];
    for (const row of await visibleRows(strapi, ability, uid, ids)) {
      stories.get(row.documentId)?.visible.set(newsroom.keyLocale(uid, row.locale), row);
    }
  }
  const languages = await appLocales(strapi);

  const readsIn = ({ written, visible, mayRead }: Story, locale: string): boolean =>
    written.has(locale)
      ? visible.has(locale)
      : [...visible.values()].some((row) => mayRead({ ...row, locale: locale || null }));

  return {
    typeOf: (documentId) => stories.get(documentId)?.type,
    isWritten: (documentId, locale) => stories.get(documentId)?.written.has(locale) ?? false,
    readsSome: (documentId) => (stories.get(documentId)?.visible.size ?? 0) > 0,
    reads(documentId, locale) {
      const story = stories.get(documentId);
      if (!story) return false;
      if (locale !== ALL_LOCALES) return readsIn(story, newsroom.keyLocale(story.type, locale));
      const asked = newsroom.isLocalized(story.type) ? [...new Set([...languages, ...story.written])] : [''];
      return asked.every((one) => readsIn(story, one));
    },
    mayName(documentId, locale) {
      const story = stories.get(documentId);
      if (!story || story.visible.size === 0) return false;
      if (locale === ALL_LOCALES || locale === '') return [...story.written].every((one) => story.visible.has(one));
      const own = newsroom.keyLocale(story.type, locale);
      return !story.written.has(own) || story.visible.has(own);
    },
  };
}

/**
 * The type of a story whose panel is opened, or whose pins are asked for.
 *
 * @throws A 404 for an unknown story, a 403 where the administrator may not read it in the language.
 */
export function readableType(access: StoryAccess, ability: Ability, documentId: string, locale: string): string {
  const type = access.typeOf(documentId);
  if (type === undefined) throw notFound('Unknown story');
  if (!mayManage(ability, type)) throw forbidden('You may not read stories of this type in the content manager.');
  if (!access.reads(documentId, locale)) throw forbidden('You may not read this story in the content manager.');
  return type;
}
