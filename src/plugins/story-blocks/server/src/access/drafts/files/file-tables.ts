import type { Core } from '@strapi/strapi';
import { tableName } from '@wiredesk/strapi-kit/server';
import { FILE } from '../../../newsroom';

/** The greatest number that a row may have. */
export const GREATEST_ID = 2 ** 31 - 1;

interface UsesTable {
  name: string;
  joinColumn: { name: string };
  morphColumn: { idColumn: { name: string }; typeColumn: { name: string } };
}

/** Strapi's tables of uploaded files and of who has them in a field. */
export interface FileTables {
  files: string;
  uses: string;
  /** Columns of a use: the file; the row that has it, and the content type or component of that row. */
  file: string;
  row: string;
  type: string;
}

export function fileTables(strapi: Core.Strapi): FileTables {
  const { attributes, tableName: files } = strapi.db.metadata.get(FILE);
  const { joinTable } = attributes.related as unknown as { joinTable: UsesTable };
  return {
    files: tableName(strapi, files),
    uses: tableName(strapi, joinTable.name),
    file: joinTable.joinColumn.name,
    row: joinTable.morphColumn.idColumn.name,
    type: joinTable.morphColumn.typeColumn.name,
  };
}
