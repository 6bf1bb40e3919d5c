import { randomUUID } from 'node:crypto';
import { noteMade } from '../following/note-made';
import type { SlugRow, SlugScope } from '../slug-store';
import type { SlugType } from '../slug-types';
import { makeFreeSlug } from './choose-slug';
import { refuseUnfit } from './refuse-unfit';
import { isStored, readData, readGivenSlug, readSource, setSlug, type Write } from './write';
import { actionLocales, byLocale } from './write-locale';

/**
 * Gives a copy slugs of its own, made of its headlines. The original's slug among the data is no choice: the admin's
 * form for a copy sends all that it shows.
 *
 * @throws A 400 where the slug that the caller chose is unsafe, or another document's.
 */
export async function onClone(write: Write): Promise<unknown> {
  const { type, store, context, next } = write;
  const data = readData(context);
  const given = data && readGivenSlug(data, type.slugField);
  const { documentId } = context.params;
  if (!given || given.kind === 'invalid' || typeof documentId !== 'string') return next();

  const isCopied = await actionLocales(write);
  const originals = (await store.findRows(type, documentId)).filter((row) => isCopied(row.locale)).sort(byLocale);
  if (originals.length === 0) return next();

  if (given.kind === 'chosen' && !originals.some((row) => isStored(given, row.slug))) {
    for (const { locale, source } of originals) {
      await refuseUnfit(given.slug, readSource(data, type.sourceField) || source, { type, locale }, store);
    }
    setSlug(context, type.slugField, given.slug);
    return next();
  }
  const slugs = await makeSlugs(originals, readSource(data, type.sourceField), write);
  const [first] = slugs.values();
  const isOne = new Set(slugs.values()).size === 1;
  // Strapi writes the same data into all languages of a copy. Where their slugs differ, all get a value that no language
  // has, and each its own right after.
  setSlug(context, type.slugField, isOne && first ? first : randomUUID().slice(0, type.maxLength));
  const result = await next();
  const copy = (result as { documentId?: unknown } | null | undefined)?.documentId;
  for (const [locale, slug] of slugs) await noteMade(write, copy, locale, slug);
  return isOne ? result : await saveSlugs(result, slugs, write);
}

/** Slugs by language. */
async function makeSlugs(
  originals: SlugRow[],
  newSource: string,
  { type, store }: Write
): Promise<Map<string | null, string>> {
  const slugs = new Map<string | null, string>();
  for (const { locale, source } of type.sharedSlug ? originals.slice(0, 1) : originals) {
    const scope: SlugScope = { type, locale };
    slugs.set(locale, await makeFreeSlug(newSource || source || type.singularName, scope, store));
  }
  return slugs;
}

/** Writes the slugs into a copy's rows, and into what the action answers. */
async function saveSlugs(
  result: unknown,
  slugs: ReadonlyMap<string | null, string>,
  { type, store }: Write
): Promise<unknown> {
  const copy = result as { documentId?: unknown; entries?: unknown } | null | undefined;
  if (typeof copy?.documentId !== 'string') return result;

  const byId = new Map<unknown, string>();
  for (const { id, locale } of await store.findRows(type, copy.documentId)) {
    const slug = slugs.get(locale);
    if (slug === undefined) continue;
    await store.saveSlug(type, id, slug);
    byId.set(id, slug);
  }
  const entries = Array.isArray(copy.entries) ? copy.entries : [];
  return { ...copy, entries: entries.map((entry) => withSlug(entry, byId, type)) };
}

function withSlug(entry: unknown, byId: ReadonlyMap<unknown, string>, { slugField }: SlugType): unknown {
  // A caller who asked for some fields only may not have asked for this one.
  const isShown = typeof entry === 'object' && entry !== null && 'id' in entry && slugField in entry;
  return isShown ? { ...entry, [slugField]: byId.get(entry.id) } : entry;
}
