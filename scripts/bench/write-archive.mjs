// Writes made stories into the application's own tables, past Strapi, as it would have left them.
const STORIES_AT_ONCE = 500;

const BODY = (paragraphs) =>
  JSON.stringify(paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })));

const slugOf = ({ title, number }) =>
  `${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)}-${number.toString(36)}`;

/**
 * A table that is written a block of rows at a time; rows are lists of values, in the order of the columns.
 *
 * @typedef {{ name: string, columns: [name: string, type: string][] }} Target
 */
const DATE = 'timestamptz';
/** @type {Record<'articles' | 'sections' | 'topics', Target>} */
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
};

/** One statement, prepared once, for each row of a block. */
function sqliteWriter(connection) {
  const statements = new Map();
  const prepared = ({ name, columns }) => {
    if (!statements.has(name)) {
      const names = columns.map(([column]) => `"${column}"`).join(', ');
      statements.set(
        name,
        connection.prepare(`insert into "${name}" (${names}) values (${columns.map(() => '?').join(', ')})`)
      );
    }
    return statements.get(name);
  };
  return {
    date: (date) => date.getTime(),
    async write(blocks) {
      connection.exec('begin');
      for (const [target, rows] of blocks) for (const row of rows) prepared(target).run(row);
      connection.exec('commit');
    },
    async finish() {
      connection.exec('analyze');
    },
  };
}

/** One statement, prepared once, for all rows of a block: a list a column. */
function postgresWriter(connection) {
  const statement = ({ name, columns }) => {
    const names = columns.map(([column]) => `"${column}"`).join(', ');
    return `insert into "${name}" (${names}) select * from unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')})`;
  };
  return {
    date: (date) => date.toISOString(),
    async write(blocks) {
      await connection.query('begin');
      for (const [target, rows] of blocks) {
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

/** What the writer puts a story under: row ids of its section and topics. */
export function placesOf({ topics, subject }, network) {
  const known = topics.flatMap((topic) => network.topicIds.get(topic) ?? []).slice(0, 3);
  return {
    sectionId: network.sectionIds[subject % network.sectionIds.length],
    topicIds:
      known.length > 0 || subject % 3 === 0 ? known : [network.otherTopicIds[subject % network.otherTopicIds.length]],
  };
}

/**
 * Writes stories, each as a draft and as what is published of it.
 *
 * @param {import('@strapi/strapi').Core.Strapi} strapi
 * @param {Iterable<import('./make-stories.mjs').MadeStory>} stories
 * @param {import('./make-network.mjs').Network} network
 * @param {(done: number) => void} [report]
 * @returns {Promise<number>} How many.
 */
export async function writeArchive(strapi, stories, network, report = () => {}) {
  const knex = strapi.db.connection;
  const connection = await knex.client.acquireConnection();
  const writer = strapi.db.dialect.client === 'postgres' ? postgresWriter(connection) : sqliteWriter(connection);
  let [{ id }] = await knex('articles').max({ id: 'id' }).connection(connection);
  let done = 0;
  let blocks = new Map(Object.values(TARGETS).map((target) => [target, []]));
  const flush = async () => {
    await writer.write(blocks);
    blocks = new Map(Object.values(TARGETS).map((target) => [target, []]));
    report(done);
  };
  try {
    for (const story of stories) {
      const date = writer.date(story.date);
      const body = BODY(story.paragraphs);
      const { sectionId, topicIds } = placesOf(story, network);
      for (const publishedAt of [null, date]) {
        id += 1;
        const texts = [story.documentId, story.title.slice(0, 255), slugOf(story), body];
        blocks.get(TARGETS.articles).push([id, ...texts, date, date, date, publishedAt, 'en']);
        blocks.get(TARGETS.sections).push([id, sectionId]);
        blocks.get(TARGETS.topics).push(...topicIds.map((topicId, at) => [id, topicId, at + 1]));
      }
      done += 1;
      if (done % STORIES_AT_ONCE === 0) await flush();
    }
    await flush();
    await writer.finish();
  } finally {
    await knex.client.releaseConnection(connection);
  }
  return done;
}
