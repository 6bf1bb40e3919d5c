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
    /** The version that a new database starts with. */
    version: number;
    /** Makes all tables of that version. A baseline that has been released is never changed. */
    create: Migration;
  };
  /** Databases from before the baseline, which are few. Nothing is added here. */
  older: {
    /** The last leads to the baseline, and so their number says which version is the oldest that is upgraded. */
    steps: readonly Migration[];
    /** The last commit that upgrades databases that are older still, named in messages. */
    upgradedBy: string;
  };
  /** The first leads from the baseline to the next version. A released step is never changed: add a new one at the end. */
  steps: readonly Migration[];
}

/** The version that a database has once all steps are done. */
export const versionsKnown = ({ baseline, steps }: Versions): number => baseline.version + steps.length;

/** The oldest version that is upgraded. Databases that are older are refused. */
export const oldestUpgraded = ({ baseline, older }: Versions): number => baseline.version - older.steps.length;

/**
 * What a database lacks. An older database gets the steps to the baseline instead of the baseline.
 *
 * @param from - The version that it has; 0 where the plugin has no tables yet.
 * @throws {Error} where the database is too old to be upgraded, or newer than the plugin.
 */
export function pendingMigrations(versions: Versions, from: number): readonly Migration[] {
  const { plugin, baseline, older, steps } = versions;
  const oldest = oldestUpgraded(versions);
  if (from === 0) return [baseline.create, ...steps];
  const has = `${plugin}: the database has version ${from} of the plugin's tables`;
  if (from > versionsKnown(versions)) {
    throw new Error(`${has}, this plugin knows ${versionsKnown(versions)}; install the newer plugin.`);
  }
  if (from < oldest) {
    throw new Error(
      `${has}, and this plugin upgrades version ${oldest} or later. Start the application once at commit ${older.upgradedBy} of Wiredesk, which upgrades the tables, then start this version again. None of the plugin's tables was changed.`
    );
  }
  return [...older.steps, ...steps].slice(from - oldest);
}
