import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BRIEFS, ENGLISH, type Told } from '../fixtures/related-news';
import { documentsOf, manager } from '../support/admin';
import type { Json } from '../support/client';
import { paragraphs } from '../support/newsroom';
import {
  dataOf,
  expectGrounds,
  filedAt,
  idsOf,
  keptLinks,
  keptReasons,
  labelsOf,
  readLinks,
  rebuilt,
  rested,
  titlesOf,
  typesOf,
  withoutFloor,
} from '../support/related';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk, type Writer } from '../support/writers';

const STORIES: Told[] = [...Object.values(ENGLISH).flat(), ...BRIEFS];

describe.each(clients)('related links on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  const told = new Map<string, Told>();
  const ids = new Map<string, string>();
  const idOf = (subject: keyof typeof ENGLISH, at: number) => ids.get(ENGLISH[subject][at].title) as string;
  const read = (id: string) => readLinks(desk.api, id);
  const scoresOf = (links: Json[]) => links.map(({ documentId, score }) => [documentId, score]);
  const hold = (id: string, data: Json) => desk.api.write('PUT', `/api/story-blocks/holds/${id}`, data);
  const lift = (id: string) => desk.api.send('DELETE', `/api/story-blocks/holds/${id}`);

  async function publish(story: Told, number: number, more: Json = {}): Promise<string> {
    const id = await writer.create('articles', dataOf(story, number, more), 'en', true);
    told.set(id, story);
    ids.set(story.title, id);
    return id;
  }

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    await withoutFloor(desk);
    for (const [at, story] of STORIES.entries()) await publish(story, at);
    await rested(app.strapi);
  });
  afterAll(() => app?.stop());

  test('are of the same subject, for reasons in words of the two, the best first', async () => {
    for (const [subject, stories] of Object.entries(ENGLISH)) {
      for (const [at, story] of stories.entries()) {
        const id = idOf(subject as keyof typeof ENGLISH, at);
        const links = await read(id);
        const others = stories.filter((other) => other !== story).map(({ title }) => title);
        expect(titlesOf(links).slice(0, 2).sort(), story.title).toEqual(others.sort());
        expectGrounds(links, story, (documentId) => told.get(documentId));
        expect(idsOf(links)).not.toContain(id);
        expect(new Set(idsOf(links)).size).toBe(links.length);
      }
    }
  });

  test('name people and places in full, apart from other words', async () => {
    const [link] = await read(idOf('chess', 0));
    expect(link.reasons.find(({ type }: Json) => type === 'names').labels).toEqual(
      expect.arrayContaining(['Anahit Mirzoyan', 'Batumi'])
    );
    const terms = link.reasons.find(({ type }: Json) => type === 'terms')?.labels ?? [];
    expect(terms.filter((word: string) => ['Batumi', 'Anahit', 'Mirzoyan'].includes(word))).toEqual([]);
  });

  const TAKEN_DOWN: [string, (id: string) => Promise<unknown>, (id: string) => Promise<unknown>][] = [
    ['killed', (id) => hold(id, { state: 'canceled' }), lift],
    ['withheld', (id) => hold(id, { state: 'withheld' }), lift],
    [
      'under embargo',
      (id) => hold(id, { state: 'embargo', until: new Date(Date.now() + 3_600_000).toISOString(), thenPublish: false }),
      lift,
    ],
    [
      'unpublished',
      (documentId) => documentsOf(app.strapi, 'articles').unpublish({ documentId, locale: 'en' }),
      async () => {},
    ],
    [
      'unpublished with others',
      (id) =>
        desk.admin.send('POST', manager('articles', '/actions/bulkUnpublish'), { documentIds: [id], locale: 'en' }),
      async () => {},
    ],
  ];
  test.each(TAKEN_DOWN)(
    'leave out a story that is %s at once, and have it back when it returns',
    async (_name, takeDown, release) => {
      const [host, other, gone] = [idOf('strike', 0), idOf('strike', 1), idOf('strike', 2)];
      const before = await read(host);
      expect(idsOf(before)).toContain(gone);
      await takeDown(gone);
      for (const id of [host, other]) expect(idsOf(await read(id))).not.toContain(gone);
      expect((await desk.api.get(`/api/story-blocks/related/${gone}`)).status).toBe(404);
      await rested(app.strapi);
      for (const id of [host, other]) expect(idsOf(await read(id))).not.toContain(gone);
      await release(gone);
      await writer.publish(gone, 'en');
      await rested(app.strapi);
      expect(scoresOf(await read(host))).toEqual(scoresOf(before));
      expect(
        idsOf(await read(gone))
          .slice(0, 2)
          .sort()
      ).toEqual([host, other].sort());
    }
  );

  test('leave out a story that is deleted, and do not give its place to another of its name', async () => {
    const story = { title: 'Chess club burns', text: 'A chess club in Batumi burned with every pawn of Mirzoyan.' };
    const id = await publish(story, 40);
    await rested(app.strapi);
    expect(idsOf(await read(idOf('chess', 0)))).toContain(id);
    await writer.delete('articles', id, 'en');
    expect(idsOf(await read(idOf('chess', 0)))).not.toContain(id);
    const again = await publish(story, 41);
    await rested(app.strapi);
    expect(idsOf(await read(idOf('chess', 0)))).toContain(again);
    expect(idsOf(await read(idOf('chess', 0)))).not.toContain(id);
    await writer.delete('articles', again, 'en');
    await rested(app.strapi);
  });

  test('never show a draft, nor what a draft says', async () => {
    const [host, changed] = [idOf('volcano', 0), idOf('volcano', 1)];
    const draft = await writer.create('articles', dataOf(ENGLISH.volcano[0], 50), 'en', false);
    const before = await read(host);
    await writer.update('articles', changed, { title: 'A draft', body: paragraphs('Nothing in common.') }, 'en', true);
    await rested(app.strapi);
    expect(idsOf(await read(host))).not.toContain(draft);
    expect(await read(host)).toEqual(before);
    const preview = await desk.api.get(`/api/story-blocks/pages/${draft}?status=draft`);
    expect(preview.status).toBe(200);
    expect(JSON.stringify(preview.body.data.blocks)).not.toContain(`"${draft}"`);
    await writer.delete('articles', draft, 'en');
    await writer.update('articles', changed, dataOf(ENGLISH.volcano[1], 1), 'en');
    await rested(app.strapi);
  });

  test('show no story twice on a page, nor the page’s own, however often they are placed', async () => {
    const site = await writer.create('sites', { name: 'Twice', url: 'https://twice.example' }, 'en');
    const section = await writer.create('sections', { name: 'Ports', site }, 'en');
    const few = { __component: 'story-blocks.related-links', limit: 1 };
    await writer.update(
      'sites',
      site,
      {
        storyLayout: [
          few,
          { __component: 'story-blocks.section-teaser', section, count: 1 },
          few,
          { __component: 'story-blocks.headline-rails', rails: [{ section, limit: 5 }] },
          few,
        ],
      },
      'en'
    );
    const all = [0, 1, 2].map((at) => idOf('strike', at));
    for (const id of all) await writer.update('articles', id, { section }, 'en');
    await rested(app.strapi);
    for (const id of all) {
      const { blocks } = (await desk.api.get(`/api/story-blocks/pages/${id}`)).body.data;
      const shown: string[] = [];
      JSON.stringify(blocks, (key, value) => {
        if (key === 'documentId') shown.push(value);
        return value;
      });
      const stories = shown.filter((one) => told.has(one));
      expect(blocks[0].links).toHaveLength(1);
      expect(stories.length).toBeGreaterThan(2);
      expect(new Set(stories).size).toBe(stories.length);
      expect(stories).not.toContain(id);
    }
    for (const id of all) await writer.update('articles', id, { section: null }, 'en');
    await rested(app.strapi);
  });

  test('of stories that are written later appear with older ones, without these being written', async () => {
    const host = idOf('volcano', 0);
    const article = () => app.strapi.db.connection('articles').where({ document_id: host }).orderBy('id');
    const before = await article();
    const story = {
      title: 'Hrafnfjall wakes again',
      text: 'A tremor under Hrafnfjall woke geologists; the volcano threw ash on the glacier, and farmers took their sheep away.',
    };
    const id = await publish(story, 60);
    await rested(app.strapi);
    const link = (await read(host)).find(({ documentId }) => documentId === id);
    expect(labelsOf(link)).toContain('Hrafnfjall');
    expect(await article()).toEqual(before);
    await writer.delete('articles', id, 'en');
    await rested(app.strapi);
  });

  test('follow a story that is about something else from now on, both ways', async () => {
    const [moved, left, found] = [idOf('chess', 2), idOf('chess', 0), idOf('volcano', 0)];
    expect(idsOf(await read(left))).toContain(moved);
    expect(idsOf(await read(found)).slice(0, 2)).not.toContain(moved);
    const about = {
      title: 'Geologists climb the crater',
      text: 'Geologists climbed the crater of Hrafnfjall, where lava had glowed, and found the glacier black with ash of the eruption.',
    };
    told.set(moved, about);
    await writer.update('articles', moved, { title: about.title, body: paragraphs(about.text) }, 'en');
    await rested(app.strapi);
    const links = await read(moved);
    const volcano = [0, 1, 2].map((at) => idOf('volcano', at));
    expect(volcano).toEqual(expect.arrayContaining(idsOf(links).slice(0, 2)));
    expectGrounds(links, about, (id) => told.get(id));
    expect(idsOf(await read(found))).toContain(moved);
    const stale = (await read(left)).filter(({ documentId }) => documentId === moved);
    expect(stale.flatMap(labelsOf).filter((word) => /Batumi|Mirzoyan|audience/.test(word))).toEqual([]);
    told.set(moved, ENGLISH.chess[2]);
    await writer.update('articles', moved, dataOf(ENGLISH.chess[2], 5), 'en');
    await rested(app.strapi);
    expect(idsOf(await read(left)).slice(0, 2)).toContain(moved);
  });

  test('give the newer of two first that belong as much', async () => {
    const at = (hours: number) => ({
      filedAt: new Date(Date.parse(filedAt(0)) + 3e9 + hours * 3_600_000).toISOString(),
    });
    const same = { title: 'Regatta', text: 'Sloops of Kotor raced yawls round the lagoon.' };
    const host = await publish({ title: 'Regatta', text: 'In Kotor yawls and sloops raced on a lagoon.' }, 0, at(0));
    const companions: string[] = [];
    for (const hours of [1, 2]) {
      const [newer, older] = [await publish(same, 0, at(hours)), await publish(same, 0, at(-hours))];
      companions.push(newer, older);
    }
    await rested(app.strapi);
    const found = (await read(host)).filter(({ documentId }) => companions.includes(documentId));
    const scores = found.map(({ score }) => score);
    for (const id of [host, ...companions]) await writer.delete('articles', id, 'en');
    await rested(app.strapi);
    expect(scores).toEqual([scores[0], scores[0], scores[2], scores[2]]);
    expect(idsOf(found)).toEqual(companions);
  });

  test('are the same after a rebuild, and after another', async () => {
    await rebuilt(app.strapi);
    const kept = await keptLinks(app.strapi);
    expect(kept.length).toBeGreaterThan(STORIES.length);
    const shown = await read(idOf('chess', 1));
    await rebuilt(app.strapi);
    expect(await keptLinks(app.strapi)).toEqual(kept);
    expect(scoresOf(await read(idOf('chess', 1)))).toEqual(scoresOf(shown));
  });

  const reasons: Json[] = [];
  test('are the same whatever the order in which the archive came to be', async () => {
    await rebuilt(app.strapi);
    const kept = await keptLinks(app.strapi);
    reasons.push((await keptReasons(app.strapi)).map(({ score, ...link }) => link));
    const all = [...ids.entries()].filter(([title]) => STORIES.some((story) => story.title === title)).reverse();
    for (const [at, [title, id]] of all.entries()) {
      const number = STORIES.findIndex((story) => story.title === title);
      if (at % 3 === 0) {
        await writer.delete('articles', id, 'en');
        ids.delete(title);
        await publish({ title, text: 'First told otherwise.' }, number + 200);
      } else {
        await documentsOf(app.strapi, 'articles').unpublish({ documentId: id, locale: 'en' });
      }
    }
    await rested(app.strapi);
    for (const story of [...STORIES].sort((a, b) => (a.text < b.text ? -1 : 1))) {
      const id = ids.get(story.title) as string;
      told.set(id, story);
      await writer.update('articles', id, dataOf(story, STORIES.indexOf(story)), 'en');
    }
    await rested(app.strapi);
    await rebuilt(app.strapi);
    expect(await keptLinks(app.strapi)).toEqual(kept);
    reasons.push((await keptReasons(app.strapi)).map(({ score, ...link }) => link));
    expect(typesOf((await read(idOf('chess', 1)))[0])).toContain('names');
  });

  test('give the same reasons whatever that order', () => {
    expect(reasons).toHaveLength(2);
    expect(reasons[1]).toEqual(reasons[0]);
  });
});
