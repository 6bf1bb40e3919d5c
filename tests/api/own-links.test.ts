import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf } from '../support/admin';
import { bootChanged } from '../support/changed-app';
import { allowPublic, createClient, createToken, type Json, settled } from '../support/client';
import { foundNewsroom, type Newsroom, nextFiling, paragraphs, storyData } from '../support/newsroom';
import { ours, statementsOf } from '../support/statements';
import { anyClient, bootStrapi, clients, type Running } from '../support/strapi';
import { contentApi, type Data, type Desk, openDesk, type Writer } from '../support/writers';

const NORTH = 'https://north-own.example';
const HARBOR = 'https://harbor-own.example';

type External = { title: string; url: string };
const external = (...urls: string[]): External[] => urls.map((url, at) => ({ title: `Editor's title ${at}`, url }));

/** A newsroom whose stories list each other under their external links. */
async function openRoom(app: Running) {
  const desk: Desk = await openDesk(app);
  const writer: Writer = contentApi(desk.api);
  const room: Newsroom = await foundNewsroom(writer, 'own', { stories: false });
  let written = 0;
  /** A story of a slug of its own, which nothing but its address joins to others. */
  async function story(more: Data = {}, publish = true): Promise<{ id: string; slug: string; title: string }> {
    written += 1;
    const [title, slug] = [`Story ${written} of its own`, `own-story-${written}`];
    const data = { title, slug, section: room.sections.world, filedAt: nextFiling(), ...more };
    const id = await writer.create('articles', data, 'en', publish);
    return { id, slug: String(data.slug), title: String(data.title) };
  }
  const host = async (urls: string[], more: Data = {}) => story({ externalLinks: external(...urls), ...more });
  const related = async (id: string, query = ''): Promise<Json[]> => {
    const answer = await desk.api.get(`/api/story-blocks/related/${id}?limit=50${query}`);
    expect(answer.status, answer.text).toBe(200);
    return answer.body.data;
  };
  /** The story's own links in their order: a story's document id, else the address. */
  const own = async (id: string, query = '') =>
    (await related(id, query))
      .filter(({ reasons }) => reasons.some(({ type }: Json) => type === 'external'))
      .map(({ kind, documentId, url }) => (kind === 'story' ? documentId : url));
  const hold = async (id: string, data: Data = { state: 'canceled' }): Promise<Json> =>
    (await desk.api.write('PUT', `/api/story-blocks/holds/${id}`, data)).receipt;
  const lift = (id: string) => desk.api.send('DELETE', `/api/story-blocks/holds/${id}`);
  return { desk, writer, room, story, host, related, own, hold, lift };
}

