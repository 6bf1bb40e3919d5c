import type { Core } from '@strapi/strapi';
import type { Told } from '../fixtures/related-news';

const HOUR = 3_600_000;
const BEGIN = Date.parse('2020-01-01T00:00:00Z');

/** A story of an archive that was there before the plugin. */
export interface OldStory {
  documentId: string;
  filedAt: number;
}

interface OldStories {
  prefix: string;
  sectionId?: number;
  topicId?: number;
  /** What a story of the archive tells; all of them the same unless it is given. */
  tell?(index: number): Told;
}

const ferryOf =
  (prefix: string) =>
  (index: number): Told => ({
    title: `Old story ${prefix} ${index}`,
    text: `The ferry of hour ${index} left its pier for the island, and came back with the tide.`,
  });

/**
 * Writes published stories past Strapi, each with its draft, in an order that is not that of their filing. Every seventh
 * has no filing date and counts as filed when it was created.
 */
export async function writeOldStories(
  strapi: Core.Strapi,
  count: number,
  { prefix, sectionId, topicId, tell = ferryOf(prefix) }: OldStories
): Promise<OldStory[]> {
  const sql = strapi.db.connection;
  const row = await sql('articles').max({ id: 'id' }).first();
  let id = Number(row?.id ?? 0);
  const stories: OldStory[] = [];
  const rows: Record<string, unknown>[] = [];
  for (let index = 0; index < count; index += 1) {
    const filedAt = BEGIN + ((index * 37) % count) * HOUR;
    const document_id = `${prefix}${String((index * 101) % count).padStart(20, '0')}`;
    const at = new Date(filedAt);
    const isDated = index % 7 !== 0;
    const { title, text } = tell(index);
    for (const published_at of [null, at]) {
      id += 1;
      rows.push({
        id,
        document_id,
        locale: 'en',
        title,
        slug: `${prefix}-${index}`,
        body: JSON.stringify([{ type: 'paragraph', children: [{ type: 'text', text }] }]),
        filed_at: isDated ? at : null,
        created_at: at,
        updated_at: at,
        published_at,
      });
    }
    stories.push({ documentId: document_id, filedAt });
  }
  const insert = async (name: string, all: Record<string, unknown>[]) => {
    for (let at = 0; at < all.length; at += 100) await sql(name).insert(all.slice(at, at + 100));
  };
  await insert('articles', rows);
  if (sectionId)
    await insert(
      'articles_section_lnk',
      rows.map((one) => ({ article_id: one.id, section_id: sectionId }))
    );
  if (topicId)
    await insert(
      'articles_topics_lnk',
      rows.map((one) => ({ article_id: one.id, topic_id: topicId, topic_ord: 1 }))
    );
  if (strapi.db.dialect.client === 'postgres')
    await sql.raw(`select setval(pg_get_serial_sequence('articles', 'id'), ${id})`);
  return stories.sort((a, b) => b.filedAt - a.filedAt);
}
