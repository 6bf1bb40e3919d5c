import type { Core } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LinkedField, linkedField } from '../../src/plugins/story-blocks/server/src/cards/linked-fields';
import { fillLinked } from '../../src/plugins/story-blocks/server/src/cards/read-linked';
import type { Schemas } from '../../src/plugins/story-blocks/server/src/newsroom';
import { foundNewsroom, type Newsroom, writeStory } from '../support/newsroom';
import { statementsOf } from '../support/statements';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { addPicture, documentService } from '../support/writers';

type Row = Record<string, unknown>;

/** How Strapi's engine is told to populate the same. */
const populateOf = (field: LinkedField): unknown =>
  field.kind === 'relation'
    ? { select: ['id', 'documentId'] }
    : { populate: Object.fromEntries(field.relations.map((relation) => [relation.field, populateOf(relation)])) };

const sorted = (rows: Row[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        Array.isArray(value) ? [...value].sort((a: Row, b: Row) => Number(a.id) - Number(b.id)) : value,
      ])
    )
  );

describe.each(clients)('what entries lead to, on %s', (client) => {
  let app: Running;
  let room: Newsroom;
  let components: Schemas['components'];

  function linkedOf(strapi: Core.Strapi, uid: string): LinkedField[] {
    const { attributes } = (strapi.contentTypes as unknown as Schemas['contentTypes'])[uid] ?? { attributes: {} };
    return Object.entries(attributes).flatMap(
      ([name, attribute]) => linkedField(strapi, uid, name, attribute, components) ?? []
    );
  }
  const all = (uid: string, populate?: unknown): Promise<Row[]> =>
    app.strapi.db.query(uid as never).findMany({ orderBy: { id: 'asc' }, populate } as never);

  beforeAll(async () => {
    app = await bootStrapi({ client, env: { STORY_BLOCKS_WORKER: 'off' } });
    components = app.strapi.components as unknown as Schemas['components'];
    const writer = documentService(app);
    room = await foundNewsroom(writer, 'led');
    const { id: image } = await addPicture(app.strapi, 'quay');
    const { authors, places, topics, sections } = room;
    // A section in a section, and one with layouts of components.
    const document = { documentId: sections.port, locale: 'en', data: { parent: sections.world } };
    await app.strapi.documents('api::section.section').update(document as never);
    await writeStory(writer, room, 'Of two places', {
      image,
      topics: [topics.boats, topics.ice],
      datelines: [places.brest, places.tromso],
      section: sections.port,
      byline: [{ author: authors.ben, role: 'Reporter' }, { name: 'A guest' }, { author: authors.ana }],
      externalLinks: [
        { title: 'Second', url: 'https://two.example' },
        { title: 'First', url: 'https://one.example' },
      ],
      wire: { guid: 'a', version: 2 },
    });
    await writeStory(writer, room, 'Of nothing', {
      topics: [],
      datelines: [],
      byline: [],
      source: null,
      section: null,
    });
  });
  afterAll(async () => {
    delete process.env.STORY_BLOCKS_WORKER;
    await app?.stop();
  });

  test('is what the engine populates, for every content type, and for ours in its order', async () => {
    let compared = 0;
    for (const uid of Object.keys(app.strapi.contentTypes)) {
      const fields = linkedOf(app.strapi, uid);
      const expected = await all(uid, Object.fromEntries(fields.map((field) => [field.field, populateOf(field)])));
      const rows = await all(uid);
      await fillLinked(app.strapi, rows, fields);
      // Strapi's own have relations that stand in no order.
      const ordered = uid.startsWith('api::') ? (some: Row[]) => some : sorted;
      expect(ordered(rows), uid).toEqual(ordered(expected));
      const filled = fields.flatMap(({ field }) => rows.filter((row) => row[field] && String(row[field]) !== ''));
      compared += filled.length;
    }
    expect(compared).toBeGreaterThan(100);
  });

  test('is asked in one statement, and one a kind of component that there is', async () => {
    const uid = 'api::article.article';
    const fields = linkedOf(app.strapi, uid);
    expect(fields.map(({ field }) => field).sort()).toEqual(
      expect.arrayContaining(['byline', 'datelines', 'externalLinks', 'image', 'section', 'source', 'topics', 'wire'])
    );
    const counts: Record<string, number> = {};
    for (const title of ['Of two places', 'Of nothing']) {
      const rows: Row[] = await app.strapi.db.query(uid).findMany({ where: { title: { $contains: title } } } as never);
      expect(rows.length).toBeGreaterThan(0);
      const heard = await statementsOf(app.strapi, () => fillLinked(app.strapi, rows, fields));
      counts[title] = heard.length;
    }
    expect(counts).toEqual({ 'Of two places': 4, 'Of nothing': 1 });
  });
});
