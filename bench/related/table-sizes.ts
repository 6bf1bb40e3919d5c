// How much of the disk the plugin's tables of related links take, with their indexes.
import type { Knex } from 'knex';
import { type MeasuredPlugin, TABLES } from './open-plugin';

const MIB = 2 ** 20;

/** Pages of a table and of its indexes. */
async function pagesOf(knex: Knex, name: string): Promise<number> {
  const [{ bytes }] = await knex.raw(
    `select sum(pgsize) as bytes from dbstat where aggregate = 1
     and name in (select name from sqlite_schema where tbl_name = ?)`,
    [name]
  );
  return Number(bytes);
}

/** Where SQLite was compiled without `dbstat`: what the values take, without the pages around them. */
async function valuesOf(knex: Knex, name: string): Promise<number> {
  const columns: { name: string }[] = await knex.raw(`select name from pragma_table_info(?)`, [name]);
  const sum = columns.map((column) => `coalesce(sum(octet_length("${column.name}")), 0)`).join(' + ');
  const [{ bytes }] = await knex.raw(`select ${sum} as bytes from ??`, [name]);
  return Number(bytes);
}

export interface TableSizes {
  /** How they were found. */
  by: string;
  MiB: Record<string, number>;
}

export async function tableSizes({ knex, isPostgres }: MeasuredPlugin): Promise<TableSizes> {
  let by = 'pg_total_relation_size';
  let sizeOf = async (name: string) => {
    const { rows } = await knex.raw('select pg_total_relation_size(?::regclass) as bytes', [name]);
    return Number(rows[0].bytes);
  };
  if (!isPostgres) {
    const [{ has }] = await knex.raw(`select count(*) as has from pragma_module_list where name = 'dbstat'`);
    by = has ? 'dbstat' : 'length of the values';
    sizeOf = (name) => (has ? pagesOf(knex, name) : valuesOf(knex, name));
  }
  const sizes: Record<string, number> = {};
  let total = 0;
  for (const [kind, name] of Object.entries(TABLES)) {
    const bytes = await sizeOf(name);
    total += bytes;
    sizes[kind] = Number((bytes / MIB).toFixed(1));
  }
  return { by, MiB: { ...sizes, all: Number((total / MIB).toFixed(1)) } };
}
