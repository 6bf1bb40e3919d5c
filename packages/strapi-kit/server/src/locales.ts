import type { Core } from '@strapi/strapi';
import { unknownLocale } from './errors';

interface LocalesService {
  find(): Promise<{ code: string; name?: string | null }[]>;
  getDefaultLocale(): Promise<string>;
}

const service = (strapi: Core.Strapi): LocalesService | null =>
  strapi.plugins.i18n ? (strapi.plugin('i18n').service('locales') as LocalesService) : null;

/** The application's languages as it names them, the default one first; none where it has no i18n. */
export async function appLanguages(strapi: Core.Strapi): Promise<{ code: string; name: string }[]> {
  const locales = service(strapi);
  if (!locales) return [];
  const [fallback, all] = [await locales.getDefaultLocale(), await locales.find()];
  const languages = all.map(({ code, name }) => ({ code, name: name || code }));
  const first = languages.find(({ code }) => code === fallback) ?? { code: fallback, name: fallback };
  return [first, ...languages.filter(({ code }) => code !== fallback)];
}

/** Codes of the application's languages, the default one first; none where it has no i18n. */
export const appLocales = async (strapi: Core.Strapi): Promise<string[]> =>
  (await appLanguages(strapi)).map(({ code }) => code);

/** The language where a caller names none; '' where the application has no i18n. */
export async function defaultLocale(strapi: Core.Strapi): Promise<string> {
  return (await service(strapi)?.getDefaultLocale()) ?? '';
}

/**
 * The language that a caller asks for, of the application's, the default one first.
 *
 * @returns '' where the application has none.
 * @throws A 400 that lists them, where it is none of them.
 */
export function chooseLocale(locales: readonly string[], asked: string | undefined): string {
  if (asked === undefined || asked === '') return locales[0] ?? '';
  if (!locales.includes(asked)) throw unknownLocale(asked, [...locales]);
  return asked;
}

/**
 * The language that a caller asks for.
 *
 * @throws A 400 that lists the application's languages, where it is none of them.
 */
export async function resolveLocale(strapi: Core.Strapi, asked: string | undefined): Promise<string> {
  if (asked === undefined || asked === '') return defaultLocale(strapi);
  return chooseLocale(await appLocales(strapi), asked);
}
