import type { SlugRow, SlugScope } from '../slug-store';
import type { SlugType } from '../slug-types';
import { makeFreeSlug, suggestInstead } from './choose-slug';
import { SlugTakenError } from './slug-taken-error';
import { isLive, readData, readGivenSlug, readSource, setSlug, type Write } from './write';
import { writeLocale } from './write-locale';

/**
 * Keeps the slug of an entry that has one, whatever becomes of its headline: addresses last. One is made where the
 * entry of this language has none yet (a new language too), or where the caller empties it.
 *
 * @throws {SlugTakenError} where another document has the slug that the caller chose.
 */
export async function onUpdate(write: Write): Promise<unknown> {
  const { type, store, context, next } = write;
  const data = readData(context);
  const given = data && readGivenSlug(data, type.slugField);
  const { documentId } = context.params;
  if (!given || given.kind === 'invalid' || typeof documentId !== 'string') return next();

  const locale = await writeLocale(write);
  if (locale === undefined) return next();
  const scope = { type, locale, documentId };

  if (given.kind === 'chosen') {
    await checkChosen(given.slug, scope, write);
    setSlug(context, type.slugField, given.slug);
    return next();
  }
  const rows = await store.findRows(type, documentId);
  const stored = storedState(rows, type, locale);
  if (rows.length === 0 || (given.kind === 'absent' && stored.slug)) return next();

  const source = readSource(data, type.sourceField) || stored.source;
  if (source || isLive(type, context.params)) {
    setSlug(context, type.slugField, await makeFreeSlug(source || type.singularName, scope, store));
  }
  return next();
}

async function checkChosen(slug: string, scope: SlugScope & { documentId: string }, { store }: Write): Promise<void> {
  const rows = await store.findRows(scope.type, scope.documentId);
  // No such document: Strapi answers 404. The slug it had before, as the admin sends it with every save: nothing to
  // look for, nor to lock; and where an import gave it to two documents, whoever corrects a word is not stopped by it.
  if (rows.length === 0 || storedState(rows, scope.type, scope.locale).slug === slug) return;
  const suggestion = await suggestInstead(slug, scope, store);
  if (suggestion !== null) throw new SlugTakenError(slug, suggestion);
}

/** Slug and headline that an entry has in a language, of its own or shared by all of them. */
function storedState(rows: SlugRow[], type: SlugType, locale: string | null): { slug: string; source: string } {
  const own = rows.find((row) => row.locale === locale);
  return {
    slug: (type.sharedSlug ? rows.find((row) => row.slug) : own)?.slug ?? '',
    source: own?.source || (type.sharedSource && rows.find((row) => row.source)?.source) || '',
  };
}
