import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { above } from '../support/above-database';
import { logInWith, type Permission } from '../support/access/callers';
import { createAdmin, forbidRole } from '../support/admin';
import { bootChanged, editSchema } from '../support/changed-app';
import { type Answer, createClient, createToken, type Json, settled } from '../support/client';
import { forgetLinks, rowsOf } from '../support/database';
import { paragraphs } from '../support/newsroom';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { adminApi, contentApi, type Desk, openDesk, type Writer } from '../support/writers';

const PINS = 'plugin::story-blocks.pins.set';
const ARTICLE = 'api::article.article';
const HOUR_MS = 3_600_000;
const FIRST = Date.parse('2025-05-06T00:00:00.000Z');
const soon = (ms: number) => new Date(Date.now() + ms).toISOString();
const sleepUntil = (instant: string) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(instant) - Date.now()) + 20));

describe.each(clients)('pins and hides, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let editor: Writer;
  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    editor = adminApi(desk.admin);
  });
  afterAll(() => app?.stop());

  let filed = 0;
  /** A story in English, and French where it is told. All share a word, so that they are among each other's links. */
  async function story(title: string, { french = false, draft = false, topic }: Json = {}): Promise<string> {
    filed += 1;
    const data = {
      title,
      body: paragraphs(`The lighthouse keeper Ottokar Brandreth spoke of ${title}.`),
      filedAt: new Date(FIRST + filed * HOUR_MS).toISOString(),
      ...(topic ? { topics: [topic] } : {}),
    };
    const id = await writer.create('articles', data, 'en', !draft);
    if (french) await writer.update('articles', id, { ...data, title: `${title} en français` }, 'fr');
    return id;
  }
  /** A newsroom of its own: a host and stories that share its topic, newest last. */
  async function desks(name: string, count: number, options: Json = {}): Promise<{ host: string; others: string[] }> {
    const topic = await writer.create('topics', { name }, 'en');
    await writer.update('topics', topic, { name }, 'fr');
    const others: string[] = [];
    for (let at = 0; at < count; at += 1) others.push(await story(`${name} ${at}`, { topic, ...options }));
    const host = await story(`${name} host`, { topic, ...options });
    return { host, others };
  }

  const address = (id: string, locale?: string) => `/story-blocks/pins/${id}${locale ? `?locale=${locale}` : ''}`;
  const put = (id: string, data: Json, locale?: string) => desk.admin.send('PUT', address(id, locale), { data });
  async function set(id: string, data: Json, locale?: string): Promise<Json> {
    const answer = await put(id, data, locale);
    expect(answer.status, answer.text).toBe(200);
    return answer.body.data;
  }
  const will = async (id: string, locale?: string): Promise<Json> =>
    (await desk.admin.get(address(id, locale))).body.data;
  const states = ({ targets }: Json) =>
    Object.fromEntries(targets.map((target: Json) => [target.documentId, target.state]));

  /** The story links of a story, the same by every route: ids in their order. */
  async function links(id: string, locale = 'en'): Promise<{ pinned: string[]; ranked: string[] }> {
    const related = await desk.api.get(
      `/api/story-blocks/related/${id}?kinds=story&limit=50&locale=${encodeURIComponent(locale)}`
    );
    const found: Json[] = related.body.data;
    const few = found.slice(0, 5).map(({ documentId }) => documentId);
    const page = (await desk.api.get(`/api/story-blocks/pages/${id}?locale=${locale}`)).body.data;
    const block = page.blocks.find(({ type }: Json) => type === 'related-links');
    const onPage = (block?.links ?? []).filter(({ kind }: Json) => kind === 'story');
    const { body } = await desk.api.graphql(
      `query ($id: ID!, $locale: String) {
         root: relatedLinks(documentId: $id, locale: $locale, kinds: [story], limit: 5) { documentId }
         storyPage(documentId: $id, locale: $locale) {
           blocks { ... on RelatedLinksBlock { links { kind documentId } } }
         }
       }`,
      { id, locale }
    );
    const field = await desk.api.graphql(
      `query ($id: ID!, $locale: I18NLocaleCode) {
         article(documentId: $id, locale: $locale) { relatedLinks(kinds: [story], limit: 5) { documentId } }
       }`,
      { id, locale }
    );
    const ids = (of: Json[]) => of.slice(0, 5).map(({ documentId }) => documentId);
    expect(ids(onPage), 'on the page').toEqual(few);
    expect(ids(body.data.root), 'by GraphQL').toEqual(few);
    expect(ids(field.body.data.article.relatedLinks), 'on a GraphQL story').toEqual(few);
    const blocks = body.data.storyPage.blocks.flatMap(({ links: all }: Json) => all ?? []);
    expect(ids(blocks.filter(({ kind }: Json) => kind === 'story')), 'on a GraphQL page').toEqual(few);
    const of = (pinned: boolean) =>
      found.filter((link) => link.pinned === pinned).map(({ documentId }: Json) => documentId);
    return { pinned: of(true), ranked: of(false) };
  }
  const everyLink = async (id: string, locale?: string) => Object.values(await links(id, locale)).flat();
  const detailsOf = ({ body }: Answer) => body.error.details;

  describe('what readers get', () => {
    test('pins stand first, in their order, and what is hidden shows nowhere', async () => {
      const { host, others } = await desks('Order', 5);
      await settled(app.strapi);
      expect((await links(host)).ranked).toEqual(expect.arrayContaining(others));
      const [a, b, c, d, e] = others;
      const answer = await set(host, { pins: [c, a, e], hides: [b] });
      expect(answer).toMatchObject({ pins: [c, a, e], hides: [b], version: 1 });
      const { pinned, ranked } = await links(host);
      expect(pinned).toEqual([c, a, e]);
      expect(ranked).toContain(d);
      for (const id of [a, b, c, e]) expect(ranked).not.toContain(id);
      await set(host, { pins: [e, c], hides: [] });
      expect((await links(host)).pinned).toEqual([e, c]);
      expect((await links(host)).ranked).toEqual(expect.arrayContaining([a, b, d]));
    });

    test('hides hold for the stories that stand in until links are made', async () => {
      const { host, others } = await desks('Standing in', 3);
      await settled(app.strapi);
      await set(host, { hides: [others[0], { documentId: others[1], everywhere: true }] });
      await forgetLinks(app.strapi, 'host_id', host);
      const { body } = await desk.api.get(`/api/story-blocks/related/${host}?kinds=story&limit=50`);
      const found = body.data.map(({ documentId }: Json) => documentId);
      expect(body.data[0].reasons[0].type).toBe('latest');
      expect(found).toContain(others[2]);
      expect(found).not.toContain(others[0]);
      expect(found).not.toContain(others[1]);
    });

    test('a pin waits while its story is unpublished, held or killed, and returns to its place', async () => {
      const { host, others } = await desks('Waiting', 2);
      const [first, last] = others;
      const draft = await story('Not yet told', { draft: true });
      await set(host, { pins: [first, draft, last] });
      await settled(app.strapi);
      expect((await links(host)).pinned).toEqual([first, last]);
      expect(states(await will(host))).toEqual({ [first]: 'live', [draft]: 'waiting', [last]: 'live' });
      await writer.publish(draft, 'en');
      await settled(app.strapi);
      expect((await links(host)).pinned).toEqual([first, draft, last]);

      const away: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
        ['unpublished', () => Promise.resolve(editor.unpublish?.(draft, 'en')), () => writer.publish(draft, 'en')],
        ...['withheld', 'canceled'].map((state): [string, () => Promise<unknown>, () => Promise<unknown>] => [
          state,
          () => desk.api.write('PUT', `/api/story-blocks/holds/${draft}`, { state }),
          async () => {
            await desk.api.write('DELETE', `/api/story-blocks/holds/${draft}`);
            await writer.publish(draft, 'en');
          },
        ]),
      ];
      for (const [how, leave, back] of away) {
        await leave();
        expect((await links(host)).pinned, how).toEqual([first, last]);
        expect(await everyLink(host), how).not.toContain(draft);
        expect(states(await will(host)), how).toMatchObject({ [draft]: 'waiting' });
        await back();
        await settled(app.strapi);
        expect((await links(host)).pinned, how).toEqual([first, draft, last]);
      }
      expect((await will(host)).version).toBe(1);
    });

    test('the will outlives unpublishing and publishing of its own story', async () => {
      const { host, others } = await desks('Returning', 2);
      await set(host, { pins: [others[0]], hides: [others[1]] });
      await editor.unpublish?.(host, 'en');
      expect(await will(host)).toMatchObject({ pins: [others[0]], hides: [others[1]], version: 1 });
      await writer.publish(host, 'en');
      await settled(app.strapi);
      expect((await links(host)).pinned).toEqual([others[0]]);
      expect(await everyLink(host)).not.toContain(others[1]);
    });
  });

  describe.each(above(client, [client]))('pins that end', () => {
    test('are over at their instant, with no write and no worker, and callers who keep an answer get a new one', async () => {
      const { host, others } = await desks('Ending', 3);
      const [pin, later, stays] = others;
      await settled(app.strapi);
      const [until, untilLater] = [soon(2_000), soon(4_000)];
      const pins = [{ documentId: pin, until }, { documentId: later, until: untilLater }, stays];
      const answer = await set(host, { pins });
      expect(answer.targets).toMatchObject([{ until }, { until: untilLater }, { until: null }]);
      const path = `/api/story-blocks/pages/${host}`;
      const tag = async () => (await desk.api.get(path)).headers.get('etag') as string;
      const [before, { body: pageBefore }] = [await tag(), await desk.api.get(path)];
      expect((await links(host)).pinned).toEqual([pin, later, stays]);
      expect((await desk.api.get(path, { 'If-None-Match': before })).status).toBe(304);

      await sleepUntil(until);
      const answered = await desk.api.get(path, { 'If-None-Match': before });
      expect(answered.status).toBe(200);
      expect(answered.body.meta.generation).toBe(pageBefore.meta.generation);
      expect((await links(host)).pinned).toEqual([later, stays]);
      // It is a story like others again.
      expect((await links(host)).ranked).toContain(pin);
      const between = await tag();
      expect((await desk.api.get(path, { 'If-None-Match': between })).status).toBe(304);

      await sleepUntil(untilLater);
      expect((await desk.api.get(path, { 'If-None-Match': between })).status).toBe(200);
      expect((await links(host)).pinned).toEqual([stays]);
      const over = await will(host);
      expect(over).toMatchObject({ pins: [stays], version: 1 });
      expect(states(over)).toEqual({ [pin]: 'expired', [later]: 'expired', [stays]: 'live' });
    });

    test('can be sent back as they were read, and a plain id keeps the end that stands', async () => {
      const { host, others } = await desks('Sent back', 2);
      const [short, long] = others;
      const [end, until] = [soon(1_000), '2040-01-01T12:00:00.000Z'];
      await set(host, {
        pins: [
          { documentId: short, until: end },
          { documentId: long, until },
        ],
      });
      await sleepUntil(end);
      const targets = (await will(host)).targets.map(({ documentId, until: at }: Json) => ({ documentId, until: at }));
      expect(states(await set(host, { pins: targets }))).toEqual({ [short]: 'expired', [long]: 'live' });
      const { pins, hides } = await will(host);
      expect(pins).toEqual([long]);
      expect((await set(host, { pins, hides })).targets).toMatchObject([{ documentId: long, until }]);
      expect((await set(host, { pins: [short, { documentId: long, until: null }] })).targets).toMatchObject([
        { documentId: short, until: null, state: 'live' },
        { documentId: long, until: null, state: 'live' },
      ]);
    });
  });

  describe.each(above(client, [client]))('languages', () => {
    test('a will for all languages holds in each, after the own one', async () => {
      const { host, others } = await desks('Tongues', 4, { french: true });
      const [a, b, c, d] = others;
      await settled(app.strapi);
      expect(await set(host, { pins: [b, a], hides: [d] }, '*')).toMatchObject({ version: 1, inherited: [] });
      expect((await links(host, 'en')).pinned).toEqual([b, a]);
      expect((await links(host, 'fr')).pinned).toEqual([b, a]);
      for (const locale of ['en', 'fr']) expect(await everyLink(host, locale)).not.toContain(d);

      const french = await set(host, { pins: [c, a] }, 'fr');
      expect(french).toMatchObject({ pins: [c, a], hides: [], version: 1 });
      expect(french.inherited.map(({ documentId, kind }: Json) => [documentId, kind])).toEqual([
        [b, 'pin'],
        [d, 'hide'],
      ]);
      expect((await links(host, 'fr')).pinned).toEqual([c, a, b]);
      expect((await links(host, 'en')).pinned).toEqual([b, a]);
      expect(await will(host, 'en')).toMatchObject({ pins: [], hides: [], version: 0, targets: [] });
      expect(await will(host, '*')).toMatchObject({ pins: [b, a], hides: [d] });
    });

    test('a will for the very language beats the one for all', async () => {
      const { host, others } = await desks('Overruled', 2, { french: true });
      const [a, b] = others;
      await settled(app.strapi);
      await set(host, { pins: [a], hides: [b] }, '*');
      await set(host, { pins: [b], hides: [a] }, 'fr');
      expect(await links(host, 'fr')).toMatchObject({ pinned: [b] });
      expect(await everyLink(host, 'fr')).not.toContain(a);
      expect(await links(host, 'en')).toMatchObject({ pinned: [a] });
      expect(await everyLink(host, 'en')).not.toContain(b);
      expect((await will(host, 'fr')).inherited).toEqual([]);
    });

    test('a pin for all languages waits in the one that its story is not published in', async () => {
      const { host, others } = await desks('Half', 1, { french: true });
      const english = await story('English alone');
      await settled(app.strapi);
      await set(host, { pins: [english, others[0]] }, '*');
      expect((await links(host, 'en')).pinned).toEqual([english, others[0]]);
      expect((await links(host, 'fr')).pinned).toEqual([others[0]]);
      const [inFrench] = (await will(host, 'fr')).inherited;
      expect(inFrench).toMatchObject({ documentId: english, state: 'waiting' });
      expect(states(await will(host, '*'))).toMatchObject({ [english]: 'live' });
      await editor.unpublish?.(english, 'en');
      expect(states(await will(host, '*'))).toMatchObject({ [english]: 'waiting' });
    });

    test('without a language the will is that of the default one', async () => {
      const { host, others } = await desks('Default', 1);
      await set(host, { pins: others });
      expect(await will(host, 'en')).toMatchObject({ pins: others, version: 1 });
    });
  });

  describe('hidden everywhere', () => {
    test('a story shows in no ranked links, until it is taken back where it was hidden', async () => {
      const { host, others } = await desks('Banished', 3);
      const [target, other, third] = others;
      await settled(app.strapi);
      for (const id of [host, other, third]) expect(await everyLink(id)).toContain(target);
      const answer = await set(host, { hides: [{ documentId: target, everywhere: true }] });
      expect(answer.targets).toMatchObject([{ documentId: target, kind: 'hide', everywhere: true, state: 'live' }]);
      for (const id of [host, other, third]) expect(await everyLink(id)).not.toContain(target);
      // Its own page is none of theirs.
      expect(await everyLink(target)).toContain(other);

      // Others' wills say nothing of it, and take nothing back.
      await set(other, { pins: [], hides: [third] });
      expect(await everyLink(third)).not.toContain(target);
      // A caller who knows plain ids alone changes nothing of it.
      const { pins, hides } = await will(host);
      await set(host, { pins, hides });
      expect(await everyLink(third)).not.toContain(target);

      await set(host, { hides: [{ documentId: target, everywhere: false }] });
      expect(await everyLink(third)).toContain(target);
      expect(await everyLink(host)).not.toContain(target);
      await set(host, { hides: [{ documentId: target, everywhere: true }] });
      expect(await everyLink(third)).not.toContain(target);
      await set(host, { hides: [] });
      for (const id of [host, third]) expect(await everyLink(id)).toContain(target);
    });

    test('a pin on a story beats it', async () => {
      const { host, others } = await desks('Wanted', 2);
      const [target, other] = others;
      await settled(app.strapi);
      await set(other, { hides: [{ documentId: target, everywhere: true }] });
      await set(host, { pins: [target] });
      expect((await links(host)).pinned).toEqual([target]);
      expect(await everyLink(other)).not.toContain(target);
    });

    test('it is so in the language, or in all', async () => {
      const { host, others } = await desks('Silent', 2, { french: true });
      const [target, other] = others;
      await settled(app.strapi);
      await set(host, { hides: [{ documentId: target, everywhere: true }] }, 'fr');
      expect(await everyLink(other, 'fr')).not.toContain(target);
      expect(await everyLink(other, 'en')).toContain(target);
      await set(host, { hides: [] }, 'fr');
      await set(host, { hides: [{ documentId: target, everywhere: true }] }, '*');
      for (const locale of ['en', 'fr']) expect(await everyLink(other, locale)).not.toContain(target);
    });

    test('it is told, set and taken back on the story itself, whoever set it', async () => {
      const { host, others } = await desks('Own will', 2);
      const [target, other] = others;
      await settled(app.strapi);
      expect(await set(target, { hiddenEverywhere: true })).toMatchObject({ hiddenEverywhere: true });
      expect(await everyLink(host)).not.toContain(target);
      expect(await set(target, { pins: [other] })).toMatchObject({ hiddenEverywhere: true });
      await set(target, { hiddenEverywhere: false });
      expect(await everyLink(host)).toContain(target);

      const { version } = await set(host, { hides: [{ documentId: target, everywhere: true }] });
      expect(await will(target)).toMatchObject({ hiddenEverywhere: true });
      await set(target, { hiddenEverywhere: false });
      expect(await everyLink(other)).toContain(target);
      // The story where it was said keeps it as a hide of its own, and an editor who looked before is told.
      expect((await will(host)).targets).toMatchObject([{ documentId: target, everywhere: false }]);
      expect((await put(host, { hides: [{ documentId: target, everywhere: true }], version })).status).toBe(409);
      expect(await everyLink(host)).not.toContain(target);
    });

    test('it outlives the story where it was said', async () => {
      const { host, others } = await desks('Legacy', 2);
      const [target, other] = others;
      await settled(app.strapi);
      await set(host, { hides: [{ documentId: target, everywhere: true }] });
      await writer.delete('articles', host);
      expect(await everyLink(other)).not.toContain(target);
      expect(await will(target)).toMatchObject({ hiddenEverywhere: true });
    });
  });

  describe('stories that are deleted', () => {
    const kept = (id: string) =>
      rowsOf(
        app.strapi,
        `select document_id, target_id from story_blocks_pins where document_id = ?
         union all select document_id, '' from story_blocks_wills where document_id = ?`,
        [id, id]
      );

    test('take their will with them, once their last language goes', async () => {
      const { host, others } = await desks('Going', 2, { french: true });
      await set(host, { pins: [others[0]] }, 'en');
      await set(host, { hides: [others[1]] }, '*');
      await editor.delete('articles', host, 'fr');
      expect((await kept(host)).length).toBe(4);
      await editor.delete('articles', host, 'en');
      expect(await kept(host)).toEqual([]);
      expect((await desk.admin.get(address(host))).status).toBe(404);
      expect((await put(host, { pins: [] })).status).toBe(404);
    });

    test('are dead pins where they were pinned, kept until an editor takes them out', async () => {
      const { host, others } = await desks('Dead', 2);
      await settled(app.strapi);
      const [gone, alive] = others;
      await set(host, { pins: [{ documentId: gone, until: '2040-01-01T00:00:00Z' }, alive] });
      await writer.delete('articles', gone);
      expect((await links(host)).pinned).toEqual([alive]);
      const seen = await will(host);
      expect(seen.targets[0]).toMatchObject({ documentId: gone, state: 'dead', title: null, type: ARTICLE });
      // As it was read, with something else changed.
      expect(states(await set(host, { pins: [alive, gone], version: seen.version }))).toMatchObject({ [gone]: 'dead' });
      expect(await set(host, { pins: [alive] })).toMatchObject({ pins: [alive] });
      expect((await put(host, { pins: [gone, alive] })).status).toBe(400);
    });

    test('are hidden everywhere no more, and leave no row of it', async () => {
      const { host, others } = await desks('Forgotten', 1);
      await set(host, { hides: [{ documentId: others[0], everywhere: true }] });
      await writer.delete('articles', others[0]);
      const rows = await rowsOf(
        app.strapi,
        `select target_id from story_blocks_pins where document_id = '' and target_id = ?`,
        [others[0]]
      );
      expect(rows).toEqual([]);
    });
  });

  describe('two editors at once', () => {
    test('the one who saves a stale will is told what stands, and loses nothing', async () => {
      const { host, others } = await desks('Both', 3);
      const { version } = await will(host);
      expect(version).toBe(0);
      expect(await set(host, { pins: [others[0]], version })).toMatchObject({ version: 1 });
      const refused = await put(host, { pins: [others[1]], version });
      expect(refused.status).toBe(409);
      expect(detailsOf(refused)).toMatchObject({
        code: 'VERSION_CONFLICT',
        pins: [others[0]],
        hides: [],
        version: 1,
        targets: [{ documentId: others[0], state: 'live', title: 'Both 0' }],
      });
      const merged = { pins: [others[0], others[1]], version: detailsOf(refused).version };
      expect(await set(host, merged)).toMatchObject({ pins: merged.pins, version: 2 });
      expect((await put(host, { pins: [], version: 7 })).status).toBe(409);
    });

    test('without a version whatever stands is replaced', async () => {
      const { host, others } = await desks('Blind', 2);
      await set(host, { pins: [others[0]] });
      expect(await set(host, { pins: [others[1]] })).toMatchObject({ pins: [others[1]], version: 2 });
    });

    test('languages have versions of their own', async () => {
      const { host, others } = await desks('Apart', 1, { french: true });
      await set(host, { pins: others, version: 0 }, 'en');
      await set(host, { pins: others, version: 0 }, 'fr');
      await set(host, { pins: others, version: 0 }, '*');
      expect((await put(host, { pins: [], version: 0 }, 'en')).status).toBe(409);
    });

    test('of many who save the same version at the same instant exactly one wins', async () => {
      const { host, others } = await desks('Crowd', 12);
      for (const version of [0, 1]) {
        const answers = await Promise.all(others.map((id) => put(host, { pins: [id], version })));
        const won = answers.filter(({ status }) => status === 200);
        expect(won.map(({ body }) => body.data.version)).toEqual([version + 1]);
        const lost = answers.filter(({ status }) => status === 409);
        expect(lost.length).toBe(others.length - 1);
        for (const answer of lost) expect(detailsOf(answer).code).toBe('VERSION_CONFLICT');
        expect(await will(host)).toMatchObject({ pins: won[0].body.data.pins, version: version + 1 });
      }
    });

    test('who merges and saves again gets through, and nothing of anyone is lost', async () => {
      const { host, others } = await desks('Merging', 6);
      const save = async (id: string) => {
        let { pins, version } = await will(host);
        for (let tries = 0; tries < 50; tries += 1) {
          const answer = await put(host, { pins: [...pins, id], version });
          if (answer.status === 200) return;
          ({ pins, version } = detailsOf(answer));
        }
        throw new Error(`${id} was never saved`);
      };
      await Promise.all(others.map(save));
      const { pins, version } = await will(host);
      expect([...pins].sort()).toEqual([...others].sort());
      expect(version).toBe(others.length);
    });

    test('stories that hide the same ones everywhere at once wait for each other, or are told to try again', async () => {
      const { others } = await desks('Crossing', 6);
      const [x, y, ...hosts] = others;
      const everywhere = (...ids: string[]) => ids.map((documentId) => ({ documentId, everywhere: true }));
      const answers = await Promise.all(
        hosts.flatMap((host, at) => [
          put(host, { hides: at % 2 ? everywhere(x, y) : everywhere(y, x) }),
          put(host, { hides: [] }),
        ])
      );
      for (const answer of answers) expect([200, 409], answer.text).toContain(answer.status);
      for (const host of hosts) await set(host, { hides: [] });
      expect(await will(x)).toMatchObject({ hiddenEverywhere: false });
    });
  });

  describe.each(above(client, [client]))('what is refused', () => {
    let host: string;
    let others: string[];
    beforeAll(async () => {
      ({ host, others } = await desks('Refused', 2));
      await set(host, { pins: [others[0]] });
    });

    test('bad input is a 400 that names the field, and changes nothing', async () => {
      const [a, b] = others;
      const list = ['data', 'pins'];
      const cases: [string, Json, (string | number)[]][] = [
        ['an unknown target', { pins: [a, 'nobody'] }, ['data', 'pins', 1, 'documentId']],
        ['an unknown target of a hide', { hides: ['nobody'] }, ['data', 'hides', 0, 'documentId']],
        ['the story itself', { pins: [host] }, ['data', 'pins', 0, 'documentId']],
        ['the story itself, hidden', { hides: [{ documentId: host }] }, ['data', 'hides', 0, 'documentId']],
        ['pinned and hidden', { pins: [a], hides: [b, a] }, ['data', 'hides', 1, 'documentId']],
        ['an end in the past', { pins: [{ documentId: b, until: soon(-1_000) }] }, ['data', 'pins', 0, 'until']],
        ['an end that is none', { pins: [{ documentId: b, until: 'tomorrow' }] }, ['data', 'pins', 0, 'until']],
        ['an end without its zone', { pins: [{ documentId: b, until: '2040-01-01T00:00:00' }] }, [...list, 0, 'until']],
        ['a number for an end', { pins: [{ documentId: b, until: 5 }] }, ['data', 'pins', 0, 'until']],
        ['a null character', { pins: ['a\0b'] }, ['data', 'pins', 0, 'documentId']],
        ['an empty id', { pins: [''] }, ['data', 'pins', 0, 'documentId']],
        ['a number', { pins: [7] }, ['data', 'pins', 0]],
        ['a list of nothing', { hides: [null] }, ['data', 'hides', 0]],
        ['no list', { pins: b }, ['data', 'pins']],
        ['too many', { pins: Array.from({ length: 51 }, (_, at) => `id${at}`) }, ['data', 'pins']],
        [
          'a word for everywhere',
          { hides: [{ documentId: b, everywhere: 'yes' }] },
          ['data', 'hides', 0, 'everywhere'],
        ],
        ['an end of a hide', { hides: [{ documentId: b, until: soon(HOUR_MS) }] }, ['data', 'hides', 0]],
        ['an unknown key', { pins: [], loves: [] }, ['data']],
        ['a version that is none', { pins: [], version: 'last' }, ['data', 'version']],
        ['a version below nothing', { pins: [], version: -1 }, ['data', 'version']],
        ['a word for hidden', { hiddenEverywhere: 1 }, ['data', 'hiddenEverywhere']],
      ];
      for (const [what, data, path] of cases) {
        const answer = await put(host, data);
        expect(answer.status, `${what}: ${answer.text}`).toBe(400);
        expect(detailsOf(answer).errors[0].path, what).toEqual(path);
      }
      for (const body of [undefined, {}, { data: null }, { data: [] }, []]) {
        expect((await desk.admin.send('PUT', address(host), body)).status, JSON.stringify(body)).toBe(400);
      }
      expect(await will(host)).toMatchObject({ pins: [a], hides: [], version: 1 });
    });

    test('unknown languages are a 400, unknown stories a 404', async () => {
      for (const locale of ['xx', '**', '%00', 'en&locale=fr']) {
        expect((await desk.admin.get(address(host, locale))).status, locale).toBe(400);
        expect((await put(host, { pins: [] }, locale)).status, locale).toBe(400);
      }
      for (const id of ['nobody', '%00', 'x'.repeat(600)]) {
        expect((await desk.admin.get(address(id))).status, id).toBe(404);
        expect((await put(id, { pins: [] })).status, id).toBe(404);
      }
      expect(await will(host)).toMatchObject({ pins: [others[0]], version: 1 });
    });

    test('of a story named twice the first counts', async () => {
      const answer = await set(host, { pins: [others[0], { documentId: others[0], until: '2040-01-01T00:00:00Z' }] });
      expect(answer.targets).toMatchObject([{ documentId: others[0], until: null }]);
    });

    test('who may not pin gets 401 or 403', async () => {
      await forbidRole(app, 'strapi-editor', 'story-blocks');
      const callers: [string, ReturnType<typeof createClient>, number][] = [
        ['nobody', createClient(app), 401],
        ['a token of the content API', createClient(app, await createToken(app.strapi, 'full-access')), 401],
        ['an editor who was not allowed to', await createAdmin(app, 'strapi-editor'), 403],
      ];
      for (const [who, caller, status] of callers) {
        expect((await caller.get(address(host))).status, who).toBe(status);
        expect((await caller.send('PUT', address(host), { data: { pins: [] } })).status, who).toBe(status);
      }
    });
  });

  test.each(above(client, [client]))(
    'headlines are told to those who may read them in the content manager',
    async () => {
      const { host, others } = await desks('Secret', 1, { french: true });
      const draft = await story('Secret draft', { draft: true });
      await set(host, { pins: [others[0], draft] });
      const read = (properties: Permission['properties'], conditions: string[] = []): Permission => ({
        action: 'plugin::content-manager.explorer.read',
        subject: ARTICLE,
        properties,
        conditions,
      });
      const both = ['Secret 0', 'Secret draft'];
      const cases: [string, Permission[], (string | null)[] | null][] = [
        ['no story', [], null],
        ['all of stories', [read({ fields: ['title', 'body'], locales: ['en', 'fr'] })], both],
        ['all but headlines', [read({ fields: ['body'], locales: ['en', 'fr'] })], [null, null]],
        ['French ones', [read({ fields: ['title'], locales: ['fr'] })], null],
        ['their own', [read({ fields: ['title'], locales: ['en'] }, ['admin::is-creator'])], null],
      ];
      for (const [what, permissions, titles] of cases) {
        const caller = createClient(app, await logInWith(app, [PINS, ...permissions]));
        const { status, body } = await caller.get(address(host));
        expect(status, what).toBe(titles ? 200 : 403);
        if (!titles) continue;
        expect(
          body.data.targets.map(({ title }: Json) => title),
          what
        ).toEqual(titles);
        expect(body.data.pins, what).toEqual([others[0], draft]);
        const refused = await caller.send('PUT', address(host), { data: { pins: [], version: 9 } });
        expect(
          detailsOf(refused).targets.map(({ title }: Json) => title),
          what
        ).toEqual(titles);
      }
    }
  );

  test.each(above(client, [client]))(
    'the receipt of a hold counts pages that pin the story, in whatever language they say so',
    async () => {
      const { host, others } = await desks('Receipt', 2, { french: true });
      const target = await story('Receipt target', { french: true });
      await set(host, { pins: [target] }, '*');
      const end = soon(700);
      await set(others[0], { pins: [{ documentId: target, until: end }] }, 'en');
      await set(others[1], { pins: [target] }, 'fr');
      await settled(app.strapi);
      await forgetLinks(app.strapi, 'target_id', target);
      await sleepUntil(end);
      const held = await desk.api.write('PUT', `/api/story-blocks/holds/${target}`, { state: 'withheld' });
      const linking = held.receipt.pages.named.filter(({ blocks }: Json) => blocks.includes('related-links'));
      const places = linking.map(({ documentId, locale }: Json) => `${documentId} ${locale}`).sort();
      expect(places).toEqual([`${host} en`, `${host} fr`, `${others[1]} fr`].sort());
    }
  );

  test('wills of however many stories are read by one statement, and all that reads them has its index', async () => {
    const { others } = await desks('Many', 3);
    await set(others[0], { pins: [{ documentId: others[1], until: '2040-01-01T00:00:00Z' }] });
    const { connection } = app.strapi.db;
    const asked: { sql: string; bindings: unknown[] }[] = [];
    const listen = (query: { sql: string; bindings: unknown[] }) => {
      if (/^select .*story_blocks_pins/.test(query.sql)) asked.push(query);
    };
    connection.on('query', listen);
    await desk.api.graphql('{ articles(pagination: { limit: 100 }) { relatedLinks { documentId } } }');
    // When the next pin ends is asked for once a generation, by whoever comes first.
    expect(asked.filter(({ sql }) => !/order by .*until/.test(sql))).toHaveLength(1);
    await desk.api.get(`/api/story-blocks/related/${others[0]}`);
    await desk.api.write('PUT', `/api/story-blocks/holds/${others[1]}`, { state: 'withheld' });
    await will(others[0]);
    connection.removeListener('query', listen);
    const statements = new Map(
      asked.map((query) => [query.sql.replace(/\?|\$\d+/g, '').replace(/[ ,]+/g, ' '), query])
    );
    expect(statements.size).toBeGreaterThan(3);
    for (const { sql, bindings } of statements.values()) {
      const plan = await connection.transaction(async (trx) => {
        // However small the table is.
        if (client === 'postgres') await trx.raw('set local enable_seqscan = off');
        const explained = await trx.raw(
          `${client === 'postgres' ? 'explain' : 'explain query plan'} ${sql.replace(/\$\d+/g, '?')}`,
          bindings as never
        );
        return JSON.stringify(client === 'postgres' ? explained.rows : explained);
      });
      expect(plan, sql).toMatch(client === 'postgres' ? /Index Cond/ : /SEARCH story_blocks_pins USING/);
      expect(plan, sql).not.toMatch(/Seq Scan|SCAN story_blocks_pins/);
    }
  });
});

