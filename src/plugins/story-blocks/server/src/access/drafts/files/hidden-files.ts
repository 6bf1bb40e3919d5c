import type { Core } from '@strapi/strapi';
import { afterCommit, type Sql, sqlNow } from '@wiredesk/strapi-kit/server';
import { currentGeneration, onEveryWrite } from '../../../db';
import { FILE, type Newsroom } from '../../../newsroom';
import { type Auth, mayPreview } from '../../caller';
import { schemasOf } from '../schemas';
import { type FileTables, fileTables } from './file-tables';
import { inDraftTextsAlone, storyTexts, type Texts } from './in-texts';
import { liveRows } from './live-rows';

/** How often drafts are asked for that another process wrote: their dates have no index. */
const OTHERS_EVERY_MS = 10_000;

/** Ids of the files that a caller without the permission to preview is not told of. */
interface HiddenFiles {
  ids(): Promise<ReadonlySet<number>>;
}

/** Files in media fields of drafts alone, of the rows' own or of components. */
async function usedByDraftsAlone(strapi: Core.Strapi, sql: Sql, tables: FileTables): Promise<number[]> {
  const { uses, file, row, type } = tables;
  const { contentTypes, components } = schemasOf(strapi);
  const used = await sql(uses).distinct(type).pluck(type);
  const known = used.filter((uid) => contentTypes[uid] ?? components[uid]);
  const all = sql(uses).whereIn(type, known).whereNotNull(file).select(file);
  for (const uid of known) {
    const rows = liveRows({ strapi, sql }, uid);
    if (rows) all.except(sql(uses).where(type, uid).whereIn(row, rows).select(file));
  }
  return (await all).map((found) => Number(found[file]));
}

/** @returns A number that grows with each write of a file or a story by this process, and once more when it is committed. */
function countWrites(strapi: Core.Strapi, newsroom: Newsroom): () => number {
  let count = 0;
  const add = async () => {
    count += 1;
    await afterCommit(strapi, () => {
      count += 1;
    });
  };
  onEveryWrite(strapi, [FILE, ...newsroom.config.types.story.map(({ uid }) => uid)], add);
  return () => count;
}

/**
 * Finds the files that only unpublished entries use: drafts of any type, and with them what is held.
 *
 * What was found is kept until something is published, a file is attached, or a story is written; drafts that another
 * process wrote are seen within some seconds.
 */
function createHiddenFiles(strapi: Core.Strapi, newsroom: Newsroom): HiddenFiles {
  const tables = fileTables(strapi);
  const writes = countWrites(strapi, newsroom);
  let kept: { state: string; ids: Promise<ReadonlySet<number>> } | null = null;
  let others = { at: 0, last: '' };

  async function lastWrites(sql: Sql, texts: Texts[]): Promise<string> {
    if (Date.now() - others.at < OTHERS_EVERY_MS) return others.last;
    const last: unknown[] = [];
    for (const { table } of texts) last.push(await sql(table).max('updated_at as at').first());
    others = { at: Date.now(), last: JSON.stringify(last) };
    return others.last;
  }

  async function stateNow(sql: Sql, texts: Texts[]): Promise<string> {
    const counted = writes();
    const uses = await sql(tables.uses).max('id as last').count('* as count').first();
    const files = await sql(tables.files).max('id as last').first();
    return JSON.stringify([counted, await currentGeneration(strapi), uses, files, await lastWrites(sql, texts)]);
  }

  const find = async (sql: Sql, texts: Texts[]): Promise<ReadonlySet<number>> =>
    new Set([...(await usedByDraftsAlone(strapi, sql, tables)), ...(await inDraftTextsAlone(sql, tables, texts))]);

  return {
    async ids() {
      const sql = await sqlNow(strapi);
      const texts = storyTexts(strapi, newsroom);
      if (strapi.db.inTransaction()) return find(sql, texts);
      const state = await stateNow(sql, texts);
      if (kept?.state !== state) {
        const ids = find(sql, texts);
        kept = { state, ids };
        ids.catch(() => {
          kept = null;
        });
      }
      return kept.ids;
    },
  };
}

const known = new WeakMap<Core.Strapi, HiddenFiles>();

/** Ids of files that a caller of the content API is not told of; none for one that may preview. */
export async function hiddenFilesFrom(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  auth: Auth
): Promise<ReadonlySet<number>> {
  if (await mayPreview(strapi, auth)) return new Set();
  const files = known.get(strapi) ?? createHiddenFiles(strapi, newsroom);
  known.set(strapi, files);
  return files.ids();
}
