import type { Core } from '@strapi/strapi';
import { resolveLocale } from '@wiredesk/strapi-kit/server';

/**
 * The language that a caller asks for. An application without languages has one slug for all: there it does not matter.
 *
 * @throws A 400 that lists the application's languages, where it is none of them.
 */
export const askedLocale = (strapi: Core.Strapi, asked: string | undefined): Promise<string> =>
  resolveLocale(strapi, strapi.plugins.i18n ? asked : undefined);
