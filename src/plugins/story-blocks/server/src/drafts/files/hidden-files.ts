import type { Core } from '@strapi/strapi';
import type { Desk } from '../../config';
import { currentGeneration, type Sql, sqlNow, tableName } from '../../db';
import { schemasOf } from '../schemas';
import { liveRows } from './live-rows';

const FILE = 'plugin::upload.file';
/** How Strapi ends the name of a stored file, and so its address in whatever size. */
const HASH_END = /_([0-9a-f]{10})(?![0-9a-zA-Z])/g;
const CHUNK = 500;
/** The greatest number of a row. */
const MAX_ID = 2 ** 31 - 1;
/** Changed drafts whose texts are looked through; where there are more, no file is told of that nothing uses. */
const MAX_DRAFTS = 5_000;

/** The ends of the hashes of stored files that a text shows, in whatever size. */
function endsIn(text: unknown): Set<string> {
  const written = typeof text === 'string' ? text : JSON.stringify(text ?? '');
  return new Set([...written.matchAll(HASH_END)].map(([, end]) => end));
}

/** Ids of the files that a caller without the permission to preview is not told of. */
export interface HiddenFiles {
  ids(): Promise<ReadonlySet<number>>;
}

interface UsesTable {
  name: string;
  joinColumn: { name: string };
  morphColumn: { idColumn: { name: string }; typeColumn: { name: string } };
}

/**
 * Finds the files that only unpublished entries use: drafts of any type, and with them what is held. A file counts as
 * used by who has it in a media field, of its own or of a component. A file that no field has is nobody's secret, unless
 * a draft's text shows it and no published language of that story does.
 *
 * What was found is kept until something is published, a file is attached, or a story is written.
 */
export function createHiddenFiles(strapi: Core.Strapi, desk: Desk): HiddenFiles {
  const { joinTable } = strapi.db.metadata.get(FILE).attributes.related as unknown as { joinTable: UsesTable };
  const [uses, file] = [tableName(strapi, joinTable.name), joinTable.joinColumn.name];
  const [row, type] = [joinTable.morphColumn.idColumn.name, joinTable.morphColumn.typeColumn.name];
  const files = tableName(strapi, strapi.db.metadata.get(FILE).tableName);
  const storyTables = () =>
    desk.newsroom.types.story
      .filter(({ uid }) => desk.hasDrafts(uid))
      .map(({ uid, fields }) => ({
        name: tableName(strapi, strapi.db.metadata.get(uid).tableName),
        uid,
        body: fields.body,
      }));
  let kept: { state: string; ids: Promise<ReadonlySet<number>> } | null = null;

  /** Changes with whatever may hide a file or show it. */
  async function stateNow(sql: Sql): Promise<string> {
    const of = (name: string, column: string) => sql(name).max(`${column} as last`).count('* as count').first();
    const parts: unknown[] = [await currentGeneration(strapi), await of(uses, 'id'), await of(files, 'id')];
    for (const { name } of storyTables()) parts.push(await of(name, 'updated_at'));
    return JSON.stringify(parts);
  }

  async function usedByDraftsAlone(sql: Sql): Promise<number[]> {
    const { contentTypes, components } = schemasOf(strapi);
    const used = await sql(uses).distinct(type).pluck(type);
    const known = used.filter((uid) => contentTypes[uid] ?? components[uid]);
    const live = known.flatMap((uid) => {
      const rows = liveRows({ strapi, sql }, uid);
      return rows ? [sql(uses).where(type, uid).whereIn(row, rows).select(file)] : [];
    });
    const all = sql(uses).whereIn(type, known).whereNotNull(file).select(file);
    for (const one of live) all.except(one);
    return (await all).map((found) => Number(found[file]));
  }

  /** Files that are in no media field, by the end of their hash. */
  async function unattached(sql: Sql): Promise<Map<string, number[]>> {
    const rows: { id: number; hash: string }[] = await sql(`${files} as f`)
      .whereNotExists(
        sql(`${uses} as u`)
          .whereRaw('?? = ??', [`u.${file}`, 'f.id'])
          .select(sql.raw('1'))
      )
      .select('f.id', 'f.hash');
    const found = new Map<string, number[]>();
    for (const { id, hash } of rows) {
      const end = [...`${hash}`.matchAll(HASH_END)].at(-1)?.[1] ?? hash;
      found.set(end, [...(found.get(end) ?? []), Number(id)]);
    }
    return found;
  }

  /** Drafts that differ from what is published, the newest first. */
  const changedDrafts = (sql: Sql, name: string, body: string) =>
    sql(`${name} as d`)
      .whereNull('d.published_at')
      .whereNotExists(
        sql(`${name} as p`)
          .whereRaw('?? = ??', ['p.document_id', 'd.document_id'])
          .whereRaw("coalesce(p.locale, '') = coalesce(d.locale, '')")
          .whereNotNull('p.published_at')
          .whereRaw('?? >= ??', ['p.updated_at', 'd.updated_at'])
          .select(sql.raw('1'))
      )
      .orderBy('d.id', 'desc')
      .select('d.id', 'd.document_id as documentId', `d.${body} as body`);

  /** Of pictures in drafts' texts, by the end of their hash, those that no language of the same stories has published. */
  async function unpublished(sql: Sql, name: string, body: string, found: Map<string, string[]>): Promise<string[]> {
    const live = new Set<string>();
    const stories = [...new Set([...found.values()].flat())];
    for (let at = 0; at < stories.length; at += CHUNK) {
      const rows: { body: unknown }[] = await sql(name)
        .whereNotNull('published_at')
        .whereIn('document_id', stories.slice(at, at + CHUNK))
        .select(`${body} as body`);
      for (const row of rows) for (const end of endsIn(row.body)) live.add(end);
    }
    return [...found.keys()].filter((end) => !live.has(end));
  }

  async function shownByDraftsAlone(sql: Sql): Promise<number[]> {
    const candidates = await unattached(sql);
    if (candidates.size === 0) return [];
    const hidden: string[] = [];
    for (const { name, uid, body } of storyTables()) {
      if (!body) continue;
      const { columnName: column = body } = strapi.db.metadata.get(uid).attributes[body] as { columnName?: string };
      const found = new Map<string, string[]>();
      let before = MAX_ID;
      for (let read = 0; ; read += CHUNK) {
        if (read >= MAX_DRAFTS) return [...candidates.values()].flat();
        const rows: { id: number; documentId: string; body: unknown }[] = await changedDrafts(sql, name, column)
          .where('d.id', '<', before)
          .limit(CHUNK);
        for (const row of rows) {
          for (const end of endsIn(row.body)) {
            if (candidates.has(end)) found.set(end, [...(found.get(end) ?? []), row.documentId]);
          }
        }
        if (rows.length < CHUNK) break;
        before = Number(rows[rows.length - 1].id);
      }
      hidden.push(...(await unpublished(sql, name, column, found)));
    }
    return hidden.flatMap((end) => candidates.get(end) ?? []);
  }

  async function find(sql: Sql): Promise<ReadonlySet<number>> {
    return new Set([...(await usedByDraftsAlone(sql)), ...(await shownByDraftsAlone(sql))]);
  }

  return {
    async ids() {
      const sql = await sqlNow(strapi);
      if (strapi.db.inTransaction()) return find(sql);
      const state = await stateNow(sql);
      if (kept?.state !== state) {
        const ids = find(sql);
        kept = { state, ids };
        ids.catch(() => {
          kept = null;
        });
      }
      return kept.ids;
    },
  };
}
