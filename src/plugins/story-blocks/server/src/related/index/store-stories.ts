import type { Core } from '@strapi/strapi';
import { isPostgres, type Sql, table, tableName } from '@wiredesk/strapi-kit/server';
import { type Card, type CardKey, keyColumns, storyId } from '../../cards';
import { TABLES, whereIn } from '../../db';
import type { Analysis } from '../analyse/analyse-story';
import { hashOf, mix } from '../analyse/hash';
import { type Model, type Profile, packCount } from '../model/model';
import { type IndexedStory, PART, profileBy } from '../rank/indexed-story';
import { packPhrases } from '../rank/phrase-words';
import { decodeFeatures, encodeFeatures, type Features } from './codec';

/** A story in the index, and which of its states it is: a later one has a higher version. */
export interface StoredStory {
  version: number;
  story: IndexedStory;
}

interface Refs {
  sectionId: string | null;
  topicIds: string[];
}

interface StoryRow {
  id: number;
  type: string;
  document_id: string;
  locale: string;
  sort_at: number | string;
  version: number;
  refs: string;
  features: Uint8Array;
  surfaces?: string;
}

const COLUMNS = ['id', 'type', 'document_id', 'locale', 'sort_at', 'version', 'refs', 'features'];
const CHUNK = 100;
/** Stands between a story's words as they are written. */
export const SEPARATOR = '\n';

/** What the headlines of a series have in common: their words, without numbers and dates. */
function headlineOf(title: string): number {
  const letters = title
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return letters ? hashOf(letters) : 0;
}

/** A story as the index takes it up. */
export function toIndexed(card: Card, { terms, phrases, sketch }: Analysis, model: Model): Omit<IndexedStory, 'id'> {
  const words = {
    hashes: Int32Array.from(terms, ({ hash }) => hash),
    counts: Uint8Array.from(terms, ({ count, isName, inHeadline }) => packCount(count, isName, inHeadline)),
  };
  const profile = model.profile(words);
  return {
    type: card.type,
    documentId: card.documentId,
    locale: card.locale,
    sortAt: card.sortAt,
    sectionId: card.sectionId,
    topicIds: card.topicIds,
    features: { words, phrases: packPhrases(phrases), sketch, headline: headlineOf(card.title), profile },
    profile,
    surfaces: [
      ...terms.map(({ surface }) => surface.replaceAll(SEPARATOR, ' ').slice(0, 100)),
      ...phrases.map(({ parts }) => parts.map((part) => part.replace(/[\n\t]/gu, ' ')).join(PART)),
    ],
  };
}

/**
 * The `ranked` of a story that was taken up while a ranking stood: as long as it stands, older stories are to get to know
 * of it. Links of all stories follow the next ranking anyway.
 */
export const takenUpIn = (ranking: number): number => -1 - ranking;
/** The `ranked` of a story whose own links are to be made again, and nobody else's. */
export const TO_RANK = -0x40000000;
/** The `model` of a story that is still to be brought into one. */
export const TO_BRING_IN = -1;
/** The `model` of a story that an older version of the plugin analysed: it is read anew before it is brought into one. */
export const TO_ANALYSE = -2;
/** The `ranked` of a story that is not live, once those that linked to it were told. */
export const GONE = 0x7fffffff;

/**
 * Writes stories into the index.
 *
 * @param model - Of their profiles; -1 where they are still to be brought into the model.
 * @param ranked - Of their links: see {@link takenUpIn}.
 * @returns Number and version of each.
 */
export async function putStories(
  strapi: Core.Strapi,
  sql: Sql,
  stories: readonly Omit<IndexedStory, 'id'>[],
  { model, ranked }: { model: number; ranked: number }
): Promise<{ id: number; version: number }[]> {
  const numbers = new Map<string, { id: number; version: number }>();
  const keyOf = (key: Pick<CardKey, 'type' | 'documentId' | 'locale'>) => `${key.locale} ${storyId(key)}`;
  for (let at = 0; at < stories.length; at += CHUNK) {
    const rows = stories.slice(at, at + CHUNK).map((story) => ({
      ...keyColumns(story),
      sort_at: story.sortAt,
      version: 1,
      model,
      ranked,
      refs: JSON.stringify({ sectionId: story.sectionId, topicIds: story.topicIds } satisfies Refs),
      features: encodeFeatures(model < 0 ? { ...story.features, profile: null } : story.features),
      surfaces: story.surfaces?.join(SEPARATOR) ?? '',
    }));
    const written: StoryRow[] = await table(strapi, sql, TABLES.index)
      .insert(rows)
      .onConflict(['type', 'document_id', 'locale'])
      .merge({
        ...Object.fromEntries(
          ['sort_at', 'model', 'ranked', 'refs', 'features', 'surfaces'].map((name) => [
            name,
            sql.raw(`excluded.${name}`),
          ])
        ),
        version: sql.raw(`${TABLES.index}.version + 1`),
      })
      .returning(['id', 'type', 'document_id', 'locale', 'version']);
    for (const row of written) {
      const key = { type: row.type, documentId: row.document_id, locale: row.locale };
      numbers.set(keyOf(key), { id: row.id, version: row.version });
    }
  }
  return stories.map((story) => numbers.get(keyOf(story)) as { id: number; version: number });
}

