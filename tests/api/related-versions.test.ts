import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BRIEFS, ENGLISH, type Told } from '../fixtures/related-news';
import { documentsOf } from '../support/admin';
import { dataOf, idsOf, readLinks, rebuilt, rested, withoutFloor } from '../support/related';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk, type Writer } from '../support/writers';

/** A story as an agency sends it again and again: more than sixty words, of which a few change. */
const version = (number: number): Told => ({
  title: number === 1 ? 'Ferry runs aground' : `Ferry runs aground (update ${number})`,
  text: [
    `The ferry Solvei ran aground on Tern Bank before dawn with ${number * 40} people on board, the coast guard said.`,
    'Two lifeboats from Skarvik took the passengers off while the crew pumped water from the engine room.',
    'Nobody was hurt, although a cook fell from a ladder and a dog was missing until noon.',
    'The pilot had taken the lights of a trawler for those of the harbour, and the fog was so thick that the lookout',
    `could not see the bow of his own ship. ${number > 1 ? `The owner said in its update ${number} that a tug was on the way.` : ''}`,
  ].join(' '),
});
/** Of the same matter, in words of its own. */
const HOSTS: Told[] = [
  {
    title: 'Inquiry asks why Solvei left the channel',
    text: 'An inquiry asks why the ferry Solvei left the channel near Tern Bank. Its pilot and the lookout are to be heard in Skarvik.',
  },
  {
    title: 'Tug pulls Solvei free',
    text: 'A tug from Skarvik pulled the ferry Solvei off Tern Bank at high water, and the coast guard cheered the crew.',
  },
];

describe.each(anyClient)('versions of one story on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let hosts: string[] = [];
  let versions: string[] = [];

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    await withoutFloor(desk);
    for (const [at, story] of [...BRIEFS, ...ENGLISH.chess].entries()) await publish(story, at);
    hosts = [await publish(HOSTS[0], 40), await publish(HOSTS[1], 41)];
    await rested(app.strapi);
  });
  afterAll(() => app?.stop());
  beforeEach(async () => {
    for (const id of versions) await writer.delete('articles', id, 'en');
    versions = [];
    await rested(app.strapi);
  });

  const publish = (story: Told, number: number) => writer.create('articles', dataOf(story, number), 'en', true);
  const unpublish = (documentId: string) => documentsOf(app.strapi, 'articles').unpublish({ documentId, locale: 'en' });
  /** The versions among the links of a story. */
  const linked = async (id: string) => idsOf(await readLinks(desk.api, id)).filter((other) => versions.includes(other));
  /** Publishes versions in an order of arrival; `versions` is by number all the same. */
  async function arrive(order: number[], rest: 'each' | 'all' = 'each') {
    versions = [];
    for (const number of order) {
      versions[number - 1] = await publish(version(number), 50 + number);
      if (rest === 'each') await rested(app.strapi);
    }
    await rested(app.strapi);
  }
  async function expectOnly(newest: string) {
    for (const host of hosts) expect(await linked(host)).toEqual([newest]);
    for (const id of versions) {
      const links = idsOf(await readLinks(desk.api, id));
      expect(links.filter((other) => versions.includes(other))).toEqual([]);
      expect(links).toEqual(expect.arrayContaining(hosts));
    }
  }

  const ORDERS: [string, number[]][] = [
    ['the order of their numbers', [1, 2, 3]],
    ['the opposite order', [3, 2, 1]],
    ['no order', [2, 3, 1]],
    ['another', [3, 1, 2]],
  ];
  test.each(ORDERS)('of which the newest is linked, that arrive in %s', async (_name, order) => {
    await arrive(order);
    await expectOnly(versions[2]);
    await rebuilt(app.strapi);
    await expectOnly(versions[2]);
  });

  test('that arrive all at once', async () => {
    await arrive([2, 1, 3], 'all');
    await expectOnly(versions[2]);
  });

  test('give their place to the next newest when the newest is unpublished, and take it back', async () => {
    await arrive([1, 2, 3]);
    const [, second, third] = versions;
    await unpublish(third);
    for (const host of hosts) expect(await linked(host)).not.toContain(third);
    await rebuilt(app.strapi);
    for (const host of hosts) expect(await linked(host)).toEqual([second]);
    await writer.publish(third, 'en');
    await rested(app.strapi);
    await expectOnly(third);
  });

  test('that become versions by an edit are told as such', async () => {
    await arrive([1]);
    const other = await publish(
      { title: 'Fog', text: 'Fog kept the ferry Solvei from leaving Skarvik near Tern Bank.' },
      60
    );
    versions.push(other);
    await rested(app.strapi);
    expect((await linked(hosts[0])).sort()).toEqual([...versions].sort());
    await writer.update('articles', other, dataOf(version(4), 60), 'en');
    await rested(app.strapi);
    for (const host of hosts) expect(await linked(host)).toEqual([other]);
    expect(await linked(versions[0])).toEqual([]);
    expect(await linked(other)).toEqual([]);
  });

  test('that are only alike in their headline are stories of their own', async () => {
    await arrive([1]);
    const forecast = await publish(
      {
        title: version(1).title,
        text: 'Another ferry, the Aurelie, ran on Tern Bank a year ago; the coast guard of Skarvik kept her bell.',
      },
      61
    );
    versions.push(forecast);
    await rested(app.strapi);
    expect((await linked(hosts[0])).sort()).toEqual([...versions].sort());
    expect(await linked(forecast)).toEqual([versions[0]]);
  });
});