describe.each(anyClient)('external links to our own stories, on %s', (client) => {
  let app: Running;
  let at: Awaited<ReturnType<typeof openRoom>>;
  beforeAll(async () => {
    app = await bootStrapi({ client });
    at = await openRoom(app);
  });
  afterAll(() => app?.stop());
  const path = ({ slug }: { slug: string }, base = NORTH) => `${base}/world-own/${slug}`;
  const articles = () => documentsOf(app.strapi, 'articles');

  test('a live story stands as itself, in the editor’s order', async () => {
    const story = await at.story({ datelines: [at.room.places.tromso], source: at.room.sources.npa });
    const host = await at.host(['https://elsewhere.example/a', path(story), 'https://elsewhere.example/b']);
    expect(await at.own(host.id)).toEqual(['https://elsewhere.example/a', story.id, 'https://elsewhere.example/b']);
    const link = (await at.related(host.id)).find(({ documentId }) => documentId === story.id);
    expect(link).toMatchObject({
      kind: 'story',
      title: story.title,
      url: path(story),
      kicker: 'WORLD own',
      pinned: false,
    });
    expect(link.dateline).toMatch(/^Tromso/);
    expect(link.reasons).toEqual([{ type: 'external', label: 'north-own.example' }]);
  });

  test.each<[string, (slug: string) => string]>([
    ['http', (slug) => `http://north-own.example/world-own/${slug}`],
    ['www and a port', (slug) => `https://WWW.North-Own.example:443/world-own/${slug}`],
    ['a point after the host', (slug) => `https://north-own.example./world-own/${slug}/`],
    ['another site of ours', (slug) => `${HARBOR}/port-own/${slug}`],
    ['a section that it left', (slug) => `${NORTH}/sport-own/${slug}`],
    ['a query and a fragment', (slug) => `${NORTH}/world-own/${slug}?utm_source=mail#top`],
    ['.html', (slug) => `${NORTH}/world-own/${slug}.html`],
    ['AMP', (slug) => `https://amp.north-own.example/world-own/${slug}/amp`],
    ['capitals', (slug) => `${NORTH}/World-Own/${slug.toUpperCase()}`],
    ['signs that are encoded', (slug) => `${NORTH}/world-own/${slug.replace('-', '%2D')}`],
    ['a longer path', (slug) => `${NORTH}/en/world-own/2026/${slug}`],
  ])('its address with %s is its address', async (_name, address) => {
    const story = await at.story();
    const host = await at.host([address(story.slug)]);
    expect(await at.own(host.id)).toEqual([story.id]);
    await at.hold(story.id);
    expect(await at.own(host.id)).toEqual([]);
  });

  test.each([
    `${NORTH}/`,
    `${NORTH}/about`,
    `${NORTH}/world-own`,
    `${NORTH}/files/report.pdf`,
    `${NORTH}/topics/ice-own`,
    'https://north-own.example.org/world-own/x',
    'mailto:desk@north-own.example',
  ])('%s names no story and stays', async (url) => {
    const host = await at.host([url]);
    expect(await at.own(host.id)).toEqual([url]);
  });

  test('the address of a topic or section stays its own where a story has the same slug', async () => {
    const topic = await at.writer.create('topics', { name: 'Whales', slug: 'whales-own' }, 'en');
    const section = await at.writer.create('sections', { name: 'Seals', slug: 'seals-own' }, 'en');
    const stories = [await at.story({ slug: 'whales-own' }), await at.story({ slug: 'seals-own' })];
    const host = await at.host([`${NORTH}/topics/whales-own`, `${NORTH}/seals-own`, `${NORTH}/x/whales-own`]);
    const addresses = [`${NORTH}/topics/whales-own`, `${NORTH}/seals-own`];
    expect(await at.own(host.id)).toEqual([...addresses, stories[0].id]);
    for (const { id } of stories) await at.hold(id);
    expect(await at.own(host.id)).toEqual(addresses);
    await at.writer.delete('topics', topic, 'en');
    await at.writer.delete('sections', section, 'en');
    expect(await at.own(host.id)).toEqual([]);
  });

  test('the same slug on another host is another’s', async () => {
    const story = await at.story();
    const url = path(story, 'https://elsewhere.example');
    const host = await at.host([url]);
    expect(await at.own(host.id)).toEqual([url]);
    await at.hold(story.id);
    expect(await at.own(host.id)).toEqual([url]);
  });

  test.each<[string, Data]>([
    ['killed', { state: 'canceled' }],
    ['withheld', { state: 'withheld' }],
    ['under embargo', { state: 'embargo', until: '2099-01-01T00:00:00Z' }],
  ])('a story that is %s is left out, and returns', async (_name, data) => {
    const story = await at.story();
    const host = await at.host([path(story)]);
    await at.hold(story.id, data);
    expect(await at.own(host.id)).toEqual([]);
    expect((await at.desk.api.get(`/api/story-blocks/pages/${host.id}`)).text).not.toContain(story.slug);
    await at.lift(story.id);
    expect(await at.own(host.id)).toEqual([]);
    await at.writer.publish(story.id, 'en');
    expect(await at.own(host.id)).toEqual([story.id]);
  });

  test('a draft, and what is unpublished or deleted, is left out', async () => {
    const [draft, unpublished, deleted] = [await at.story({}, false), await at.story(), await at.story()];
    const host = await at.host([path(draft), path(unpublished), path(deleted), 'https://elsewhere.example/']);
    expect(await at.own(host.id)).toEqual([unpublished.id, deleted.id, 'https://elsewhere.example/']);
    await articles().unpublish({ documentId: unpublished.id, locale: 'en' });
    await at.writer.delete('articles', deleted.id, '*');
    expect(await at.own(host.id)).toEqual(['https://elsewhere.example/']);
    await at.writer.publish(draft.id, 'en');
    expect(await at.own(host.id)).toEqual([draft.id, 'https://elsewhere.example/']);
  });

  test('a renamed story is found by its former slugs, with its present headline and address', async () => {
    const story = await at.story();
    const host = await at.host([path(story)]);
    await at.writer.update('articles', story.id, { slug: `${story.slug}-again`, title: 'Called anew' }, 'en');
    await at.writer.update('articles', story.id, { slug: `${story.slug}-at-last` }, 'en');
    expect(await at.own(host.id)).toEqual([story.id]);
    const [link] = await at.related(host.id);
    expect(link).toMatchObject({ title: 'Called anew', url: `${path(story)}-at-last` });
    const receipt = await at.hold(story.id);
    expect(receipt.pages.named.map(({ documentId }: Json) => documentId)).toContain(host.id);
    expect(await at.own(host.id)).toEqual([]);
  });

  test('a story is never its own link, by whichever slug and in whichever language', async () => {
    const story = await at.story();
    const fr = { ...storyData(at.room, 'fr', 'Chez soi'), slug: `${story.slug}-fr`, topics: [], byline: [] };
    await at.writer.update('articles', story.id, fr, 'fr');
    const links = external(path(story), `${path(story)}-fr`, `${path(story)}-new`, 'https://elsewhere.example/');
    await at.writer.update('articles', story.id, { slug: `${story.slug}-new`, externalLinks: links }, 'en');
    await at.writer.update('articles', story.id, { ...fr, externalLinks: links }, 'fr');
    expect(await at.own(story.id)).toEqual(['https://elsewhere.example/']);
    expect(await at.own(story.id, '&locale=fr')).toEqual(['https://elsewhere.example/']);
  });

  test('a story stands once, however often it is listed, ranked or pinned', async () => {
    const shared = { topics: [at.room.topics.ice], body: paragraphs('The lighthouse keeper of Vardø counted whales.') };
    const [story, other] = [await at.story(shared), await at.story(shared)];
    const host = await at.host([path(other), path(story), path(story, HARBOR)], shared);
    await settled(app.strapi);
    const ids = async () => (await at.related(host.id)).flatMap(({ documentId }) => documentId ?? []);
    const once = (all: string[]) => expect(all.filter((id) => id === story.id)).toHaveLength(1);
    expect((await ids()).slice(0, 2)).toEqual([other.id, story.id]);
    once(await ids());
    const put = (data: Json) => at.desk.admin.send('PUT', `/story-blocks/pins/${host.id}?locale=en`, { data });
    const pinned = await put({ version: 0, pins: [{ documentId: story.id }], hides: [] });
    expect(pinned.status, pinned.text).toBe(200);
    once(await ids());
    expect((await ids()).slice(0, 2)).toEqual([other.id, story.id]);
    const hidden = await put({ version: pinned.body.data.version, pins: [], hides: [{ documentId: story.id }] });
    expect(hidden.status, hidden.text).toBe(200);
    expect(await ids()).not.toContain(story.id);
  });

  test('a story of another language stands in the page’s where it is live there, else in its own', async () => {
    const story = await at.story();
    const fr = { ...storyData(at.room, 'fr', 'En français'), slug: `${story.slug}-fr`, topics: [], byline: [] };
    await at.writer.update('articles', story.id, fr, 'fr');
    const host = await at.host([`${path(story)}-fr`]);
    const titles = async () => (await at.related(host.id)).slice(0, 1).map(({ title, locale }) => [title, locale]);
    expect(await titles()).toEqual([[story.title, 'en']]);
    await articles().unpublish({ documentId: story.id, locale: 'en' });
    expect(await titles()).toEqual([['En français', 'fr']]);
    const receipt = await at.hold(story.id);
    expect(receipt.pages.named).toContainEqual(
      expect.objectContaining({ documentId: host.id, locale: 'en', blocks: ['related-links'] })
    );
    expect(await at.own(host.id)).toEqual([]);
  });

  test('a story that is live in a third language only is left out', async () => {
    const story = await at.story({}, false);
    const fr = { ...storyData(at.room, 'fr', 'Seulement ici'), slug: `${story.slug}-fr`, topics: [], byline: [] };
    await at.writer.update('articles', story.id, fr, 'fr');
    const host = await at.host([path(story)]);
    expect(await at.own(host.id)).toEqual([]);
  });

  test('no tag of a cache names a story that is not live, and its becoming live is seen', async () => {
    const [draft, waiting, killed] = [await at.story({}, false), await at.story(), await at.story()];
    const host = await at.host([path(draft), path(waiting), path(killed)]);
    await at.hold(killed.id);
    await at.hold(waiting.id, { state: 'embargo', until: '2999-01-01T00:00:00.000Z' });
    await allowPublic(
      app.strapi,
      ['article', 'section', 'topic', 'site', 'author', 'dateline', 'source'].map((name) => `api::${name}.${name}.find`)
    );
    const read = (route: string) => createClient(app).get(`/api/story-blocks/${route}/${host.id}?locale=en`);
    for (const route of ['pages', 'related']) {
      const answer = await read(route);
      expect(answer.status, answer.text).toBe(200);
      const told = `${answer.headers.get('cache-tag')} ${answer.text}`;
      for (const { id, slug } of [draft, waiting, killed]) {
        expect(told).not.toContain(id);
        expect(told).not.toContain(slug);
        expect(told).not.toContain(createHash('sha256').update(slug).digest('base64url').slice(0, 16));
      }
    }
    await articles().publish({ documentId: draft.id, locale: 'en' });
    expect(await at.own(host.id)).toEqual([draft.id]);
    const tags = (await read('related')).headers.get('cache-tag');
    expect(tags).toContain(draft.id);
    await at.lift(killed.id);
    await articles().publish({ documentId: killed.id, locale: 'en' });
    expect(await at.own(host.id)).toEqual([draft.id, killed.id]);
  });

  test('kinds are those of what is shown', async () => {
    const story = await at.story();
    const host = await at.host([path(story), 'https://elsewhere.example/']);
    expect(await at.own(host.id, '&kinds=external')).toEqual(['https://elsewhere.example/']);
    expect(await at.own(host.id, '&kinds=story')).toEqual([story.id]);
    expect(await at.own(host.id, '&kinds=landing')).toEqual([]);
  });

  test('pages, text edition, GraphQL and ?include= say the same', async () => {
    const [story, gone] = [await at.story(), await at.story()];
    const host = await at.host([path(gone), path(story)]);
    await at.hold(gone.id);
    const { blocks } = (await at.desk.api.get(`/api/story-blocks/pages/${host.id}`)).body.data;
    const ofPage = blocks.find(({ type }: Json) => type === 'related-links').links;
    expect(ofPage[0]).toMatchObject({ kind: 'story', documentId: story.id });
    const text = (await at.desk.api.get(`/api/story-blocks/pages/${host.id}`, { Accept: 'text/plain' })).text;
    expect(text).toContain(story.title);
    expect(text).not.toContain('Editor');
    const { body } = await at.desk.api.graphql(
      `query ($id: ID!) { article(documentId: $id) { relatedLinks { kind documentId title url } } }`,
      { id: host.id }
    );
    const [first] = body.data.article.relatedLinks;
    expect(first).toEqual({ kind: 'story', documentId: story.id, title: story.title, url: path(story) });
    const entry = (await at.desk.api.get(`/api/articles/${host.id}?include=related`)).body.data;
    expect(entry.related).toEqual((await at.related(host.id)).slice(0, entry.related.length));
    const desk = (await at.desk.admin.get(`/story-blocks/desk/related/${host.id}?locale=en`)).body.data;
    expect(desk.links[0]).toMatchObject({ kind: 'story', documentId: story.id, shown: true });
    expect(JSON.stringify(desk.links)).not.toContain(gone.id);
  });

  test('what is kept follows a kill, a return, a new name and a new host', async () => {
    const story = await at.story();
    const later = `${NORTH}/world-own/not-written-yet-${client}`;
    const moved = 'https://moved-own.example/world-own';
    const host = await at.host([path(story), later, `${moved}/${story.slug}-x`]);
    const ask = async () => {
      const { body } = await at.desk.api.graphql(
        `query ($id: ID!) { relatedLinks(documentId: $id, locale: "en") { documentId url title reasons { type } } }`,
        { id: host.id }
      );
      return body.data.relatedLinks
        .filter(({ reasons }: Json) => reasons.some(({ type }: Json) => type === 'external'))
        .map(({ documentId, url, title }: Json) => (documentId ? title : url));
    };
    expect(await ask()).toEqual([story.title, later, `${moved}/${story.slug}-x`]);
    await at.hold(story.id);
    expect(await ask()).toEqual([later, `${moved}/${story.slug}-x`]);
    await at.lift(story.id);
    await at.writer.update('articles', story.id, { title: 'It came back' }, 'en');
    expect(await ask()).toEqual(['It came back', later, `${moved}/${story.slug}-x`]);
    const fresh = await at.story({ slug: `not-written-yet-${client}` });
    expect(await ask()).toEqual(['It came back', fresh.title, `${moved}/${story.slug}-x`]);
    const target = await at.story({ slug: `${story.slug}-x` });
    await at.writer.create('sites', { name: `Moved ${client}`, url: moved.replace('/world-own', '') }, 'en');
    expect(await ask()).toEqual(['It came back', fresh.title, target.title]);
  });

  test('a list costs as many statements for twenty stories as for two', async () => {
    const story = await at.story();
    for (let count = 0; count < 20; count += 1) await at.host([path(story)], { slug: `counted-${count}-${client}` });
    await settled(app.strapi);
    const costOf = async (count: number, limit: number) => {
      const query = `{ articles(filters: { slug: { startsWith: "counted-" } }, pagination: { limit: ${count} }) { relatedLinks(limit: ${limit}) { title url } } }`;
      const heard = await statementsOf(app.strapi, async () => {
        const { body } = await at.desk.api.graphql(query);
        expect(body.data.articles).toHaveLength(count);
        for (const { relatedLinks } of body.data.articles) expect(relatedLinks[0].title).toBe(story.title);
      });
      return ours(heard).length;
    };
    // What the background work asks meanwhile comes on top. Another limit each time, so that no answer is kept.
    const cost = async (count: number) => {
      const costs: number[] = [];
      for (const more of [0, 8, 16]) costs.push(await costOf(count, (count % 7) + 2 + more));
      return Math.min(...costs);
    };
    const few = await cost(2);
    expect(await cost(20)).toBeLessThanOrEqual(few + 1);
  });

  describe('texts that lead to a story', () => {
    const link = (url: string) => [
      { type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'as told' }] }] },
    ];
    const idsIn = ({ textLinks }: Json) => textLinks.named.map(({ documentId }: Json) => documentId);

    test('are named by the receipt of a kill, before and after it', async () => {
      const story = await at.story();
      await at.writer.update('articles', story.id, { slug: `${story.slug}-b` }, 'en');
      const leading = [
        await at.story({ body: link(`${path(story)}?ref=body`) }),
        await at.story({ body: paragraphs(`More: http://www.north-own.example/world-own/${story.slug}-b.`) }),
        await at.story({ summary: `Told at ${HARBOR.slice(8)}/x/${story.slug}` }),
        await at.story({ body: paragraphs(`[As told](/world-own/${story.slug})`) }),
      ];
      await at.story({ body: link(path(story, 'https://elsewhere.example')) });
      await at.story({ body: link(`${path(story)}-other`) });
      await at.story({ body: link(path(story)) }, false);
      await at.writer.update('articles', story.id, { body: link(path(story)) }, 'en');
      const before = (await at.desk.admin.get(`/story-blocks/desk/standing/${story.id}`)).body.data;
      const receipt = await at.hold(story.id);
      for (const told of [before, receipt]) {
        expect(idsIn(told).sort()).toEqual(leading.map(({ id }) => id).sort());
        expect(told.textLinks).toMatchObject({ total: 4, exact: true });
      }
      expect(receipt.textLinks.named).toContainEqual({
        type: 'api::article.article',
        documentId: leading[0].id,
        title: leading[0].title,
        url: path(leading[0]),
        locale: 'en',
      });
      // The text leads there still, until an editor takes it out.
      const after = (await at.desk.admin.get(`/story-blocks/desk/standing/${story.id}`)).body.data;
      expect(after.pages.total).toBe(0);
      expect(after.textLinks.total).toBe(4);
      await at.writer.update('articles', leading[0].id, { body: paragraphs('Nothing more.') }, 'en');
      const mended = (await at.desk.admin.get(`/story-blocks/desk/standing/${story.id}`)).body.data;
      expect(idsIn(mended)).not.toContain(leading[0].id);
    });

    test('are found by hosts that became ours since', async () => {
      const story = await at.story();
      const url = `https://later-${client}.example/world/${story.slug}`;
      const leading = await at.story({ body: link(url) });
      const standing = async () =>
        (await at.desk.admin.get(`/story-blocks/desk/standing/${story.id}`)).body.data as Json;
      expect(idsIn(await standing())).toEqual([]);
      await at.writer.create('sites', { name: `Later ${client}`, url: `https://later-${client}.example` }, 'en');
      expect(idsIn(await standing())).toEqual([leading.id]);
    });

    test('are told to nobody who may not read the story', async () => {
      const story = await at.story();
      await at.story({ body: link(path(story)) });
      const token = await createToken(app.strapi, 'custom', ['plugin::story-blocks.holds.set']);
      const data = { state: 'withheld' };
      const address = `/api/story-blocks/holds/${story.id}`;
      const answer = await createClient(app, token).send('PUT', address, { data });
      expect([answer.status, answer.body.data]).toEqual([404, null]);
    });

    test('are indexed again by an upgrade, in the background', async () => {
      const story = await at.story();
      const leading = await at.story({ body: link(path(story)) });
      const host = await at.host([path(story)]);
      const refs = () =>
        app.strapi.db
          .connection('story_blocks_card_refs')
          .whereIn('role', ['text', 'external'])
          .whereIn('document_id', [leading.id, host.id]);
      // As a version before left them.
      await refs().delete();
      const upkeep = app.strapi.plugin('story-blocks').service('upkeep') as { reconcile(): Promise<unknown> };
      await upkeep.reconcile();
      expect(await refs().distinct('document_id').pluck('document_id')).toHaveLength(2);
      expect(idsIn((await at.desk.admin.get(`/story-blocks/desk/standing/${story.id}`)).body.data)).toEqual([
        leading.id,
      ]);
    });
  });
});