function toStored(row: StoryRow, model: Model): StoredStory {
  const features: Features = decodeFeatures(row.features);
  const { sectionId, topicIds } = JSON.parse(row.refs) as Refs;
  return {
    version: row.version,
    story: {
      id: row.id,
      type: row.type,
      documentId: row.document_id,
      locale: row.locale,
      sortAt: Number(row.sort_at),
      sectionId,
      topicIds,
      features,
      profile: profileBy(model, features),
      ...(row.surfaces === undefined ? {} : { surfaces: row.surfaces.split(SEPARATOR) }),
    },
  };
}

/** Stories by their numbers, as one model sees them; those that are not live are left out. */
export async function readStories(
  strapi: Core.Strapi,
  sql: Sql,
  ids: readonly number[],
  model: Model,
  { surfaces = false } = {}
): Promise<StoredStory[]> {
  if (ids.length === 0) return [];
  const rows: StoryRow[] = await whereIn(strapi, table(strapi, sql, TABLES.index), 'id', ids)
    .whereNotNull('features')
    .select(surfaces ? [...COLUMNS, 'surfaces'] : COLUMNS);
  return rows.map((row) => toStored(row, model));
}

/** Newest stories among which the nodes of one database choose theirs. */
const CHOICE = 8;
/** Where this node begins in the order of stories' numbers: another begins elsewhere, so that two seldom do the same. */
const SEED = Math.floor(Math.random() * 0x7fffffff);

/**
 * The newest stories of a language that still have another model, or links by another ranking: those that are furthest
 * behind, for which the index has their order.
 *
 * @returns Their numbers, and the model or ranking that they have, all the same one.
 */
export async function newestBehind(
  strapi: Core.Strapi,
  sql: Sql,
  { locale, column, below, limit }: { locale: string; column: 'model' | 'ranked'; below: number; limit: number }
): Promise<{ ids: number[]; value: number }> {
  const mayBeMany = isPostgres(strapi);
  const stories = () => table(strapi, sql, TABLES.index).where({ locale });
  const furthest = await stories().where(column, '<', below).orderBy(column).first(column);
  if (!furthest) return { ids: [], value: below };
  const value = Number(furthest[column]);
  const rows: { id: number }[] = await stories()
    .where(column, value)
    .orderBy('sort_at', 'desc')
    .limit(mayBeMany ? limit * CHOICE : limit)
    .select('id');
  const ids = rows.map(({ id }) => id);
  if (mayBeMany) ids.sort((a, b) => mix(a ^ SEED) - mix(b ^ SEED));
  return { ids: ids.slice(0, limit), value };
}

/** Brings stories into a model: writes the profiles that it makes of them. */
export async function writeProfiles(
  strapi: Core.Strapi,
  sql: Sql,
  stories: readonly { story: IndexedStory; version: number; profile: Profile }[]
): Promise<void> {
  const rows = stories.map(({ story, profile }) => ({
    id: story.id,
    model: profile.version,
    features: encodeFeatures({ ...story.features, profile }),
  }));
  if (isPostgres(strapi)) {
    await sql.raw(
      `update ?? as kept set model = given.model, features = given.features
       from unnest(?::int[], ?::int[], ?::int[], ?::bytea[]) as given(id, version, model, features)
       where kept.id = given.id and kept.version = given.version`,
      [
        tableName(strapi, TABLES.index),
        rows.map(({ id }) => id),
        stories.map(({ version }) => version),
        rows.map(({ model }) => model),
        rows.map(({ features }) => features),
      ]
    );
    return;
  }
  for (let at = 0; at < rows.length; at += CHUNK) {
    const part = rows.slice(at, at + CHUNK);
    await sql.raw(
      `update ?? as kept set model = given.column3, features = given.column4
       from (values ${part.map(() => '(?, ?, ?, ?)').join(', ')}) as given
       where kept.id = given.column1 and kept.version = given.column2`,
      [TABLES.index, ...part.flatMap(({ id, model, features }, i) => [id, stories[at + i].version, model, features])]
    );
  }
}
