import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowPublic, type Client, createClient, createToken, type Json, settled } from '../support/client';
import {
  AGAIN_MS,
  isInstalled,
  type SlowWay,
  type Started,
  startNginx,
  startRelay,
  startSlowWay,
  startVarnish,
} from '../support/front-caches';
import { allTold } from '../support/http-cache';
import { foundNewsroom, headline, type Newsroom, writeStory } from '../support/newsroom';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk, type Writer } from '../support/writers';

const READABLE = ['article', 'section', 'topic', 'site', 'author', 'dateline', 'source'];
const SECRET = 'only the webhook knows';
const TEXT = { Accept: 'text/plain' };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A newsroom's application, whose public may read everything. */
async function openNewsroom() {
  const app = await bootStrapi({ client: clients[0] });
  const desk = await openDesk(app);
  const writer = contentApi(desk.api);
  const room = await foundNewsroom(writer, 'front');
  await allowPublic(
    app.strapi,
    READABLE.map((name) => `api::${name}.${name}.find`)
  );
  return { app, desk, writer, room };
}

const front = (section: string) => `/api/story-blocks/fronts/sections/${section}?locale=en`;

/** Addresses of every kind. */
function pathsOf({ sections, topics, authors, stories }: Newsroom): string[] {
  return [
    ...stories.flatMap((id) => [
      `/api/story-blocks/pages/${id}?locale=en`,
      `/api/story-blocks/pages/${id}?locale=fr`,
      `/api/story-blocks/related/${id}`,
    ]),
    ...Object.values(sections).flatMap((id) => [front(id), `/api/story-blocks/teasers?section=${id}`]),
    ...Object.values(topics).map((id) => `/api/story-blocks/fronts/topics/${id}?locale=en`),
    ...Object.values(authors).map((id) => `/api/story-blocks/fronts/authors/${id}?locale=en`),
    '/api/story-blocks/teasers',
    `/api/story-blocks/rails?sections=${Object.values(sections).join(',')}`,
  ];
}

/** Waits until all that changed has been told, and nothing waits for the worker. */
async function quiet({ strapi }: Running): Promise<void> {
  await settled(strapi);
  await allTold(strapi);
}

