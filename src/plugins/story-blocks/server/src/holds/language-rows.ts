import type { Core } from '@strapi/strapi';
import { entries } from '@wiredesk/strapi-kit/server';

/** An entry of a story: a draft or what is published, in one language. */
export interface LanguageRow {
  locale: string | null;
  publishedAt: unknown;
}

/** The languages in which a story is written, and in which it is published. */
export const languageRows = (strapi: Core.Strapi, uid: string, documentId: string) =>
  entries(strapi, uid).findMany({ select: ['locale', 'publishedAt'], where: { documentId } }) as Promise<LanguageRow[]>;
