import type { Core } from '@strapi/strapi';
import { type Sql, tableName } from '@wiredesk/strapi-kit/server';
import type { Newsroom } from '../../../newsroom';
import { type FileTables, GREATEST_ID } from './file-tables';

/** How Strapi ends the name of a stored file, and so its address in whatever size. */
const HASH_END = /_([0-9a-f]{10})(?![0-9a-zA-Z])/g;
const CHUNK = 500;
/** Changed drafts whose texts are looked through; where there are more, no file is told of that nothing uses. */
const MAX_DRAFTS = 5_000;

/** Where a story type keeps its texts. */
export interface Texts {
  table: string;
  /** The column of the body. */
  body: string;
}

interface ChangedDraft {
  id: number;
  documentId: string;
  body: unknown;
}

/** The ends of the hashes of stored files that a text shows, in whatever size. */
function endsIn(text: unknown): Set<string> {
  const written = typeof text === 'string' ? text : JSON.stringify(text ?? '');
  return new Set([...written.matchAll(HASH_END)].map(([, end]) => end));
}

/** The texts of the mapped story types that have drafts. */
export function storyTexts(strapi: Core.Strapi, newsroom: Newsroom): Texts[] {
  return newsroom.config.types.story.flatMap(({ uid, fields: { body } }) => {
    if (!body || !newsroom.hasDrafts(uid)) return [];
    const { tableName: name, attributes } = strapi.db.metadata.get(uid);
    const { columnName = body } = attributes[body] as { columnName?: string };
    return [{ table: tableName(strapi, name), body: columnName }];
  });
}

/** Files that no field has, by the end of their hash. */
async function filesOfNoField(sql: Sql, { uses, files, file }: FileTables): Promise<Map<string, number[]>> {
  const isUsed = sql(`${uses} as u`)
    .whereRaw('?? = ??', [`u.${file}`, 'f.id'])
    .select(sql.raw('1'));
  const rows: { id: number; hash: string }[] = await sql(`${files} as f`)
    .whereNotExists(isUsed)
    .select('f.id', 'f.hash');
  const found = new Map<string, number[]>();
  for (const { id, hash } of rows) {
    const end = [...`${hash}`.matchAll(HASH_END)].at(-1)?.[1] ?? hash;
    found.set(end, [...(found.get(end) ?? []), Number(id)]);
  }
  return found;
}

/**
 * Drafts whose text is not the published one, the newest first. Strapi publishes a draft with its date; another date alone
 * says little, since a write in one language dates all of them anew.
 */
function changedDrafts(sql: Sql, { table, body }: Texts, before: number) {
  const asPublished = sql(`${table} as p`)
    .whereRaw('?? = ??', ['p.document_id', 'd.document_id'])
    .whereRaw("coalesce(p.locale, '') = coalesce(d.locale, '')")
    .whereNotNull('p.published_at')
    .where((same) =>
      same
        .whereRaw('?? = ??', ['p.updated_at', 'd.updated_at'])
        .orWhereRaw('cast(?? as text) = cast(?? as text)', [`p.${body}`, `d.${body}`])
    )
    .select(sql.raw('1'));
  return sql(`${table} as d`)
    .whereNull('d.published_at')
    .where('d.id', '<', before)
    .whereNotExists(asPublished)
    .orderBy('d.id', 'desc')
    .limit(CHUNK)
    .select('d.id', 'd.document_id as documentId', `d.${body} as body`);
}

/**
 * The stories whose changed drafts show a file, by the end of its hash.
 *
 * @returns Null where there are too many drafts to look through.
 */
async function shownInDrafts(sql: Sql, texts: Texts, ends: ReadonlySet<string>): Promise<Map<string, string[]> | null> {
  const found = new Map<string, string[]>();
  let before = GREATEST_ID;
  for (let read = 0; read < MAX_DRAFTS; read += CHUNK) {
    const drafts: ChangedDraft[] = await changedDrafts(sql, texts, before);
    for (const { documentId, body } of drafts) {
      for (const end of endsIn(body)) if (ends.has(end)) found.set(end, [...(found.get(end) ?? []), documentId]);
    }
    if (drafts.length < CHUNK) return found;
    before = Number(drafts[drafts.length - 1].id);
  }
  return null;
}

/** The ends of the hashes of files that published texts of these stories show, in any language. */
async function shownToReaders(sql: Sql, { table, body }: Texts, stories: string[]): Promise<Set<string>> {
  const shown = new Set<string>();
  for (let at = 0; at < stories.length; at += CHUNK) {
    const texts: unknown[] = await sql(table)
      .whereNotNull('published_at')
      .whereIn('document_id', stories.slice(at, at + CHUNK))
      .pluck(body);
    for (const text of texts) for (const end of endsIn(text)) shown.add(end);
  }
  return shown;
}

/**
 * Files of no field that a draft's text shows, and no published language of that story. A file that neither shows is
 * nobody's secret.
 */
export async function inDraftTextsAlone(sql: Sql, tables: FileTables, texts: Texts[]): Promise<number[]> {
  const files = await filesOfNoField(sql, tables);
  if (files.size === 0) return [];
  const hidden: number[] = [];
  for (const one of texts) {
    const found = await shownInDrafts(sql, one, new Set(files.keys()));
    if (!found) return [...files.values()].flat();
    const shown = await shownToReaders(sql, one, [...new Set([...found.values()].flat())]);
    for (const end of found.keys()) if (!shown.has(end)) hidden.push(...(files.get(end) ?? []));
  }
  return hidden;
}
