import type { Knex } from 'knex';

/** Gives a new builder each time: one that was awaited would run its statements again. */
export type SchemaNow = () => Knex.SchemaBuilder;

/** Takes a plugin's tables from one version to the next. */
export type Migration = (
  schema: SchemaNow,
  rows: (name: string) => Knex.QueryBuilder,
  /** `name` gives a table's name for a statement in words. */
  options: { isPostgres: boolean; name(table: string): string }
) => Promise<void>;

/** The versions that a plugin's tables have had. */
export interface Versions {
  /** Named in messages. */
  plugin: string;
  baseline: {
    /** The version that a new database starts with. Older ones are refused. */
    version: number;
    /** Makes all tables of that version. A baseline that has been released is never changed. */
    create: Migration;
    /** The last commit that upgrades older databases to this version, named in messages. */
    upgradedBy: string;
  };
  /** The first leads from the baseline to the next version. A released step is never changed: add a new one at the end. */
  steps: readonly Migration[];
}

/** The version that a database has once all steps are done. */
export const versionsKnown = ({ baseline, steps }: Versions): number => baseline.version + steps.length;

/**
 * What a database lacks.
 *
 * @param from - The version that it has; 0 where the plugin has no tables yet.
 * @throws {Error} where the database is older than the baseline, or newer than the plugin.
 */
export function pendingMigrations(versions: Versions, from: number): readonly Migration[] {
  const { plugin, baseline, steps } = versions;
  if (from === 0) return [baseline.create, ...steps];
  const has = `${plugin}: the database has version ${from} of the plugin's tables`;
  if (from > versionsKnown(versions)) {
    throw new Error(`${has}, this plugin knows ${versionsKnown(versions)}; install the newer plugin.`);
  }
  if (from < baseline.version) {
    throw new Error(
      `${has}, and this plugin upgrades version ${baseline.version} or later. Start the application once at commit ${baseline.upgradedBy} of Wiredesk, which upgrades the tables, then start this version again. None of the plugin's tables was changed.`
    );
  }
  return steps.slice(from - baseline.version);
}
