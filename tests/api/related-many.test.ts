import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Told } from '../fixtures/related-news';
import { documentsOf } from '../support/admin';
import { type OldStory, writeOldStories } from '../support/archive';
import { paragraphs } from '../support/newsroom';
import { dataOf, idsOf, labelsOf, readLinks, rested, typesOf, type Upkeep, upkeepOf } from '../support/related';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk, type Writer } from '../support/writers';

const PARTS = ['ka', 'lo', 'mi', 'ru', 'se', 'ta', 'vo', 'ni', 'pe', 'du'];
/** A word that no other number has. */
const wordOf = (number: number, ending: string) =>
  [...String(1_000 + number)].map((digit) => PARTS[Number(digit)]).join('') + ending;

/** Stories of a subject each three, which share its words and no others. */
const tell =
  (first: number) =>
  (index: number): Told => {
    const subject = first + Math.floor(index / 3);
    const words = ['ra', 'lin', 'sto', 'gen'].map((ending) => wordOf(subject, ending));
    return {
      title: `${words[0]} ${first} ${index}`,
      text: `In the town ${index % 3 === 0 ? 'they' : 'people'} spoke of ${words.join(' and ')} on day ${index}.`,
    };
  };

describe.each(anyClient)('an archive at once, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let upkeep: Upkeep;
  let old: OldStory[] = [];
  const table = (name: string) => app.strapi.db.connection(`story_blocks_${name}`);
  const titleOf = async (id: string): Promise<string> =>
    (await table('cards').where({ document_id: id }).first()).title;
  const idOf = async (title: string): Promise<string> => (await table('cards').where({ title }).first()).document_id;
  /** Takes steps until there is none left, as the worker does. */
  async function work() {
    while ((await upkeep.relateNext()) > 0);
  }

  beforeAll(async () => {
    // Steps are taken by the tests: a worker might take up the first before the last is there.
    app = await bootStrapi({ client, env: { STORY_BLOCKS_WORKER: 'off' } });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    upkeep = upkeepOf(app.strapi);
    old = await writeOldStories(app.strapi, 450, { prefix: 'many', tell: tell(0) });
    await upkeep.reconcile();
  });
  afterAll(async () => {
    await app?.stop();
    process.env.STORY_BLOCKS_WORKER = 'on';
  });

  test('waits, and says so until the last link is made', async () => {
    expect(await upkeep.health()).toMatchObject({ cards: old.length, waiting: old.length });
    const said: string[] = [];
    do {
      const { waiting, ranking } = await upkeep.health();
      const made = await table('links').countDistinct({ count: 'host_id' }).first();
      const isDone = waiting === 0 && ranking === null;
      if (isDone && Number(made?.count) < old.length) said.push(`all done, with links of ${made?.count} stories`);
    } while ((await upkeep.relateNext()) > 0);
    await rested(app.strapi);
    expect(await upkeep.health()).toMatchObject({ waiting: 0, stale: 0, ranking: null, failed: [] });
    expect(said).toEqual([]);
  });

  test.runIf(client === 'postgres')('has the database know how full its tables are', async () => {
    const { rows } = await app.strapi.db.connection.raw(
      "select relname, last_analyze from pg_stat_user_tables where relname like 'story_blocks_%' and last_analyze is not null"
    );
    const known = rows.map(({ relname }: { relname: string }) => relname.replace('story_blocks_', '')).sort();
    expect(known).toEqual(expect.arrayContaining(['index', 'links', 'postings']));
  });

  test('has links of every story, to those of its subject and for its words', async () => {
    const rows: { host: string; target: string }[] = await table('links as l')
      .join('story_blocks_index as h', 'h.id', 'l.host_id')
      .join('story_blocks_index as t', 't.id', 'l.target_id')
      .select('h.document_id as host', 't.document_id as target');
    const titles = new Map<string, string>(
      (await table('cards').select('document_id', 'title')).map((row) => [row.document_id, row.title])
    );
    const subjects = new Map<string, string[]>();
    for (const { host, target } of rows) {
      const [subject, other] = [host, target].map((id) => titles.get(id)?.split(' ')[0]);
      if (subject === other) subjects.set(host, [...(subjects.get(host) ?? []), target]);
    }
    expect(old.filter(({ documentId }) => subjects.get(documentId)?.length !== 2)).toEqual([]);
    const [{ documentId }] = old;
    const links = await readLinks(desk.api, documentId);
    expect(idsOf(links).slice(0, 2).sort()).toEqual(subjects.get(documentId)?.sort());
    expect(labelsOf(links[0])).toContain((await titleOf(documentId)).split(' ')[0]);
    expect(typesOf(links[0])).not.toContain('latest');
  });

  test('is followed by many more at once, which enter the links of older stories', async () => {
    const host = await idOf(tell(0)(0).title);
    // Of the first subject again, among others that are of none of the old ones.
    const more = (index: number) => (index === 0 ? { ...tell(0)(1), title: 'The one that belongs' } : tell(500)(index));
    await writeOldStories(app.strapi, 105, { prefix: 'more', tell: more });
    await upkeep.reconcile();
    await work();
    await rested(app.strapi);
    const guest = await idOf('The one that belongs');
    expect(idsOf(await readLinks(desk.api, guest))).toContain(host);
    expect(idsOf(await readLinks(desk.api, host))).toContain(guest);
  });

  test('says nothing of a story that is no longer true, when many were changed at once', async () => {
    const [host, changed] = [await idOf(tell(0)(3).title), await idOf(tell(0)(4).title)];
    const word = tell(0)(3).title.split(' ')[0];
    expect(labelsOf((await readLinks(desk.api, host)).find(({ documentId }) => documentId === changed))).toContain(
      word
    );
    await writer.update(
      'articles',
      changed,
      { title: 'Of something else', body: paragraphs('Nothing of the kind.') },
      'en'
    );
    const rest = old.slice(0, 120).map(({ documentId }) => documentId);
    await table('cards')
      .whereIn('document_id', [changed, ...rest])
      .update({ retry_at: 0 });
    await work();
    await rested(app.strapi);
    const labels = (await readLinks(desk.api, host))
      .filter(({ documentId }) => documentId === changed)
      .flatMap(labelsOf);
    expect(labels).not.toContain(word);
  });

  test('takes up the others where one cannot be', async () => {
    const { strapi } = app;
    const broken = await idOf(tell(0)(30).title);
    const stories = old.slice(0, 130).map(({ documentId }) => documentId);
    await table('cards')
      .whereIn('document_id', [...stories, broken])
      .update({ retry_at: 0 });
    const body = (await table('cards').where({ document_id: broken }).first()).body;
    await table('cards').where({ document_id: broken }).update({ body: '{ no body' });
    strapi.log.level = 'none';
    await work();
    strapi.log.level = 'error';
    const { failed, waiting } = await upkeep.health();
    expect(failed).toMatchObject([{ documentId: broken, error: expect.stringMatching(/./) }]);
    expect(waiting).toBe(1);
    await table('cards').where({ document_id: broken }).update({ body, retry_at: 0 });
    await work();
    expect(await upkeep.health()).toMatchObject({ failed: [], waiting: 0, ranking: null });
  });

  test('gives the place of a version that went to the one before it', async () => {
    const text = (update: string) =>
      [
        'The ferry Solvei ran aground on Tern Bank before dawn, the coast guard said.',
        'Two lifeboats from Skarvik took the passengers off while the crew pumped water from the engine room.',
        'Nobody was hurt, although a cook fell from a ladder and a dog was missing until noon.',
        `The pilot had taken the lights of a trawler for those of the harbour. ${update}`,
      ].join(' ');
    const publish = async (title: string, told: string, number: number) => {
      const id = await writer.create('articles', dataOf({ title, text: told }, number), 'en', true);
      await work();
      return id;
    };
    const host = await publish('Tug pulls Solvei free', 'A tug from Skarvik pulled the ferry Solvei off Tern Bank.', 1);
    const first = await publish('Ferry runs aground', text(''), 2);
    const second = await publish('Ferry runs aground (update)', text('A tug was on the way.'), 3);
    const linked = async () => idsOf(await readLinks(desk.api, host)).filter((id) => [first, second].includes(id));
    expect(await linked()).toEqual([second]);
    await documentsOf(app.strapi, 'articles').unpublish({ documentId: second, locale: 'en' });
    // A language without anything to do is left alone for some seconds.
    const found = async () => {
      await work();
      return linked();
    };
    await expect.poll(found, { timeout: 20_000, interval: 500 }).toEqual([first]);
  });
});
