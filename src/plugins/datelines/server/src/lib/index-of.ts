import type { Core } from '@strapi/strapi';
import { appLocales } from '@wiredesk/strapi-kit/server';
import { type Desk, deskOf } from '../newsroom';
import { languageOf } from './language-of';
import { createNameIndex, type NameIndex } from './name-index';

/** Rows that the admin's relation fields offer: drafts where the type has them. */
const offered = (desk: Desk, uid: string, locale: string | null | undefined) => ({
  ...(desk.hasDrafts(uid) ? { publishedAt: null } : {}),
  ...(desk.isLocalized(uid) && locale ? { locale } : {}),
});

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

const lists = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value : []);

function build(strapi: Core.Strapi, kind: 'place' | 'author' | 'source', locale?: string | null): NameIndex | null {
  const desk = deskOf(strapi);
  if (kind === 'place') {
    const { place } = desk.types;
    if (!place) return null;
    const { city, aliases, names } = place.fields;
    return createNameIndex(strapi, {
      uid: place.uid,
      where: offered(desk, place.uid, locale),
      select: ['id', city, ...(aliases ? [aliases] : [])],
      populate: names ? { [names.field]: true } : undefined,
      namesOf: (row) => [
        ...texts(row[city]),
        ...(names ? lists(row[names.field]).flatMap((name) => texts(name[names.city])) : []),
        // Separated by commas where they are a text.
        ...(aliases ? texts(row[aliases]).flatMap((alias) => alias.split(/[,;\n]/)) : []),
      ],
    });
  }
  const type = desk.types[kind];
  if (!type) return null;
  const fields = 'code' in type.fields && type.fields.code ? [type.fields.code, type.fields.name] : [type.fields.name];
  return createNameIndex(strapi, {
    uid: type.uid,
    where: offered(desk, type.uid, locale),
    select: ['id', ...fields],
    namesOf: (row) => fields.flatMap((field) => texts(row[field])),
  });
}

const indexes = new WeakMap<Core.Strapi, Map<string, NameIndex | null>>();

/**
 * The names of the newsroom's places, authors or sources.
 *
 * An index is kept for as long as the application runs, so there is one a language of the application, not one for
 * whatever a caller calls a language.
 *
 * @param locale - Where the type has languages: that of the story. One that the application does not have is none.
 * @returns `null` where no such type is mapped.
 */
export async function indexOf(
  strapi: Core.Strapi,
  kind: 'place' | 'author' | 'source',
  locale?: string | null
): Promise<NameIndex | null> {
  const all = indexes.get(strapi) ?? new Map<string, NameIndex | null>();
  indexes.set(strapi, all);
  const uid = deskOf(strapi).types[kind]?.uid;
  const isLocalized = uid !== undefined && deskOf(strapi).isLocalized(uid);
  const language = isLocalized && locale ? languageOf(locale, await appLocales(strapi)) : '';
  const key = `${kind} ${language}`;
  const index = all.has(key) ? (all.get(key) ?? null) : build(strapi, kind, language);
  all.set(key, index);
  return index;
}
