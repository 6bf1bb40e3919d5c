// Writes made stories into the application's own tables, past Strapi, as it would have left them.
import type { Core } from '@strapi/strapi';
import type { ClientBase } from 'pg';
import type { Network } from './make-network';
import type { MadeStory } from './make-stories';

const STORIES_AT_ONCE = 500;

const bodyOf = (paragraphs: string[]) =>
  JSON.stringify(paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })));

const slugOf = ({ title, number }: MadeStory) =>
  `${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)}-${number.toString(36)}`;

/** A table that is written a block of rows at a time. */
interface Target {
  name: string;
  columns: [name: string, type: string][];
}
/** Values in the order of the columns. */
type Row = unknown[];
type Blocks = Record<keyof typeof TARGETS, Row[]>;

/** Of better-sqlite3, as far as it is used here. */
interface SqliteConnection {
  exec(sql: string): unknown;
  prepare(sql: string): { run(values: Row): unknown };
}

interface Writer {
  /** How the database keeps it. */
  date(date: Date): number | string;
  write(blocks: Blocks): Promise<void>;
  finish(): Promise<void>;
}

const DATE = 'timestamptz';
const TARGETS = {
  articles: {
    name: 'articles',
    columns: [
      ['id', 'int'],
      ['document_id', 'text'],
      ['title', 'text'],
      ['slug', 'text'],
      ['body', 'jsonb'],
      ['filed_at', DATE],
      ['created_at', DATE],
      ['updated_at', DATE],
      ['published_at', DATE],
      ['locale', 'text'],
    ],
  },
  sections: {
    name: 'articles_section_lnk',
    columns: [
      ['article_id', 'int'],
      ['section_id', 'int'],
    ],
  },
  topics: {
    name: 'articles_topics_lnk',
    columns: [
      ['article_id', 'int'],
      ['topic_id', 'int'],
      ['topic_ord', 'float8'],
    ],
  },
} satisfies Record<string, Target>;

const emptyBlocks = (): Blocks => ({ articles: [], sections: [], topics: [] });
const rowsByTarget = (blocks: Blocks): [Target, Row[]][] => [
  [TARGETS.articles, blocks.articles],
  [TARGETS.sections, blocks.sections],
  [TARGETS.topics, blocks.topics],
];

/** One statement, prepared once, for each row of a block. */
function sqliteWriter(connection: SqliteConnection): Writer {
  const prepare = ({ name, columns }: Target) => {
    const names = columns.map(([column]) => `"${column}"`).join(', ');
    return connection.prepare(`insert into "${name}" (${names}) values (${columns.map(() => '?').join(', ')})`);
  };
  const statements = new Map(Object.values(TARGETS).map((target) => [target.name, prepare(target)]));
  return {
    date: (date) => date.getTime(),
    async write(blocks) {
      connection.exec('begin');
      for (const [{ name }, rows] of rowsByTarget(blocks)) for (const row of rows) statements.get(name)?.run(row);
      connection.exec('commit');
    },
    async finish() {
      connection.exec('analyze');
    },
  };
}

/** One statement, prepared once, for all rows of a block: a list a column. */
function postgresWriter(connection: ClientBase): Writer {
  const statement = ({ name, columns }: Target) => {
    const names = columns.map(([column]) => `"${column}"`).join(', ');
    return `insert into "${name}" (${names}) select * from unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')})`;
  };
  return {
    date: (date) => date.toISOString(),
    async write(blocks) {
      await connection.query('begin');
      for (const [target, rows] of rowsByTarget(blocks)) {
        const values = target.columns.map((_, at) => rows.map((row) => row[at]));
        await connection.query({ name: target.name, text: statement(target), values });
      }
      await connection.query('commit');
    },
    async finish() {
      await connection.query(`select setval(pg_get_serial_sequence('articles', 'id'), (select max(id) from articles))`);
      await connection.query('analyze');
    },
  };
}

/** What the writer puts a story under: its section and topics. */
export function placesOf<Id>({ topics, subject }: MadeStory, network: Network<Id>) {
  const known = topics.flatMap((topic) => network.topicIds.get(topic) ?? []).slice(0, 3);
  return {
    sectionId: network.sectionIds[subject % network.sectionIds.length],
    topicIds:
      known.length > 0 || subject % 3 === 0 ? known : [network.otherTopicIds[subject % network.otherTopicIds.length]],
  };
}

/** Writes stories, each as a draft and as what is published of it. */
export async function writeArchive(
  strapi: Core.Strapi,
  stories: Iterable<MadeStory>,
  network: Network,
  report: (done: number) => void
): Promise<void> {
  const knex = strapi.db.connection;
  const connection = await knex.client.acquireConnection();
  const writer = strapi.db.dialect.client === 'postgres' ? postgresWriter(connection) : sqliteWriter(connection);
  const last: { id?: number | null } | undefined = await knex('articles')
    .max({ id: 'id' })
    .connection(connection)
    .first();
  let id = last?.id ?? 0;
  let done = 0;
  let blocks = emptyBlocks();
  const flush = async () => {
    await writer.write(blocks);
    blocks = emptyBlocks();
    report(done);
  };
  try {
    for (const story of stories) {
      const date = writer.date(story.date);
      const body = bodyOf(story.paragraphs);
      const { sectionId, topicIds } = placesOf(story, network);
      for (const publishedAt of [null, date]) {
        id += 1;
        const texts = [story.documentId, story.title.slice(0, 255), slugOf(story), body];
        blocks.articles.push([id, ...texts, date, date, date, publishedAt, 'en']);
        blocks.sections.push([id, sectionId]);
        blocks.topics.push(...topicIds.map((topicId, at) => [id, topicId, at + 1]));
      }
      done += 1;
      if (done % STORIES_AT_ONCE === 0) await flush();
    }
    await flush();
    await writer.finish();
  } finally {
    await knex.client.releaseConnection(connection);
  }
}
