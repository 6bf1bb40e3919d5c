import type { Core } from '@strapi/strapi';
import { invalid, type Sql, table } from '@wiredesk/strapi-kit/server';
import { ERROR_CODES } from '../../../shared/src';
import { TABLES } from '../db';
import type { SectionData } from './concept';

/** Levels that a newsroom's sections never reach; bounds the walk. */
const MAX_LEVELS = 50;

/**
 * Refuses a section that would stand inside itself. Run after the write, in its transaction: what is checked is what
 * was written, however the relation was given.
 *
 * @throws A 400 that names the circle.
 */
export async function refuseCircle(
  strapi: Core.Strapi,
  sql: Sql,
  documentId: string,
  parentField: string
): Promise<void> {
  const rows: { locale: string }[] = await table(strapi, sql, TABLES.concepts)
    .where({ kind: 'section', document_id: documentId })
    .select('locale');
  for (const { locale } of rows) {
    const names: string[] = [];
    let id: string | null = documentId;
    for (let level = 0; id && level < MAX_LEVELS; level += 1) {
      const row: { name: string; data: string } | undefined = await table(strapi, sql, TABLES.concepts)
        .where({ kind: 'section', document_id: id, locale })
        .first('name', 'data');
      if (!row) break;
      names.push(row.name);
      id = (JSON.parse(row.data) as SectionData).parentId;
      if (id === documentId) {
        throw invalid(
          `A section cannot stand inside itself: ${[...names, names[0]].join(' → ')}.`,
          ['data', parentField],
          {
            code: ERROR_CODES.sectionCircle,
          }
        );
      }
    }
  }
}
