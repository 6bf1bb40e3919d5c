import { setImmediate } from 'node:timers/promises';
import { inTransaction, sqlNow, table } from '@wiredesk/strapi-kit/server';
import { storyId } from '../../cards';
import { CARD_COLUMNS, type CardRow, toFullCard } from '../../cards/find-cards';
import { TABLES, whereIn } from '../../db';
import { encodeFeatures } from '../index/codec';
import { newestBehind, SEPARATOR, TO_ANALYSE, TO_BRING_IN, toIndexed } from '../index/store-stories';
import { lockStories } from '../store-links';
import { analysed } from './relate';
import type { Relating } from './relating';

/** Stories that are read anew in one turn. */
const AT_ONCE = 60;

interface Row {
  id: number;
  type: string;
  document_id: string;
  locale: string;
  version: number;
}

/**
 * Reads the newest stories of a language anew that an older version of the plugin analysed. They stay in the index as they
 * were, and readers keep their links, until their turn comes; then a model is trained on them.
 *
 * @returns How many were; at 0 all are of the present analysis.
 */
export async function analyseAnew({ strapi, models }: Relating, locale: string): Promise<number> {
  const sql = await sqlNow(strapi);
  const { ids } = await newestBehind(strapi, sql, { locale, column: 'model', below: TO_BRING_IN, limit: AT_ONCE });
  if (ids.length === 0) return 0;
  const rows: Row[] = await whereIn(strapi, table(strapi, sql, TABLES.index), 'id', ids).select(
    'id',
    'type',
    'document_id',
    'locale',
    'version'
  );
  const cards: CardRow[] = await whereIn(
    strapi,
    table(strapi, sql, TABLES.cards).where({ locale }),
    'document_id',
    rows.map((row) => row.document_id)
  ).select([...CARD_COLUMNS, 'body']);
  const cardOf = new Map(cards.map((row) => [keyOf(row), toFullCard(row)]));
  const changes = new Map<number, object>();
  for (const row of rows) {
    const card = cardOf.get(keyOf(row));
    const story = card && toIndexed(card, analysed(card), models.none);
    const read = story && {
      features: encodeFeatures({ ...story.features, profile: null }),
      surfaces: story.surfaces?.join(SEPARATOR) ?? '',
    };
    changes.set(row.id, { ...read, model: TO_BRING_IN });
    await setImmediate();
  }
  await inTransaction(strapi, async (trx) => {
    const free = await lockStories(strapi, trx, ids);
    for (const { id, version } of rows) {
      // One that was published meanwhile has been analysed by that.
      if (free.get(id)?.version !== version) continue;
      await table(strapi, trx, TABLES.index).where({ id, version, model: TO_ANALYSE }).update(changes.get(id));
    }
  });
  return ids.length;
}

const keyOf = (row: { type: string; document_id: string }) => storyId({ type: row.type, documentId: row.document_id });