describe('pins and hides of stories without languages', () => {
  let app: Running;
  let desk: Desk;
  beforeAll(async () => {
    app = await bootChanged({ client: clients[0] }, (distDir) =>
      editSchema(distDir, 'article', (schema) => {
        schema.pluginOptions = {};
        for (const attribute of Object.values(schema.attributes)) delete attribute.pluginOptions;
      })
    );
    desk = await openDesk(app);
  });
  afterAll(() => app?.stop());

  test('are one will, however it is asked for, and hold on the pages of all languages', async () => {
    const ids: string[] = [];
    for (const title of ['Cranes', 'Cranes again', 'Cranes once more', 'Cranes at night']) {
      const data = { title, body: paragraphs('The harbour heard Ottokar Brandreth on cranes.') };
      ids.push((await desk.api.write('POST', '/api/articles', data)).documentId);
    }
    await settled(app.strapi);
    const [host, pinned, hidden, other] = ids;
    const data = { pins: [pinned], hides: [{ documentId: hidden, everywhere: true }], version: 0 };
    const answer = await desk.admin.send('PUT', `/story-blocks/pins/${host}?locale=*`, { data });
    expect(answer.body.data).toMatchObject({ version: 1, targets: [{ state: 'live', title: 'Cranes again' }, {}] });
    for (const locale of ['en', 'fr', '*']) {
      const { body } = await desk.admin.get(`/story-blocks/pins/${host}?locale=${locale}`);
      expect(body.data, locale).toEqual(answer.body.data);
    }
    const linked = async (id: string, locale: string) =>
      (await desk.api.get(`/api/story-blocks/related/${id}?kinds=story&locale=${locale}`)).body.data.map(
        ({ documentId }: Json) => documentId
      );
    for (const locale of ['en', 'fr']) {
      expect((await linked(host, locale))[0], locale).toBe(pinned);
      for (const id of [host, other]) expect(await linked(id, locale), locale).not.toContain(hidden);
    }
  });
});
