import type { Core } from '@strapi/strapi';
import { entries, sqlNow, table } from '@wiredesk/strapi-kit/server';
import { ALL_LOCALES, type TargetState } from '../../../../shared/src';
import { type Ability, type VisibleRow, visibleRows } from '../../access/admin-reader';
import { storyId } from '../../cards';
import { TABLES } from '../../db';
import type { Newsroom } from '../../newsroom';
import type { StoryRef } from '../wish';

/** The story types of documents, published or not; those that do not exist are left out. */
export async function findTypes(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  documentIds: string[]
): Promise<Map<string, string>> {
  const types = new Map<string, string>();
  for (const { uid } of newsroom.config.types.story) {
    const asked = documentIds.filter((id) => !types.has(id));
    if (asked.length === 0) break;
    const query = { select: ['documentId'], where: { documentId: { $in: asked } } };
    const rows: { documentId: string }[] = await entries(strapi, uid).findMany(query);
    for (const { documentId } of rows) types.set(documentId, uid);
  }
  return types;
}

const idsOf = (stories: StoryRef[], type: string) =>
  stories.filter((story) => story.type === type).map(({ documentId }) => documentId);

/**
 * Tells whether stories are live: in the language of a will, or in any where the will is for all languages or its story
 * has none.
 */
export async function findStates(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  locale: string,
  stories: StoryRef[]
): Promise<(story: StoryRef) => Exclude<TargetState, 'expired'>> {
  const live = new Set<string>();
  const ids = stories.map(({ documentId }) => documentId);
  const written = await findTypes(strapi, newsroom, ids);
  for (const type of new Set(stories.map((story) => story.type))) {
    const cards = table(strapi, await sqlNow(strapi), TABLES.cards)
      .where({ type })
      .whereIn('document_id', idsOf(stories, type));
    if (locale !== ALL_LOCALES && locale !== '') cards.where({ locale: newsroom.keyLocale(type, locale) });
    const rows: { document_id: string }[] = await cards.select('document_id');
    for (const row of rows) live.add(storyId({ type, documentId: row.document_id }));
  }
  return (story) => {
    if (written.get(story.documentId) !== story.type) return 'dead';
    return live.has(storyId(story)) ? 'live' : 'waiting';
  };
}

/** The language that was asked for first, then the application's own. */
const preferred = (locales: string[]) => (a: VisibleRow, b: VisibleRow) => {
  const rank = ({ locale }: VisibleRow) => {
    const at = locales.indexOf(locale ?? '');
    return at < 0 ? locales.length : at;
  };
  return rank(a) - rank(b);
};

/** A headline and the language that it is in. */
export interface Title {
  title: string | null;
  locale: string | null;
}
const UNTOLD: Title = { title: null, locale: null };

/** Headlines of stories, as far as the content manager would show them to an administrator. */
export async function findTitles(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  ability: Ability | undefined,
  locales: string[],
  stories: StoryRef[]
): Promise<(story: StoryRef) => Title> {
  const titles = new Map<string, Title>();
  for (const type of new Set(stories.map((story) => story.type))) {
    const title = newsroom.storyType(type)?.fields.title;
    if (!ability || !title) continue;
    const asked = { fields: [title], telling: title };
    const rows = await visibleRows(strapi, ability, type, idsOf(stories, type), asked);
    for (const row of rows.sort(preferred(locales))) {
      const id = storyId({ type, documentId: row.documentId });
      const told = row[title];
      if (!titles.has(id) && typeof told === 'string') titles.set(id, { title: told, locale: row.locale });
    }
  }
  return (story) => titles.get(storyId(story)) ?? UNTOLD;
}
