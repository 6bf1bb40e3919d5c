import type { Core } from '@strapi/strapi';
import { inTransaction, type Sql, table } from '@wiredesk/strapi-kit/server';
import { advanceGeneration, TABLES } from '../../db';
import { listTag } from '../../delivery/tags';
import { takeVersion } from '../versions';
import { fromColumns, targetColumns, type WishColumns } from '../wish';
import type { BoardKey, BoardWish } from './will';

const keyColumns = ({ sectionId, locale }: BoardKey) => ({ section_id: sectionId, locale });

/** Everything that is wanted of a section: pins in their order, then what was sent down, ended pins among them. */
export async function findBoardWishes(strapi: Core.Strapi, sql: Sql, key: BoardKey): Promise<BoardWish[]> {
  const rows: WishColumns<BoardWish['kind']>[] = await table(strapi, sql, TABLES.boardWishes)
    .where(keyColumns(key))
    .orderBy([{ column: 'kind', order: 'desc' }, { column: 'position' }]);
  return rows.map(fromColumns);
}

/** What counts the changes of a section's board. */
export const boardVersion = (key: BoardKey) => ({ name: TABLES.boards, key: keyColumns(key) });

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
    if (!(await takeVersion(strapi, sql, boardVersion(key), expected))) return false;
    const after = await decide(await findBoardWishes(strapi, sql, key));
    const rows = after.map((wish, position) => ({
      ...keyColumns(key),
      ...targetColumns(wish),
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
