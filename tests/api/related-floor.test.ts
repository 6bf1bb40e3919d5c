import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Told } from '../fixtures/related-news';
import { rowsOf } from '../support/database';
import { dataOf, idsOf, keptLinks, labelsOf, readLinks, rested, typesOf, withoutFloor } from '../support/related';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk } from '../support/writers';

/** Ten short posts: two are about one thing, the others about something else each. */
const POSTS: Told[] = [
  [
    'Dockers strike at Port Esperance',
    'Dockers of Port Esperance went on strike over their wages at dawn. The strike stops every crane, and nobody knows for how long.',
  ],
  [
    'Strike at Port Esperance ends',
    'The strike of the dockers at Port Esperance is over after nine days. Their wages will rise, and each crane turns again.',
  ],
  [
    'New bakery opens',
    'A bakery opened on the market square this week. The first loaves were gone after an hour, and the owner said that she would bake more.',
  ],
  [
    'Library gets longer hours',
    'The library will be open in the evening from this week on. Readers had asked for it, and the council agreed.',
  ],
  [
    'Football club wins again',
    'The club won its third match in a row after a late goal. The coach said that he was proud of everybody.',
  ],
  [
    'Storm damages roofs',
    'A storm took the tiles off several roofs last night. Nobody was hurt, and the fire brigade was out until the morning.',
  ],
  [
    'School choir sings in capital',
    'The choir of the school sang in the capital before three thousand people. It was the first time that it had been asked.',
  ],
  [
    'Swimming pool saves energy',
    'The pool has new pumps and needs a third less energy. The council had paid for them last year.',
  ],
  [
    'Bees swarm in park',
    'A swarm of bees settled in a lime tree in the park. A beekeeper took it home in a box after an hour.',
  ],
  [
    'Museum shows old maps',
    'The museum shows maps of the town from four hundred years. Many of them have never been seen before.',
  ],
].map(([title, text]) => ({ title, text }));

describe.each(anyClient)('an archive of ten short posts, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  const ids: string[] = [];
  const read = (at: number) => readLinks(desk.api, ids[at]);

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    const writer = contentApi(desk.api);
    const section = await writer.create('sections', { name: 'Town' }, 'en');
    for (const [at, story] of POSTS.entries()) {
      ids.push(await writer.create('articles', dataOf(story, at, { section }), 'en', true));
    }
    await rested(app.strapi);
  });
  afterAll(() => app?.stop());

  test('links the two that are about one thing, and says why in full names', async () => {
    for (const [host, other] of [
      [0, 1],
      [1, 0],
    ]) {
      const links = await read(host);
      expect(idsOf(links)).toEqual([ids[other]]);
      expect(labelsOf(links[0])).toContain('Port Esperance');
    }
  });

  test('links no strangers, nor the newest of a section in their place', async () => {
    for (let at = 2; at < POSTS.length; at += 1) expect(await read(at), POSTS[at].title).toEqual([]);
  });

  test('reads stories anew that another version of the plugin analysed', async () => {
    const before = await keptLinks(app.strapi);
    const index = () => app.strapi.db.connection('story_blocks_index');
    await index().whereNotNull('model').update({ model: -2, surfaces: '' });
    await rested(app.strapi);
    const left = await rowsOf(app.strapi, "select id from story_blocks_index where model < 0 or surfaces = ''");
    expect(left).toEqual([]);
    expect(await keptLinks(app.strapi)).toEqual(before);
    expect((await read(0)).flatMap(typesOf)).toContain('names');
  });

  test('links the nearest however far, where settings have no floor', async () => {
    await withoutFloor(desk);
    await rested(app.strapi);
    expect(idsOf(await read(0))[0]).toBe(ids[1]);
    expect((await read(3)).length).toBeGreaterThan(0);
  });
});
