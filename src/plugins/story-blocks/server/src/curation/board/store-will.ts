import type { Core } from '@strapi/strapi';
import { inTransaction, type Sql, table } from '@wiredesk/strapi-kit/server';
import { advanceGeneration, TABLES } from '../../db';
import { listTag } from '../../delivery/tags';
import type { BoardKey, BoardWish } from './will';

const keyColumns = ({ sectionId, locale }: BoardKey) => ({ section_id: sectionId, locale });

interface WishRow {
  target_type: string;
  target_id: string;
  kind: BoardWish['kind'];
  until: number | string | null;
}

/** Everything that is wanted of a section: pins in their order, then what was sent down, ended pins among them. */
export async function findBoardWishes(strapi: Core.Strapi, sql: Sql, key: BoardKey): Promise<BoardWish[]> {
  const rows: WishRow[] = await table(strapi, sql, TABLES.boardWishes)
    .where(keyColumns(key))
    .orderBy([{ column: 'kind', order: 'desc' }, { column: 'position' }]);
  return rows.map((row) => ({
    type: row.target_type,
    documentId: row.target_id,
    kind: row.kind,
    until: row.until === null ? null : Number(row.until),
  }));
}

export async function findBoardVersion(strapi: Core.Strapi, sql: Sql, key: BoardKey): Promise<number> {
  const row: { version: number | string } | undefined = await table(strapi, sql, TABLES.boards)
    .where(keyColumns(key))
    .first('version');
  return Number(row?.version ?? 0);
}

/** Counts the version up, in one statement. @returns Whether it was the one expected. */
async function takeVersion(strapi: Core.Strapi, sql: Sql, key: BoardKey, expected: number | null): Promise<boolean> {
  const boards = () => table(strapi, sql, TABLES.boards);
  await boards()
    .insert({ ...keyColumns(key), version: 0 })
    .onConflict(['section_id', 'locale'])
    .ignore();
  const taken: number = await boards()
    .where({ ...keyColumns(key), ...(expected === null ? {} : { version: expected }) })
    .update({ version: sql.raw('?? + 1', ['version']) });
  return taken > 0;
}

/**
 * Changes what is wanted of a section, in one transaction; of several writers that read the same version the first wins.
 *
 * @param expected - The version that was read, or null to change whatever stands.
 * @param decide - Gives the wishes that are to stand, of those that stand; what it throws leaves everything as it was.
 * @returns Whether it was changed: false where another version stands.
 */
export async function changeBoard(
  strapi: Core.Strapi,
  key: BoardKey,
  expected: number | null,
  decide: (before: BoardWish[]) => Promise<BoardWish[]>
): Promise<boolean> {
  return inTransaction(strapi, async (sql) => {
    if (!(await takeVersion(strapi, sql, key, expected))) return false;
    const after = await decide(await findBoardWishes(strapi, sql, key));
    const rows = after.map((wish, position) => ({
      ...keyColumns(key),
      target_type: wish.type,
      target_id: wish.documentId,
      kind: wish.kind,
      position,
      until: wish.until,
    }));
    await table(strapi, sql, TABLES.boardWishes).where(keyColumns(key)).delete();
    if (rows.length > 0) await table(strapi, sql, TABLES.boardWishes).insert(rows);
    await advanceGeneration(strapi, sql, { tags: [listTag('section', key.sectionId, key.locale)], concepts: false });
    return true;
  });
}
