import { noteMade } from '../following/note-made';
import type { SlugScope } from '../slug-store';
import { makeFreeSlug } from './choose-slug';
import { refuseUnfit } from './refuse-unfit';
import { isLive, readData, readGivenSlug, readSource, setSlug, type Write } from './write';
import { writeLocale } from './write-locale';

/**
 * Gives a new entry its slug, unless the caller chose one. A draft without a headline waits until it has one.
 *
 * @throws A 400 where the chosen one is unsafe, or another document's.
 */
export async function onCreate(write: Write): Promise<unknown> {
  const { type, store, context, next } = write;
  const data = readData(context);
  const given = data && readGivenSlug(data, type.slugField);
  if (!given || given.kind === 'invalid') return next();

  const locale = await writeLocale(write);
  if (locale === undefined) return next();
  // Given by code that adds a language to a document through `create`.
  const documentId = typeof data.documentId === 'string' ? data.documentId : undefined;
  const scope: SlugScope = { type, locale, documentId };

  const source = readSource(data, type.sourceField);
  if (given.kind === 'chosen') {
    await refuseUnfit(given.slug, source, scope, store);
    setSlug(context, type.slugField, given.slug);
    return next();
  }
  if (!source && !isLive(type, context.params)) return next();
  const slug = await makeFreeSlug(source || type.singularName, scope, store);
  setSlug(context, type.slugField, slug);
  const result = await next();
  await noteMade(write, (result as { documentId?: unknown } | null | undefined)?.documentId, locale, slug);
  return result;
}