describe.skipIf(!isInstalled('varnishd'))('Varnish as the example sets it up', () => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;
  let varnish: Started;
  let relay: Started;
  let way: SlowWay;
  let reader: Client;

  beforeAll(async () => {
    ({ app, desk, writer, room } = await openNewsroom());
    way = await startSlowWay(app.url);
    varnish = await startVarnish(way.url);
    relay = await startRelay([varnish.url], SECRET);
    const hook = {
      name: 'Varnish',
      url: `${relay.url}/`,
      headers: { 'X-Purge-Secret': SECRET },
      events: ['story-blocks.changed'],
    };
    const made = await desk.admin.send('POST', '/admin/webhooks', hook);
    expect(made.status, made.text).toBe(201);
    reader = createClient(varnish);
    await quiet(app);
    // Until the last of what was founded has been purged a second time.
    await pause(1_500);
  });
  afterAll(async () => {
    await relay?.stop();
    await varnish?.stop();
    way?.stop();
    await app?.stop();
  });

  const cacheOf = (answer: { headers: Headers }) => answer.headers.get('x-cache');
  const read = async (path: string) => cacheOf(await reader.get(path));

  /** Those of the addresses that show a text. */
  async function showing(text: string, paths: string[]): Promise<string[]> {
    const answers = await Promise.all(paths.map((path) => reader.get(path)));
    return paths.filter((_, at) => answers[at].text.includes(text));
  }

  /** Waits until no address shows a text any more. */
  async function goneFrom(text: string, paths: string[]): Promise<void> {
    await expect.poll(() => showing(text, paths), { timeout: 5_000, interval: 10 }).toEqual([]);
  }

  const kill = async (id: string) => {
    const hold = await desk.api.send('PUT', `/api/story-blocks/holds/${id}`, { data: { state: 'canceled' } });
    expect(hold.status, hold.text).toBe(200);
  };

  test('answers from what it keeps after the first round', async () => {
    const paths = pathsOf(room);
    const rounds: (string | null)[][] = [];
    for (let round = 0; round < 5; round += 1) rounds.push(await Promise.all(paths.map(read)));
    expect(new Set(rounds[0])).toEqual(new Set(['MISS']));
    const later = rounds.slice(1).flat();
    expect(later.filter((state) => state === 'HIT').length / later.length).toBeGreaterThan(0.9);
  });

  test('hands readers the answer, its tag and how long a browser may keep it, and nothing meant for caches', async () => {
    const [path] = pathsOf(room);
    const [kept, own] = [await reader.get(path), await createClient(app).get(path)];
    expect(kept.text).toBe(own.text);
    expect(kept.headers.get('etag')).toBe(own.headers.get('etag'));
    expect(kept.headers.get('cache-control')).toBe('public, max-age=5');
    expect(kept.headers.get('cache-tag')).toBeNull();
    const same = await reader.get(path, { 'If-None-Match': kept.headers.get('etag') ?? '' });
    expect(same.status).toBe(304);
    expect(cacheOf(same)).toBe('HIT');
  });

  test('keeps both editions apart, whatever a browser accepts beside them', async () => {
    const [path] = pathsOf(room);
    expect(cacheOf(await reader.get(path, { Accept: 'text/html,*/*;q=0.8' }))).toBe('HIT');
    const text = await reader.get(path, TEXT);
    expect(text.headers.get('content-type')).toContain('text/plain');
    expect(cacheOf(await reader.get(path, TEXT))).toBe('HIT');
    expect((await reader.get(path)).body.data.story).toBeDefined();
  });

  test('keeps cookies out of it, and callers with a name', async () => {
    const [path] = pathsOf(room);
    expect(cacheOf(await reader.get(path, { Cookie: 'session=1' }))).toBe('HIT');
    const token = await createToken(app.strapi, 'read-only');
    const named = await createClient(varnish, token).get(path);
    expect([named.status, cacheOf(named)]).toEqual([200, null]);
    expect(named.headers.get('cache-control')).toBe('private, max-age=0, must-revalidate');
  });

  test('has a killed story nowhere any more, and what does not show it still at hand', async () => {
    const id = room.stories[5];
    const title = headline(room, 'Trawlers stay in port');
    const paths = pathsOf(room);
    const before = await showing(title, paths);
    expect(before.length).toBeGreaterThan(4);
    const texts = before.filter((path) => path.includes('/pages/') || path.includes('/fronts/'));
    for (const path of texts) await reader.get(path, TEXT);

    await kill(id);
    await goneFrom(title, paths);
    for (const path of texts) expect((await reader.get(path, TEXT)).text, path).not.toContain(title);
    expect((await reader.get(`/api/story-blocks/pages/${id}?locale=en`)).status).toBe(404);
    const sport = `/api/story-blocks/teasers?section=${room.sections.sport}`;
    expect(before).not.toContain(sport);
    expect(await read(sport)).toBe('HIT');
  });

  test('never has a story again that was killed while its pages were read', async () => {
    const paths = pathsOf(room);
    for (let round = 0; round < 3; round += 1) {
      const title = headline(room, `Bulletin ${round}`);
      await writeStory(writer, room, `Bulletin ${round}`, { section: room.sections.port });
      const id = room.stories.at(-1) as string;
      await quiet(app);
      const own = [...paths, `/api/story-blocks/pages/${id}?locale=en`];
      let isOver = false;
      const asking = (async () => {
        while (!isOver) await Promise.all(own.map((path) => reader.get(path)));
      })();
      await kill(id);
      await quiet(app);
      isOver = true;
      await asking;
      // The second purge, of what was under way.
      await pause(1_200);
      expect(await showing(title, own), title).toEqual([]);
    }
  });

  test('does not keep an answer that was made before the story was killed and came after', async () => {
    const title = headline(room, 'A slow answer');
    await writeStory(writer, room, 'A slow answer', { section: room.sections.port });
    const path = `/api/story-blocks/pages/${room.stories.at(-1)}?locale=en`;
    await quiet(app);
    way.hold();
    const late = reader.get(path);
    await pause(300);
    await kill(room.stories.at(-1) as string);
    await quiet(app);
    // The purge is over, and the answer comes.
    await pause(300);
    way.letGo();
    expect((await late).text).toContain(title);
    await goneFrom(title, [path]);
    expect((await reader.get(path)).status).toBe(404);
  });

  test('has a new story on its section’s front', async () => {
    await read(front(room.sections.port));
    expect(await read(front(room.sections.port))).toBe('HIT');
    await writeStory(writer, room, 'A ferry of its own', { section: room.sections.port });
    const title = headline(room, 'A ferry of its own');
    await expect
      .poll(async () => (await reader.get(front(room.sections.port))).text, { timeout: 5_000 })
      .toContain(title);
  });

  test('is purged by the relay alone, which takes nothing but tags from who knows the secret', async () => {
    const send = (body: Json, secret = SECRET, text = JSON.stringify(body)) =>
      fetch(relay.url, { method: 'POST', headers: { 'X-Purge-Secret': secret }, body: text }).then(
        ({ status }) => status
      );
    const event = 'story-blocks.changed';
    expect(await send({ event, tags: ['any:story'] }, 'guessed')).toBe(401);
    expect(await send({ event, tags: [] })).toBe(400);
    expect(await send({ event: 'entry.publish', tags: ['any:story'] })).toBe(400);
    expect(await send(null, SECRET, '{')).toBe(400);
    expect((await fetch(relay.url)).status).toBe(405);
    const refused = await fetch(varnish.url, { method: 'BAN', headers: { 'X-Cache-Tags': '.*' } });
    expect(refused.status).toBe(400);

    const path = front(room.sections.world);
    await read(path);
    expect(await read(path)).toBe('HIT');
    expect(await send({ event, tags: [room.sections.world.slice(0, -1)] })).toBe(204);
    expect(await read(path), 'a part of a tag is none').toBe('HIT');
    expect(await send({ event, tags: [room.sections.world] })).toBe(204);
    expect(await read(path)).toBe('MISS');
    for (const odd of ['.*', 'a b']) {
      await read(path);
      expect(await send({ event, tags: [odd, 'unknown'] })).toBe(204);
      expect(await read(path), 'what is no tag may be any').toBe('MISS');
    }
    await pause(AGAIN_MS + 500);
  });

  test('is purged although another cache cannot be reached', async () => {
    const path = front(room.sections.world);
    const other = await startRelay([varnish.url.replace(/\d+$/, '9'), varnish.url], SECRET);
    // All that it finds is purged as it starts.
    await pause(500);
    await read(path);
    expect(await read(path)).toBe('HIT');
    const body = JSON.stringify({ event: 'story-blocks.changed', tags: [room.sections.world] });
    const told = await fetch(other.url, { method: 'POST', headers: { 'X-Purge-Secret': SECRET }, body });
    expect(told.status).toBe(202);
    expect(await read(path)).toBe('MISS');
    expect(other.output()).toContain('was not purged');
    await other.stop();
  });
});

