import type { Migration } from '@wiredesk/strapi-kit/server';
import { createBackgroundTables } from './background';
import { createEditorsTables } from './editors';
import { createReadersTables } from './readers';
import { createRelatedTables } from './related';

/** Makes all tables of version 12. New databases get them, and then every step of `../steps.ts`. */
export const createBaseline: Migration = async (schema, _rows, options) => {
  await createReadersTables(schema);
  await createEditorsTables(schema);
  await createRelatedTables(schema, options);
  await createBackgroundTables(schema);
};
