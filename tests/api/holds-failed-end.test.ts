import { errors } from '@strapi/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HoldFailure, healthReportSchema, holdAnswerSchema } from '../../src/plugins/story-blocks/shared/src';
import { logInWith } from '../support/access/callers';
import { onStories } from '../support/access/holders';
import { documentsOf, manager } from '../support/admin';
import { createClient, type Json, settled } from '../support/client';
import { refuseRows } from '../support/faulty-tables';
import { foundNewsroom, headline, type Language, type Newsroom, storyData } from '../support/newsroom';
import { bootStrapi, busyClient, type Running } from '../support/strapi';
import { contentApi, type Data, type Desk, openDesk, type Writer } from '../support/writers';

const ARTICLE = 'api::article.article';
const HOLDS = 'plugin::story-blocks.holds.set';
const UPKEEP = 'plugin::story-blocks.upkeep.read';
const HOUR_MS = 3_600_000;

describe.each(busyClient)('an embargo’s end that fails, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;
  /** What another plugin says to the publication of a story. */
  const faults = new Map<string, () => void>();

  beforeAll(async () => {
    app = await bootStrapi({ client });
    app.strapi.log.level = 'none';
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'end', { stories: false });
    app.strapi.documents.use(async (context, next) => {
      if (context.uid === ARTICLE && context.action === 'publish') {
        faults.get(String((context.params as { documentId?: string }).documentId))?.();
      }
      return next();
    });
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  const sql = () => app.strapi.db.connection;
  const holdRow = (id: string) => sql()('story_blocks_holds').where({ document_id: id }).first();
  const byApi = (id: string) => `/api/story-blocks/holds/${id}`;
  const again = (id: string, admin = desk.admin) => admin.send('POST', `/story-blocks/holds/${id}/try-again`, {});
  const holdOf = async (id: string) => holdAnswerSchema.parse((await desk.api.get(byApi(id))).body).data;
  const failureOf = async (id: string) => (await holdOf(id))?.failure ?? null;
  const liveLanguages = async (id: string): Promise<string[]> => {
    const rows = await sql()('articles').where({ document_id: id }).whereNotNull('published_at');
    return rows.map(({ locale }: { locale: string }) => locale).sort();
  };
  const draft = (id: string, values: Data, locale = 'en') =>
    sql()('articles').where({ document_id: id, locale }).update(values);
  const report = async (admin = desk.admin): Promise<Json> => {
    const answer = await admin.get('/story-blocks/health');
    expect(answer.status, answer.text).toBe(200);
    return healthReportSchema.strict().parse(answer.body.data);
  };
  const listed = async (id: string) => (await report()).embargoes.find((one: Json) => one.documentId === id) ?? null;

  /** A draft under an embargo that publishes it, in English and perhaps in French. */
  async function embargoed(title: string, languages: Language[] = ['en']): Promise<string> {
    const [first, ...others] = languages;
    const id = await writer.create('articles', storyData(room, first, headline(room, title)), first, false);
    for (const language of others) {
      await writer.update(
        'articles',
        id,
        storyData(room, language, headline(room, `${title} ${language}`)),
        language,
        true
      );
    }
    const until = new Date(Date.now() + HOUR_MS).toISOString();
    const answer = await desk.api.send('PUT', byApi(id), { data: { state: 'embargo', until, thenPublish: true } });
    expect(answer.status, answer.text).toBe(200);
    return id;
  }
  const end = (id: string) =>
    sql()('story_blocks_holds')
      .where({ document_id: id })
      .update({ until: Date.now() - 1_000 });
  async function failed(id: string): Promise<HoldFailure> {
    await end(id);
    await expect.poll(() => failureOf(id), { timeout: 30_000, interval: 100 }).not.toBeNull();
    return (await failureOf(id)) as HoldFailure;
  }

  const by = (error: () => Error) => async (id: string) => {
    faults.set(id, () => {
      throw error();
    });
    return async () => {
      faults.delete(id);
    };
  };
  const broken = (values: Data, mended: Data) => async (id: string) => {
    await draft(id, values);
    return async () => {
      await draft(id, mended);
    };
  };

  /** What stands in the way; what the editor is told; and how it is set right. */
  const CASES: [
    name: string,
    prepare: (id: string) => Promise<() => Promise<unknown>>,
    told: Partial<HoldFailure>,
    words: RegExp,
  ][] = [
    [
      'a headline that was emptied',
      broken({ title: null }, { title: 'Back' }),
      { code: 'FIELD_EMPTY', field: 'title' },
      /title.*empty/,
    ],
    [
      'a headline of no letters',
      broken({ title: '' }, { title: 'Back' }),
      { code: 'FIELD_EMPTY', field: 'title' },
      /title.*empty/,
    ],
    [
      'a headline that is too long',
      broken({ title: 'x'.repeat(600) }, { title: 'Short' }),
      { code: 'FIELD_INVALID', field: 'title' },
      /500/,
    ],
    [
      'a priority that there is not',
      broken({ priority: 12 }, { priority: 5 }),
      { code: 'FIELD_INVALID', field: 'priority' },
      /9/,
    ],
    [
      'another plugin that says no',
      by(() => new errors.ApplicationError('The legal desk has not cleared it.')),
      { code: 'REFUSED', field: null },
      /^The legal desk has not cleared it\.$/,
    ],
    [
      'a rule of another plugin about a field',
      by(
        () =>
          new errors.ValidationError('No', {
            errors: [{ path: ['summary'], message: 'Give a summary', name: 'ValidationError' }],
          })
      ),
      { code: 'FIELD_INVALID', field: 'summary' },
      /Give a summary/,
    ],
    ['a policy', by(() => new errors.PolicyError('Only after six')), { code: 'REFUSED' }, /Only after six/],
    [
      'a fault of another plugin',
      by(() => new TypeError("Cannot read properties of undefined (reading 'secret')")),
      { code: 'SERVER', field: null },
      /administrator/,
    ],
    [
      'a refusal that quotes a statement',
      by(() => new errors.ApplicationError("insert into articles values ('secret')")),
      { code: 'SERVER' },
      /administrator/,
    ],
    [
      'a deadlock',
      by(() => Object.assign(new Error('update "articles" set "secret" - deadlock detected'), { code: '40P01' })),
      { code: 'BUSY' },
      /else/,
    ],
    [
      'the database',
      (id) =>
        refuseRows(app.strapi, 'articles', {
          on: 'insert',
          when: `new.document_id = '${id}' and new.published_at is not null`,
        }),
      { code: 'SERVER' },
      /administrator/,
    ],
  ];

  test.each(CASES)(
    '%s: the hold, the panel and the Health page say why, until it is published',
    async (name, prepare, told, words) => {
      const id = await embargoed(`Stopped by ${name}`);
      const mend = await prepare(id);
      const failure = await failed(id);
      expect(failure).toMatchObject({ locale: 'en', ...told });
      expect(failure.message).toMatch(words);
      expect(failure.message).not.toMatch(/secret|insert|undefined|\bat .*:\d|the disk|`/);
      expect(Date.parse(failure.nextTry ?? '')).toBeGreaterThan(Date.parse(failure.since));
      expect(failure.attempts).toBeGreaterThan(0);
      expect(await liveLanguages(id)).toEqual([]);

      const ofAdmin = (await desk.admin.get(`/story-blocks/holds/${id}`)).body.data;
      expect(ofAdmin.failure).toMatchObject({ code: failure.code, message: failure.message, since: failure.since });
      const panel = (await desk.admin.get(`/story-blocks/desk/story/${id}?locale=en`)).body.data;
      expect(panel.hold.failure).toMatchObject({ code: failure.code, since: failure.since });
      const finding = panel.findings.find(({ code }: Json) => code === 'EMBARGO_FAILED');
      expect(finding).toMatchObject({ severity: 'warning' });
      expect(finding.message).toContain(failure.message);
      expect(await listed(id)).toMatchObject({
        type: ARTICLE,
        locale: 'en',
        failure: { code: failure.code, since: failure.since },
      });

      await mend();
      const answer = await again(id);
      expect([answer.status, answer.body], answer.text).toEqual([200, { data: null }]);
      expect(await liveLanguages(id)).toEqual(['en']);
      expect([await holdOf(id), await listed(id)]).toEqual([null, null]);
    }
  );

  describe('of a story in several languages', () => {
    test('names the language that could not be published, and publishes none', async () => {
      const id = await embargoed('In two languages', ['en', 'fr']);
      await draft(id, { title: null }, 'fr');
      expect(await failed(id)).toMatchObject({ code: 'FIELD_EMPTY', field: 'title', locale: 'fr' });
      expect(await liveLanguages(id)).toEqual([]);
      expect((await listed(id)).locale).toBe('fr');
      await draft(id, { title: 'De retour' }, 'fr');
      expect((await again(id)).body).toEqual({ data: null });
      expect(await liveLanguages(id)).toEqual(['en', 'fr']);
    });

    test('goes on without a language that is deleted', async () => {
      const id = await embargoed('Without French', ['en', 'fr']);
      await draft(id, { title: null }, 'fr');
      await failed(id);
      await writer.delete('articles', id, 'fr');
      expect((await again(id)).body).toEqual({ data: null });
      expect(await liveLanguages(id)).toEqual(['en']);
    });

    test('leaves what an editor has published meanwhile, and has written since', async () => {
      const id = await embargoed('English first', ['en', 'fr']);
      await draft(id, { title: null }, 'fr');
      await failed(id);
      await writer.publish(id, 'en');
      await writer.update('articles', id, { title: headline(room, 'Half a sentence of the next') }, 'en', true);
      expect((await holdOf(id))?.failure).toMatchObject({ locale: 'fr' });
      await draft(id, { title: 'Enfin' }, 'fr');
      expect((await again(id)).body).toEqual({ data: null });
      const live = await sql()('articles')
        .where({ document_id: id, locale: 'en' })
        .whereNotNull('published_at')
        .first();
      expect(live.title).toBe(headline(room, 'English first'));
      expect(await liveLanguages(id)).toEqual(['en', 'fr']);
    });
  });

  describe('is resolved', () => {
    const stuck = async (name: string) => {
      const id = await embargoed(name);
      await draft(id, { title: null });
      await failed(id);
      return id;
    };
    const resolved = async (id: string) => {
      expect(await listed(id)).toBeNull();
      const row = await holdRow(id);
      expect([row?.failure ?? null, row?.failed_at ?? null]).toEqual([null, null]);
    };

    test.each<[string, (id: string) => Promise<unknown>, string[]]>([
      ['when the hold is lifted', (id) => desk.api.send('DELETE', byApi(id)), []],
      [
        'when the story is killed instead',
        (id) => desk.api.send('PUT', byApi(id), { data: { state: 'canceled' } }),
        [],
      ],
      [
        'when the embargo is given another end',
        (id) =>
          desk.api.send('PUT', byApi(id), {
            data: { state: 'embargo', until: new Date(Date.now() + HOUR_MS).toISOString(), thenPublish: true },
          }),
        [],
      ],
      ['when the story is deleted', (id) => writer.delete('articles', id, '*'), []],
      [
        'when an editor mends and publishes it by the API',
        (id) => desk.api.send('PUT', `/api/articles/${id}?locale=en`, { data: { title: 'By hand' } }),
        ['en'],
      ],
      [
        'when an editor mends and publishes it in the admin',
        (id) =>
          desk.admin.send('POST', manager('articles', `/${id}/actions/publish`, 'en'), {
            title: 'By hand',
            locale: 'en',
          }),
        ['en'],
      ],
      [
        'by itself, once the draft is mended',
        async (id) => {
          await draft(id, { title: 'By itself' });
          await sql()('story_blocks_holds').where({ document_id: id }).update({ retry_at: Date.now() });
          await expect.poll(() => liveLanguages(id), { timeout: 30_000 }).toEqual(['en']);
        },
        ['en'],
      ],
    ])('%s', async (name, resolve, live) => {
      const id = await stuck(`Resolved ${name}`);
      await resolve(id);
      await resolved(id);
      expect(await liveLanguages(id)).toEqual(live);
    });

    test('not by a try that fails again: it counts, and keeps since when and why now', async () => {
      const id = await stuck('Tried twice');
      const before = (await failureOf(id)) as HoldFailure;
      await draft(id, { title: 'With a headline', priority: 99 });
      const answer = await again(id);
      expect(answer.status).toBe(200);
      expect(answer.body.data.failure).toMatchObject({ code: 'FIELD_INVALID', field: 'priority', since: before.since });
      expect(answer.body.data.failure.attempts).toBeGreaterThan(before.attempts);
      await desk.api.send('DELETE', byApi(id));
    });

    test('for good: an editor who takes the story down again does not see it published once more', async () => {
      const id = await stuck('Down again');
      await writer.update('articles', id, { title: 'By hand' }, 'en');
      await documentsOf(app.strapi, 'articles').unpublish({ documentId: id, locale: '*' });
      expect((await again(id)).status).toBe(404);
      expect(await liveLanguages(id)).toEqual([]);
    });
  });

  test('an embargo that no server has come to is told of too', async () => {
    const id = await embargoed('Nobody came');
    const until = Date.now() - 10 * 60_000;
    await sql()('story_blocks_holds')
      .where({ document_id: id })
      .update({ until, retry_at: Date.now() + HOUR_MS });
    expect(await failureOf(id)).toMatchObject({ code: 'LATE', attempts: 0, since: new Date(until).toISOString() });
    expect(await listed(id)).toMatchObject({ failure: { code: 'LATE' } });
    expect((await again(id)).body).toEqual({ data: null });
    expect(await listed(id)).toBeNull();
  });

  test('a stranger is told which story fails by its id alone, and tries nothing again', async () => {
    const id = await embargoed('A secret headline');
    await draft(id, { title: null });
    await failed(id);
    await draft(id, { title: 'A secret headline', priority: 99 });
    const reader = createClient(app, await logInWith(app, [UPKEEP]));
    const { embargoes } = await report(reader);
    expect(embargoes.find((one: Json) => one.documentId === id)).toMatchObject({ title: null });
    expect(JSON.stringify(embargoes)).not.toContain('secret');
    expect((await again(id, reader)).status).toBe(403);
    expect((await again(id, createClient(app))).status).toBe(401);
    const blind = createClient(app, await logInWith(app, [HOLDS]));
    expect((await again(id, blind)).status).toBe(404);
    const holder = createClient(app, await logInWith(app, [HOLDS, onStories('read', ['en'])]));
    expect((await again(id, holder)).body.data.failure).toMatchObject({ code: 'FIELD_INVALID', field: 'priority' });
    await desk.api.send('DELETE', byApi(id));
  });

  test('what is not over is not ended early', async () => {
    const id = await embargoed('Not over yet');
    expect((await again(id)).status).toBe(404);
    expect((await again('nosuchstory')).status).toBe(404);
    expect(await liveLanguages(id)).toEqual([]);
    await desk.api.send('PUT', byApi(id), { data: { state: 'withheld' } });
    expect((await again(id)).status).toBe(404);
    expect((await holdOf(id))?.failure).toBeNull();
  });
});