describe('without story-slugs', () => {
  let app: Running;
  let at: Awaited<ReturnType<typeof openRoom>>;
  beforeAll(async () => {
    app = await bootChanged({ client: clients[0] }, (distDir) => {
      const schema = `${distDir}/src/api`;
      for (const name of ['article', 'author', 'section', 'site', 'topic']) {
        const file = `${schema}/${name}/content-types/${name}/schema.json`;
        const text = fs
          .readFileSync(file, 'utf8')
          .replace('"type": "customField",\n      "customField": "plugin::story-slugs.slug"', '"type": "string"');
        fs.writeFileSync(file, text);
      }
      const file = `${distDir}/config/plugins.js`;
      fs.writeFileSync(
        file,
        `${fs.readFileSync(file, 'utf8')}\nconst own = module.exports.default; module.exports = (env) => ({ ...own(env), 'story-slugs': { enabled: false } });`
      );
    });
    at = await openRoom(app);
  });
  afterAll(() => app?.stop());

  test('what was killed, renamed or deleted is known by what this plugin keeps itself', async () => {
    expect(app.strapi.plugins['story-slugs']).toBeUndefined();
    const [killed, renamed, deleted] = [await at.story(), await at.story(), await at.story()];
    const urls = [killed, renamed, deleted].map(({ slug }) => `${NORTH}/world-own/${slug}`);
    const host = await at.host([...urls, `${NORTH}/about`]);
    expect(await at.own(host.id)).toEqual([killed.id, renamed.id, deleted.id, `${NORTH}/about`]);
    await at.writer.update('articles', renamed.id, { slug: 'renamed-since' }, 'en');
    await at.writer.delete('articles', deleted.id, '*');
    const receipt = await at.hold(killed.id);
    expect(receipt.pages.named.map(({ documentId }: Json) => documentId)).toContain(host.id);
    expect(await at.own(host.id)).toEqual([renamed.id, `${NORTH}/about`]);
    await at.hold(renamed.id);
    expect(await at.own(host.id)).toEqual([`${NORTH}/about`]);
  });
});
