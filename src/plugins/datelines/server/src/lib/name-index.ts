import type { Core } from '@strapi/strapi';
import { entries } from '@wiredesk/strapi-kit/server';
import { foldName, spellings } from '../../../text/src/fold-name';

/** Rows read at a time, and the most that are kept: a newsroom has thousands of places, not more. */
const PAGE = 1_000;
const MAX_ROWS = 50_000;

export interface NameIndexOptions {
  uid: string;
  select: string[];
  populate?: Record<string, unknown>;
  where?: Record<string, unknown>;
  /** Every name under which a row is looked for. */
  namesOf(row: Record<string, unknown>): string[];
}

/** Finds rows of a content type by folded names. */
export interface NameIndex {
  /** Row ids, in the order in which the rows were made. */
  find(name: string): Promise<number[]>;
  /** Whether a row has a name, for those who ask of many at once and cannot wait for each. */
  lookUp(): Promise<(name: string) => boolean>;
}

/**
 * Makes an index of names, in memory.
 *
 * No database that Strapi runs on compares names without diacritics in the same way, so the names are read once. Each
 * look-up asks two questions of the table, how many rows it has and which was changed last: what another process wrote
 * is seen too.
 */
export function createNameIndex(strapi: Core.Strapi, options: NameIndexOptions): NameIndex {
  const { uid, select, populate, where = {}, namesOf } = options;
  const query = entries(strapi, uid);
  let kept: { version: string; names: Promise<Map<string, number[]>> } | null = null;

  let asked: Promise<string> | null = null;

  /** A line's places are looked up together: they share one question, which no write before it can escape. */
  function currentVersion(): Promise<string> {
    if (asked) return asked;
    const question = askVersion();
    const forget = () => {
      if (asked === question) asked = null;
    };
    setImmediate(forget);
    // SQLite answers, and takes a write, before the event loop has its next turn.
    question.then(forget, forget);
    asked = question;
    return question;
  }

  async function askVersion(): Promise<string> {
    const last = { select: ['id', 'updatedAt'], orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }], limit: 1 };
    const [count, [latest]] = await Promise.all([query.count({ where }), query.findMany({ where, ...last })]);
    return JSON.stringify([count, latest?.id, latest?.updatedAt]);
  }

  async function read(): Promise<Map<string, number[]>> {
    const names = new Map<string, number[]>();
    let rows: Record<string, unknown>[];
    let offset = 0;
    do {
      rows = await query.findMany({ where, select, populate, orderBy: { id: 'asc' }, limit: PAGE, offset });
      for (const row of rows) {
        for (const name of new Set(namesOf(row).flatMap(spellings).map(foldName))) {
          if (name) names.set(name, [...(names.get(name) ?? []), Number(row.id)]);
        }
      }
      offset += PAGE;
    } while (rows.length === PAGE && offset < MAX_ROWS);
    return names;
  }

  async function current(): Promise<Map<string, number[]>> {
    const version = await currentVersion();
    if (kept?.version !== version) {
      const names = read();
      kept = { version, names };
      // What failed is read again by the next who asks.
      names.catch(() => {
        kept = null;
      });
    }
    return kept.names;
  }

  return {
    find: async (name) => (await current()).get(foldName(name)) ?? [],
    async lookUp() {
      const names = await current();
      return (name) => names.has(foldName(name));
    },
  };
}
