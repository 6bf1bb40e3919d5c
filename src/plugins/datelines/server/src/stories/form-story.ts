import type { Core } from '@strapi/strapi';
import { notFound } from '@wiredesk/strapi-kit/server';
import type { CheckForm, PlaceEntry, RelationChange } from '../../../shared/src';
import type { Credit } from '../../../text/src';
import { type Row, textOf } from '../lib/entries';
import type { Readers } from '../lib/reader';
import { type Desk, deskOf, type StoryType } from '../newsroom';
import { placePopulate, toPlaceEntry } from '../places';
import { applyChange } from './apply-change';
import { houseStyle } from './house-style';
import { readEntries } from './read-entries';

/** A story as its form has it, saved or not. */
export interface FormStory {
  places: PlaceEntry[];
  source: string | null;
  credits: Credit[];
  style: string;
  /** When it was made; `null` before it is saved. */
  createdAt: string | null;
}

const isoOf = (value: unknown): string | null => {
  const date = value instanceof Date || typeof value === 'string' ? new Date(value) : null;
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
};

const idsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value ? [value] : []).flatMap((one: { documentId?: unknown }) =>
    typeof one.documentId === 'string' ? [one.documentId] : []
  );

/** Reads what a form links to, as far as the caller may read it. */
export async function readForm(
  strapi: Core.Strapi,
  story: StoryType,
  { documentId, locale, values }: CheckForm,
  readers: Readers
): Promise<FormStory> {
  const desk = deskOf(strapi);
  const { fields } = story;
  const saved = documentId ? await readSaved(strapi, desk, story, documentId, locale, readers) : null;
  const now = (field: string | undefined, change: RelationChange) =>
    applyChange(field && saved ? idsIn(saved[field]) : [], change);
  const entries = (uid: string, ids: string[], populate?: Record<string, unknown>) =>
    readEntries(strapi, desk, uid, ids, { reader: readers(uid), locale, populate });

  const { place, source, section } = desk.types;
  const places = place ? await entries(place.uid, now(fields.datelines, values.datelines), placePopulate(place)) : [];
  const sources = source ? await entries(source.uid, now(fields.source, values.source).slice(-1)) : [];
  const sections = section
    ? await entries(
        section.uid,
        now(fields.section, values.section).slice(-1),
        section.fields.site ? { [section.fields.site]: true } : {}
      )
    : [];

  return {
    places: place ? places.map((row) => toPlaceEntry(row, place)) : [],
    source: sources[0] && source ? textOf(sources[0], source.fields.code ?? source.fields.name) : null,
    credits: await readCredits(strapi, desk, story, saved, values.byline, readers, locale),
    style: await houseStyle(strapi, desk, sections[0], { readers, locale }),
    createdAt: isoOf(saved?.createdAt),
  };
}

async function readSaved(
  strapi: Core.Strapi,
  desk: Desk,
  { uid, fields }: StoryType,
  documentId: string,
  locale: string | null | undefined,
  readers: Readers
): Promise<Row | null> {
  const attributes = desk.model(uid).attributes;
  const populate: Record<string, unknown> = {};
  for (const field of [fields.datelines, fields.source, fields.section]) {
    if (field && attributes[field]?.type === 'relation') populate[field] = true;
  }
  if (fields.byline && attributes[fields.byline.field]?.type === 'component') {
    populate[fields.byline.field] = { populate: true };
  }
  const [row] = await readEntries(strapi, desk, uid, [documentId], { reader: readers(uid), locale, populate });
  // A language that is not written yet has nothing saved.
  if (!row && !desk.isLocalized(uid)) throw notFound('Unknown story');
  return row ?? null;
}

/** Credits with their authors' names; those of a text or a relation are not checked. */
async function readCredits(
  strapi: Core.Strapi,
  desk: Desk,
  { uid, fields }: StoryType,
  saved: Row | null,
  credits: CheckForm['values']['byline'],
  readers: Readers,
  locale?: string | null
): Promise<Credit[]> {
  const { byline } = fields;
  const { author } = desk.types;
  if (!byline || desk.model(uid).attributes[byline.field]?.type !== 'component') return [];
  const rows = (Array.isArray(saved?.[byline.field]) ? saved[byline.field] : []) as Record<string, unknown>[];
  const linked = credits.map(({ id, author: change }) => {
    const before = id == null ? undefined : rows.find((row) => String(row.id) === String(id));
    return applyChange(idsIn(before?.[byline.author]), change).at(-1);
  });
  const ids = linked.filter((id) => id !== undefined);
  const authors = author
    ? await readEntries(strapi, desk, author.uid, ids, { reader: readers(author.uid), locale })
    : [];
  return credits.map(({ name, location }, at) => {
    const entry = authors.find(({ documentId }) => documentId === linked[at]);
    return {
      name: (entry && textOf(entry, author?.fields.name)) ?? name ?? '',
      familyName: entry ? textOf(entry, author?.fields.familyName) : null,
      location: location ?? null,
    };
  });
}
