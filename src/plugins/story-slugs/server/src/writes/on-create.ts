import { noteMade } from '../following/note-made';
import type { SlugScope } from '../slug-store';
import { makeFreeSlug, suggestInstead } from './choose-slug';
import { SlugTakenError } from './slug-taken-error';
import { isLive, readData, readGivenSlug, readSource, setSlug, type Write } from './write';
import { writeLocale } from './write-locale';

/**
 * Gives a new entry its slug, unless the caller chose one. A draft without a headline waits until it has one.
 *
 * @throws {SlugTakenError} where another document has the chosen one.
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

  if (given.kind === 'chosen') {
    const suggestion = await suggestInstead(given.slug, scope, store);
    if (suggestion !== null) throw new SlugTakenError(given.slug, suggestion, type.slugField);
    setSlug(context, type.slugField, given.slug);
    return next();
  }
  const source = readSource(data, type.sourceField);
  if (!source && !isLive(type, context.params)) return next();
  const slug = await makeFreeSlug(source || type.singularName, scope, store);
  setSlug(context, type.slugField, slug);
  const result = await next();
  await noteMade(write, (result as { documentId?: unknown } | null | undefined)?.documentId, locale, slug);
  return result;
}
