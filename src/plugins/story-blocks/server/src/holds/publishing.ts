import type { Core } from '@strapi/strapi';
import { forbidden } from '@wiredesk/strapi-kit/server';
import { ERROR_CODES } from '../../../shared/src';
import { type Ability, visibleRows } from '../access/admin-reader';

/** The languages in which somebody may not publish a story; '' for a type without languages. */
export type Publishing = (type: string, documentId: string, locales: readonly string[]) => Promise<string[]>;

/** The action of the content API that publishes stories of a type: Strapi's `PUT` does. */
export const publishAction = (type: string): string => `${type}.update`;

/** What an administrator may publish in the content manager: of which languages, and of whose stories. */
export const adminPublishing =
  (strapi: Core.Strapi, ability: Ability): Publishing =>
  async (type, documentId, locales) => {
    if (locales.length === 0) return [];
    const rows = await visibleRows(strapi, ability, type, [documentId], { action: 'publish' });
    const publishable = new Set(rows.map(({ locale }) => locale ?? ''));
    return locales.filter((locale) => !publishable.has(locale));
  };

/** 403 that names the languages; an end of an embargo is told by it, too. */
export function mayNotPublish(documentId: string, locales: readonly string[]): Error {
  const languages = locales.filter((locale) => locale !== '');
  const where = languages.length > 0 ? ` in ${languages.join(', ')}` : '';
  return forbidden(
    `You may not publish story ${documentId}${where}, so your embargo cannot do it either. Set it without thenPublish, or for other languages.`,
    { code: ERROR_CODES.mayNotPublish, documentId, locales: languages }
  );
}
