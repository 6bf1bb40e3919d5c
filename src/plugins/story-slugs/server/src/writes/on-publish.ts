import { noteMade } from '../following/note-made';
import type { SlugScope } from '../slug-store';
import { makeFreeSlug } from './choose-slug';
import type { Write } from './write';
import { actionLocales, byLocale } from './write-locale';

/** Gives the drafts that are about to be published a slug where they have none, so that readers have an address. */
export async function onPublish(write: Write): Promise<unknown> {
  const { type, store, context, drafts, next } = write;
  const { documentId } = context.params;
  if (typeof documentId !== 'string') return next();

  const lacking = drafts.filter((row) => !row.slug);
  if (lacking.length === 0) return next();

  const isPublished = await actionLocales(write);
  let shared = type.sharedSlug ? drafts.find((row) => row.slug)?.slug : undefined;
  for (const row of lacking.filter(({ locale }) => isPublished(locale)).sort(byLocale)) {
    const scope: SlugScope = { type, locale: row.locale, documentId };
    let slug = shared;
    if (slug === undefined) {
      slug = await makeFreeSlug(row.source || type.singularName, scope, store);
      await noteMade(write, documentId, row.locale, slug);
    }
    if (type.sharedSlug) shared = slug;
    await store.saveSlug(type, row.id, slug);
  }
  return next();
}
