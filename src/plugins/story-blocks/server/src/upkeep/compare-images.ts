import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { deriveImage } from '../cards/derive-concept';
import type { Row } from '../cards/read-values';
import { type ConceptColumns, conceptFingerprint } from '../cards/store-concepts';
import { TABLES } from '../db';
import { FILE } from '../newsroom';
import { CHUNK, type Compared, type Difference } from './compared';

/** Holds the pictures that stories show against the media library, as `compare` does with entries. */
export async function* compareImages(strapi: Core.Strapi): AsyncGenerator<Compared> {
  for (let after = ''; ; ) {
    const kept: ConceptColumns[] = await table(strapi, await sqlNow(strapi), TABLES.concepts)
      .where({ kind: 'image' })
      .where('document_id', '>', after)
      .orderBy('document_id')
      .limit(CHUNK);
    if (kept.length === 0) return;
    const documentIds = kept.map((row) => row.document_id);
    after = documentIds[documentIds.length - 1];
    const files = (await strapi.db.query(FILE).findMany({ where: { documentId: { $in: documentIds } } })) as Row[];
    const images = new Map(files.map((file) => [String(file.documentId), deriveImage(file)]));
    const differences = kept.flatMap((row): Difference[] => {
      const image = images.get(row.document_id);
      if (image && conceptFingerprint(image) === conceptFingerprint(row)) return [];
      const problem = image ? 'outdated' : 'left over';
      return [{ uid: FILE, documentId: row.document_id, locale: '', problem }];
    });
    yield { uid: FILE, seen: 0, documentIds, differences };
  }
}
