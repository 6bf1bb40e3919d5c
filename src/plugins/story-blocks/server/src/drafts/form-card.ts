import { WITH_CREATOR } from '@wiredesk/strapi-kit/server';
import type { PreviewValues, RelationChange } from '../../../shared/src';
import { type Ability, readableFields } from '../access/admin-reader';
import { type CardKey, deriveCard, type FullCard, firstPublicationOf, readEntries } from '../cards';
import { changedRelation } from './changed-relation';
import { type MayLink, withNewLinks } from './new-links';
import type { Parts } from './parts';

type Row = Record<string, unknown>;

const idsIn = (value: unknown): string[] =>
  [value].flat().flatMap((one) => {
    const id = (one as Row | null | undefined)?.documentId;
    return typeof id === 'string' ? [id] : [];
  });

/** The saved draft of a story in its language, with the fields that an administrator may read; null where there is none. */
async function readDraft({ strapi, newsroom }: Parts, ability: Ability, key: CardKey): Promise<Row | null> {
  const { type, documentId, locale } = key;
  if (documentId === '') return null;
  const where = { documentId, ...(newsroom.isLocalized(type) ? { locale } : {}) };
  const [row] = await readEntries(strapi, newsroom, type, where, 'draft', WITH_CREATOR);
  return row ? readableFields(strapi, ability, type, row) : null;
}

/** @returns The card that a saved draft has, as far as an administrator may read the draft; null where there is none. */
export async function draftCard(parts: Parts, ability: Ability, key: CardKey): Promise<FullCard | null> {
  const row = await readDraft(parts, ability, key);
  const type = parts.newsroom.storyType(key.type);
  if (!row || !type) return null;
  return deriveCard(row, type, parts.newsroom, await firstPublicationOf(parts.strapi, parts.newsroom, type, row));
}

/**
 * The card that a story's form would have, saved or not.
 *
 * @param key - With an empty document id for a story that is new.
 * @param locale - Of the page: a type without languages has none of its own.
 * @returns Null for a type that is no story type.
 */
export async function formCard(
  parts: Parts,
  ability: Ability,
  key: CardKey,
  locale: string,
  values: PreviewValues
): Promise<FullCard | null> {
  const { strapi, newsroom, now } = parts;
  const type = newsroom.storyType(key.type);
  if (!type) return null;
  const { fields } = type;
  const saved = await readDraft(parts, ability, key);
  const { attributes } = newsroom.model(key.type);
  const related = (field: string | undefined, change: RelationChange, mayLink: MayLink): Row => {
    if (!field) return {};
    const before = idsIn(saved?.[field]);
    const target = attributes[field]?.target ?? '';
    const after = changedRelation(before, change).filter((id) => before.includes(id) || mayLink(target, id));
    return { [field]: after.map((documentId) => ({ documentId })) };
  };
  const relations = await withNewLinks({ strapi, newsroom, ability }, locale, (mayLink) => ({
    ...related(fields.section, values.section, mayLink),
    ...related(fields.topics, values.topics, mayLink),
  }));
  const given = (field: string | undefined, value: unknown): Row => (field ? { [field]: value } : {});
  const { externalLinks: mapped } = fields;
  const row: Row = {
    createdAt: now().toISOString(),
    ...saved,
    documentId: key.documentId,
    locale: key.locale,
    ...given(fields.title, values.title),
    ...given(fields.body, values.body ?? []),
    ...given(fields.filedAt, values.filedAt ?? null),
    ...relations,
    ...(mapped
      ? { [mapped.field]: values.externalLinks.map(({ title, url }) => ({ [mapped.title]: title, [mapped.url]: url })) }
      : {}),
  };
  return deriveCard(row, type, newsroom, await firstPublicationOf(strapi, newsroom, type, row));
}
