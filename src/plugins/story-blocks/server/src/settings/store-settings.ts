import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';
import { type SavedSettings, savedSettingsSchema } from '../../../shared/src';
import { TABLES } from '../db';

/** What administrators saved, as it is kept. */
export interface KeptSettings {
  /** Counts up with each save; 0 before the first. */
  version: number;
  saved: SavedSettings;
  savedAt: number | null;
  savedBy: string | null;
  /** What is kept and cannot be read, as after a step back to an older plugin. */
  problem: string | null;
}

/** There is one row. */
const NAME = 'settings';
const rows = (strapi: Core.Strapi, sql: Sql) => table(strapi, sql, TABLES.settings).where({ name: NAME });

interface Row {
  version: number | string;
  data: string;
  saved_at: number | string | null;
  saved_by: string | null;
}

export async function readSettings(strapi: Core.Strapi, sql: Sql): Promise<KeptSettings> {
  const row: Row | undefined = await rows(strapi, sql).first();
  if (!row) return { version: 0, saved: {}, savedAt: null, savedBy: null, problem: null };
  const parsed = savedSettingsSchema.safeParse(JSON.parse(row.data));
  return {
    version: Number(row.version),
    saved: parsed.success ? parsed.data : {},
    savedAt: row.saved_at === null ? null : Number(row.saved_at),
    savedBy: row.saved_by,
    problem: parsed.success ? null : parsed.error.issues.map((issue) => issue.path.join('.')).join(', '),
  };
}

/** Saves settings. @returns False where they have another version than the one expected: then nothing was written. */
export async function writeSettings(
  strapi: Core.Strapi,
  sql: Sql,
  expected: number,
  { saved, savedAt, savedBy }: { saved: SavedSettings; savedAt: number; savedBy: string | null }
): Promise<boolean> {
  await table(strapi, sql, TABLES.settings).insert({ name: NAME, version: 0, data: '{}' }).onConflict('name').ignore();
  const written: number = await rows(strapi, sql)
    .where({ version: expected })
    .update({ version: expected + 1, data: JSON.stringify(saved), saved_at: savedAt, saved_by: savedBy });
  return written > 0;
}
