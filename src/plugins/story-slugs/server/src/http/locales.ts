import type { Core } from '@strapi/strapi';
import { ERROR_CODES } from '../../../shared/src';
import { defaultLocale } from '../slug-store';
import { invalid } from './errors';

/**
 * The language that a caller asks for; the default one where it names none.
 *
 * @throws A 400 that lists the application's languages, where it is none of them.
 */
export async function resolveLocale(strapi: Core.Strapi, asked: string | undefined): Promise<string> {
  if (!asked || !strapi.plugins.i18n) return defaultLocale(strapi);
  const locales = (await strapi.plugin('i18n').service('locales').find()) as { code: string }[];
  const available = locales.map(({ code }) => code);
  if (available.includes(asked)) return asked;
  const message = `This application has no language "${asked}"; it has ${available.join(', ')}.`;
  throw invalid(message, ['locale'], { code: ERROR_CODES.unknownLocale, locale: asked, available });
}
