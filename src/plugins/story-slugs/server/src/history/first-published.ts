import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { TABLES } from '../db';

/** The instant at which the first of a document's slugs was noted, in milliseconds. */
export interface FirstPublished {
  documentId: string;
  /** `''` where all languages share the slug. */
  locale: string;
  at: number;
}

/** Documents of one statement; SQLite takes no more than 999 values in its older versions. */
const MOST_AT_ONCE = 900;

/** When the first slugs of documents of a type were noted as published, a language each. */
export async function readFirstPublished(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[]
): Promise<FirstPublished[]> {
  const found: FirstPublished[] = [];
  for (let first = 0; first < documentIds.length; first += MOST_AT_ONCE) {
    const rows: { document_id: string; locale: string; at: number | string }[] = await table(
      strapi,
      await sqlNow(strapi),
      TABLES.history
    )
      .where({ type: uid })
      .whereIn('document_id', documentIds.slice(first, first + MOST_AT_ONCE))
      .groupBy('document_id', 'locale')
      .select('document_id', 'locale')
      .min({ at: 'published_at' });
    found.push(...rows.map((row) => ({ documentId: row.document_id, locale: row.locale, at: Number(row.at) })));
  }
  return found;
}