describe.skipIf(!isInstalled('nginx'))('nginx as the example sets it up', () => {
  let app: Running;
  let desk: Desk;
  let room: Newsroom;
  let nginx: Started;
  let reader: Client;

  beforeAll(async () => {
    ({ app, desk, room } = await openNewsroom());
    await quiet(app);
    nginx = await startNginx(app.url);
    reader = createClient(nginx);
  });
  afterAll(async () => {
    await nginx?.stop();
    await app?.stop();
  });

  test('has each answer confirmed, keeps editions apart, and shows a killed story two seconds at most', async () => {
    const paths = pathsOf(room);
    const [page] = paths;
    const first = await reader.get(page);
    expect(first.headers.get('x-cache')).toBe('MISS');
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(first.headers.get('cache-tag')).toBeNull();
    expect((await reader.get(page, TEXT)).headers.get('content-type')).toContain('text/plain');
    await pause(2_100);
    const confirmed = await reader.get(page);
    expect(confirmed.headers.get('x-cache')).toBe('REVALIDATED');
    expect(confirmed.text).toBe(first.text);
    const token = await createToken(app.strapi, 'read-only');
    const named = await createClient(nginx, token).get(page);
    expect([named.status, named.headers.get('x-cache')]).toEqual([200, 'BYPASS']);
    expect(named.headers.get('cache-control')).toBe('private, max-age=0, must-revalidate');

    const title = headline(room, 'Ice closes the northern strait');
    await Promise.all(paths.map((path) => reader.get(path)));
    const hold = await desk.api.send('PUT', `/api/story-blocks/holds/${room.stories[0]}`, {
      data: { state: 'canceled' },
    });
    expect(hold.status).toBe(200);
    await pause(2_100);
    const after = await Promise.all(paths.map((path) => reader.get(path)));
    expect(paths.filter((_, at) => after[at].text.includes(title))).toEqual([]);
    expect(after[0].status).toBe(404);
  });
});
