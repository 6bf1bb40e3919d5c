import { configError, type Kind, typesSchema } from '@wiredesk/newsroom';
import { z } from 'zod';
import type { StopWords } from './make-slug';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A kind, or a field, may be left out by a null. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value ?? undefined;
  const there = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(there.map(([key, one]) => [key, withoutNulls(one)]));
};

/** What this plugin reads of `config/newsroom`: nothing has to be mapped. */
const mappingSchema = z.preprocess(withoutNulls, typesSchema({}).prefault({}));

interface MappedType {
  uid: string;
  fields: { slug?: string; title?: string; name?: string };
}

/** The mapped types, in the order of the file. */
function mappedTypes(newsroom: unknown): MappedType[] {
  const parsed = mappingSchema.safeParse(isRecord(newsroom) ? newsroom.types : newsroom);
  if (!parsed.success) throw configError(parsed.error.issues[0], ['types']);
  const types = parsed.data;
  const kinds = Object.keys(isRecord(newsroom) && isRecord(newsroom.types) ? newsroom.types : {}) as Kind[];
  return kinds.flatMap((kind) => (types[kind] ?? []) as MappedType | MappedType[]);
}

/** The part of a Strapi content type that slugs depend on. */
export interface SlugSchema {
  info: { singularName: string };
  options?: { draftAndPublish?: boolean };
  pluginOptions?: Record<string, unknown>;
  attributes: Record<string, { type: string; maxLength?: number; pluginOptions?: Record<string, unknown> }>;
}

/** A content type that gets slugs. */
export interface SlugType {
  uid: string;
  /** Stands in where an entry that readers see has nothing to make a slug of (`article`, `article-2`). */
  singularName: string;
  slugField: string;
  /** The headline or name. */
  sourceField: string;
  /** Whether the type has a row for each language. */
  localized: boolean;
  /** Whether the slug is one for all languages; always so where the type is not localized. */
  sharedSlug: boolean;
  /** Whether the headline or name is one for all languages. */
  sharedSource: boolean;
  draftAndPublish: boolean;
  /** Longest slug that is made, in characters. */
  maxLength: number;
  /** Words that are left out of slugs that are made, by base language. */
  stopWords: StopWords;
}

/**
 * The language under which a slug is kept in the plugin's own tables: `''` where all languages share it, since a null
 * would let doubles into a key.
 */
export function keyLocale({ sharedSlug }: Pick<SlugType, 'sharedSlug'>, locale: string | null): string {
  return sharedSlug ? '' : (locale ?? '');
}

/**
 * The content types that get slugs: those for which the newsroom's configuration maps a `slug` field and a `title` or
 * `name` field that the schema has.
 *
 * @param newsroom - `config/newsroom.ts`, unchecked; nothing where the application has none.
 * @param schemas - Content types by uid.
 * @returns `types` by uid; one that is mapped twice counts once, as it was mapped first. `problems`: a sentence for each
 * mapping of a slug that doesn't fit.
 * @throws {NewsroomConfigError} naming the key, where `types` has another shape.
 */
export function readSlugTypes(
  newsroom: unknown,
  schemas: Readonly<Record<string, SlugSchema | undefined>>,
  settings: Pick<SlugType, 'maxLength' | 'stopWords'>
): { types: Map<string, SlugType>; problems: string[] } {
  const types = new Map<string, SlugType>();
  const problems: string[] = [];
  for (const { uid, fields } of mappedTypes(newsroom)) {
    const { slug } = fields;
    if (!slug || types.has(uid)) continue;
    const schema = schemas[uid];
    const source = [fields.title, fields.name].find((name) => name && schema?.attributes[name]);
    if (!schema) problems.push(`There is no content type "${uid}"`);
    else if (!schema.attributes[slug]) problems.push(`"${uid}" has no field "${slug}"`);
    else if (!source) problems.push(`"${uid}" has no mapped title or name that its slug could be made of`);
    else types.set(uid, describeType(uid, schema, slug, source, settings));
  }
  return { types, problems };
}

function describeType(
  uid: string,
  schema: SlugSchema,
  slug: string,
  source: string,
  { maxLength, stopWords }: Pick<SlugType, 'maxLength' | 'stopWords'>
): SlugType {
  const localized = isLocalized(schema.pluginOptions);
  // i18n keeps a slug of type uid per language without being told.
  const isShared = (name: string): boolean =>
    !localized || !(isLocalized(schema.attributes[name]?.pluginOptions) || schema.attributes[name]?.type === 'uid');
  return {
    uid,
    singularName: schema.info.singularName,
    slugField: slug,
    sourceField: source,
    localized,
    sharedSlug: isShared(slug),
    sharedSource: isShared(source),
    draftAndPublish: schema.options?.draftAndPublish === true,
    maxLength: Math.min(maxLength, schema.attributes[slug]?.maxLength ?? maxLength),
    stopWords,
  };
}

function isLocalized(pluginOptions: Record<string, unknown> | undefined): boolean {
  const i18n = pluginOptions?.i18n;
  return typeof i18n === 'object' && i18n !== null && 'localized' in i18n && i18n.localized === true;
}
