import type { Write } from './write';

/**
 * The language that `create` and `update` write.
 *
 * @returns `null` for types that have no languages, `undefined` for a value that Strapi is about to refuse.
 */
export async function writeLocale({ type, store, context }: Write): Promise<string | null | undefined> {
  if (!type.localized) return null;
  const { locale } = context.params;
  if (!locale) return store.defaultLocale();
  return typeof locale === 'string' && locale !== '*' && !locale.includes('\0') ? locale : undefined;
}

/**
 * The languages that `publish` and `clone` act on.
 *
 * @returns A test for a row's language; all pass where the type has no languages or the caller says `*`.
 */
export async function actionLocales({ type, store, context }: Write): Promise<(locale: string | null) => boolean> {
  const { locale } = context.params;
  if (!type.localized || locale === '*') return () => true;
  if (Array.isArray(locale)) return (rowLocale) => locale.includes(rowLocale);
  const wanted = locale || (await store.defaultLocale());
  return (rowLocale) => rowLocale === wanted;
}

/** Sorts rows by language: in one order everywhere, so that two transactions can't wait for each other's locks. */
export function byLocale(a: { locale: string | null }, b: { locale: string | null }): number {
  return (a.locale ?? '') < (b.locale ?? '') ? -1 : 1;
}
