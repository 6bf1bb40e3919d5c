import { followHeadline } from '../following/follow-headline';
import { noteMade } from '../following/note-made';
import type { SlugRow, SlugScope } from '../slug-store';
import type { SlugType } from '../slug-types';
import { makeFreeSlug } from './choose-slug';
import { refuseUnfit } from './refuse-unfit';
import { isLive, isStored, readData, readGivenSlug, readSource, setSlug, type Write } from './write';
import { writeLocale } from './write-locale';

/**
 * Keeps the slug of an entry that has one; until it is first published, one that was made follows the headline. One is
 * made where the entry of this language has none yet (a new language too), or where the caller empties it.
 *
 * @throws A 400 where the slug that the caller chose is unsafe, or another document has or had it.
 */
export async function onUpdate(write: Write): Promise<unknown> {
  const { type, store, context, drafts, next } = write;
  const data = readData(context);
  const given = data && readGivenSlug(data, type.slugField);
  const { documentId } = context.params;
  if (!given || given.kind === 'invalid' || typeof documentId !== 'string') return next();

  const locale = await writeLocale(write);
  if (locale === undefined) return next();
  const scope = { type, locale, documentId };
  const stored = storedState(drafts, type, locale);
  const isKept = isStored(given, stored.slug);
  if (given.kind === 'chosen') setSlug(context, type.slugField, isKept ? stored.slug : given.slug);
  // No such document: Strapi answers 404.
  if (drafts.length === 0) return next();

  const source = readSource(data, type.sourceField) || stored.source;
  // The slug that it has already is no choice. Where an import gave it to two documents, or it is no safe path segment,
  // whoever corrects a word is not stopped by it.
  if (given.kind === 'chosen' && !isKept) {
    await refuseUnfit(given.slug, source, scope, store);
    const result = await next();
    await store.made.save(type, documentId, locale, null);
    return result;
  }
  const slug =
    given.kind === 'empty' || !stored.slug
      ? await makeWanted(source, scope, write)
      : await followHeadline(source, { ...stored, isOnly: drafts.length === 1 }, scope, store);
  if (slug === null) return next();
  setSlug(context, type.slugField, slug);
  const result = await next();
  await noteMade(write, documentId, locale, slug);
  return result;
}

async function makeWanted(source: string, scope: SlugScope, { type, store, context }: Write): Promise<string | null> {
  if (!source && !isLive(type, context.params)) return null;
  return makeFreeSlug(source || type.singularName, scope, store);
}

/** Slug and headline that an entry has in a language, of its own or shared by all of them. */
function storedState(rows: SlugRow[], type: SlugType, locale: string | null): { slug: string; source: string } {
  const own = rows.find((row) => row.locale === locale);
  return {
    slug: (type.sharedSlug ? rows.find((row) => row.slug) : own)?.slug ?? '',
    source: own?.source || (type.sharedSource && rows.find((row) => row.source)?.source) || '',
  };
}
