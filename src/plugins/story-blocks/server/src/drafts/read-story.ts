import type { Core } from '@strapi/strapi';
import { forbidden, invalid, notFound, WITH_CREATOR } from '@wiredesk/strapi-kit/server';
import { type Ability, mayManage, mayReadOf, readableFields, visibleRows } from '../access/admin-reader';
import { deriveCard, type FullCard, firstPublicationOf, readEntries } from '../cards';
import type { Newsroom, Schemas, StoryType } from '../newsroom';
import { applyForm, type SavedRow } from './apply-form';
import { withNewLinks } from './new-links';

/** A story as an editor has it before him. */
export interface DraftStory {
  type: StoryType;
  card: FullCard;
  /** Whether this language of it was saved. */
  isSaved: boolean;
  /** Whether the administrator may read a field of it; of one that is not saved, of some story. */
  mayRead(field: string): boolean;
}

interface Saved {
  row: SavedRow;
  mayRead: DraftStory['mayRead'];
}

interface Asked {
  uid: string;
  /** None before it is saved. */
  documentId: string | null;
  locale: string;
  values?: Record<string, unknown>;
}

interface Ports {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  ability: Ability;
  now(): Date;
}

/** The saved draft in one language, with the fields that the administrator may read; null where it is not written yet. */
async function readSaved(
  { strapi, newsroom, ability }: Ports,
  { uid, documentId, locale }: Asked
): Promise<Saved | null> {
  if (!documentId) return null;
  const visible = await visibleRows(strapi, ability, uid, [documentId]);
  const where = { documentId, ...(newsroom.isLocalized(uid) ? { locale } : {}) };
  const [row] = await readEntries(strapi, newsroom, uid, where, 'draft', WITH_CREATOR);
  const seen = visible.find((one) => !newsroom.isLocalized(uid) || one.locale === locale);
  // A language that is not written yet may be begun by who sees another one.
  if (row ? !seen : visible.length === 0) throw notFound('Unknown story');
  if (!row || !seen) return null;
  const mayRead = mayReadOf(strapi, ability, uid);
  return { row: await readableFields(strapi, ability, uid, row), mayRead: (field) => mayRead(seen, field) };
}

/**
 * Reads a story's draft, changed as its form says.
 *
 * @throws A 400 for a type that is no story type or a value that does not fit, a 404 for a story that is unknown or not
 *   to be read, a 403 for a new one where the administrator may read no stories.
 */
export async function readStory(ports: Ports, asked: Asked): Promise<DraftStory> {
  const { strapi, newsroom, ability, now } = ports;
  const type = newsroom.storyType(asked.uid);
  if (!type) throw invalid(`type: "${asked.uid}" is no story type`, ['type']);
  if (!mayManage(ability, type.uid)) {
    throw asked.documentId ? notFound('Unknown story') : forbidden('Your role may not read stories.');
  }
  const saved = await readSaved(ports, asked);
  const before: SavedRow = saved?.row ?? { documentId: asked.documentId ?? '', locale: asked.locale, createdAt: now() };
  const { attributes } = newsroom.model(type.uid);
  const components = strapi.components as unknown as Schemas['components'];
  const { values } = asked;
  const row = values
    ? await withNewLinks(ports, asked.locale, (mayLink) =>
        applyForm(before, values, { attributes, components, mayLink })
      )
    : before;
  const mayRead = saved?.mayRead ?? ((field: string) => mayManage(ability, type.uid, field));
  const firstPublishedAt = await firstPublicationOf(strapi, newsroom, type, row);
  return { type, card: deriveCard(row, type, newsroom, firstPublishedAt), isSaved: saved !== null, mayRead };
}
