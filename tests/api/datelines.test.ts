import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlacesService, RecogniseService } from '../../src/plugins/datelines/server/src';
import { createAdmin, logIn, manager, succeeded } from '../support/admin';
import { type Client, createClient, createToken, type Json } from '../support/client';
import { anyClient, bootStrapi, type Running } from '../support/strapi';

const ARTICLE = 'api::article.article';

describe.each(anyClient)('datelines on %s', (client) => {
  let app: Running;
  let api: Client;
  let admin: Client;
  const ids: Record<string, string> = {};

  const recognise = async (text: string, more: Record<string, unknown> = {}, as: Client = admin) =>
    succeeded(await as.send('POST', '/datelines/recognise', { text, ...more }), text).body.data;
  const place = async (data: Record<string, unknown>) => (await api.write('POST', '/api/datelines', data)).documentId;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    admin = await createAdmin(app);
    ids.beijing = await place({
      label: 'Beijing',
      city: 'Beijing',
      country: 'CN',
      timezone: 'Asia/Shanghai',
      standsAlone: true,
      names: [
        { locale: 'fr', city: 'Pékin' },
        { locale: 'zh', city: '北京' },
      ],
      aliases: ['Peking'],
    });
    ids.rochesterNy = await place({ city: 'Rochester', region: 'N.Y.', country: 'US', timezone: 'America/New_York' });
    ids.rochesterMn = await place({ city: 'Rochester', region: 'Minn.', country: 'US', timezone: 'America/Chicago' });
    ids.tromso = await place({ city: 'Tromsø', country: 'NO', timezone: 'Europe/Oslo' });
    ids.afp = (
      await api.write('POST', '/api/sources', { code: 'AFP', name: 'Agence France-Presse', kind: 'wire' })
    ).documentId;
    ids.claire = (await api.write('POST', '/api/authors', { name: 'Claire Lee', familyName: 'Lee' })).documentId;
  });
  afterAll(() => app?.stop());

  describe('recognising', () => {
    test('a dateline names its place, source and date, and is written again in the style that is asked for', async () => {
      const found = await recognise('BEIJING, April 22, 2019 (AFP) -', { style: 'smn' });
      expect(found.kind).toBe('dateline');
      expect(found.byline).toBeNull();
      expect(found.dateline).toMatchObject({
        date: '2019-04-22',
        source: { code: 'AFP', entries: [{ documentId: ids.afp, label: 'AFP' }] },
        text: 'Beijing (AFP) April 22, 2019',
      });
      expect(found.dateline.places).toHaveLength(1);
      expect(found.dateline.places[0]).toMatchObject({ city: 'Beijing', candidates: [] });
      expect(found.dateline.places[0].entries[0]).toMatchObject({ documentId: ids.beijing, label: 'Beijing' });
    });

    test('a byline names its people, and a head of two lines is both', async () => {
      const found = await recognise('By Claire LEE in Seoul, Jan KOWALSKI\nBEIJING (AFP) Apr 22, 2019', {
        style: 'smn',
      });
      expect(found.kind).toBe('both');
      expect(found.byline.credits).toEqual([
        {
          name: 'Claire Lee',
          location: 'Seoul',
          role: null,
          authors: [expect.objectContaining({ documentId: ids.claire, label: 'Claire Lee' })],
        },
        { name: 'Jan Kowalski', location: null, role: null, authors: [] },
      ]);
      expect(found.byline.text).toBe('By Claire LEE in Seoul, Jan KOWALSKI');
    });

    test('code that no administrator asked to run recognises, finds and makes places as well', async () => {
      const service: RecogniseService = app.strapi.plugin('datelines').service('recognise');
      const places: PlacesService = app.strapi.plugin('datelines').service('places');
      const { dateline, byline } = await service.recognise({ text: 'By Claire LEE\nBEIJING, April 22, 2019 (AFP) -' });
      expect(dateline?.places[0]?.entries[0]?.documentId).toBe(ids.beijing);
      expect(dateline?.source?.entries[0]?.documentId).toBe(ids.afp);
      expect(byline?.credits[0]?.authors[0]?.documentId).toBe(ids.claire);
      const [rochester] = await places.find({ city: 'Rochester', qualifier: 'Minn.' });
      expect(rochester?.documentId).toBe(ids.rochesterMn);
      const isPlace = await places.lookUp();
      expect([isPlace('Pékin'), isPlace('Atlantis-on-Sea')]).toEqual([true, false]);
      const made = await places.create({ city: 'Atlantis-on-Sea', country: 'GB' });
      expect(made.created).toBe(true);
      expect((await places.find({ city: 'Atlantis-on-Sea' })).map(({ documentId }) => documentId)).toEqual([
        made.entry.documentId,
      ]);
      expect(await places.create({ city: 'Atlantis-on-Sea', country: 'GB' })).toMatchObject({ created: false });
    });

    test.each([
      ['Pékin', 'beijing'],
      ['PEKIN', 'beijing'],
      ['北京', 'beijing'],
      ['Peking', 'beijing'],
      ['TROMSO', 'tromso'],
      ['Rochester, N.Y.', 'rochesterNy'],
      ['Rochester, Minn.', 'rochesterMn'],
    ])('a place alone is found by what it is called: %s', async (text, id) => {
      const found = await recognise(text);
      expect(found.dateline?.places[0]?.entries.map((entry: { documentId: string }) => entry.documentId)).toEqual([
        ids[id],
      ]);
    });

    test('a line that names a place and nothing else is told from a label by the gazetteer', async () => {
      const cities = async (text: string) =>
        (await recognise(text)).dateline?.places.map(({ city }: { city: string }) => city) ?? null;
      expect(await cities('BONN - The')).toEqual(['Bonn']);
      expect(await cities('GRONINGEN — The')).toEqual(['Groningen']);
      expect(await cities('FIFA — The')).toBeNull();
    });

    test('a slip of the keyboard is read, and reported', async () => {
      const found = await recognise('BEIJING, Marhc 9 (AFP) -');
      expect(found.dateline.date).toMatch(/-03-09$/);
      expect(found.findings).toContainEqual(
        expect.objectContaining({ code: 'DATELINE_SLIP', values: { written: 'Marhc', meant: 'March' } })
      );
    });

    test('a line without a place says by whom and when it is', async () => {
      const found = await recognise('March 3 (AFP) --');
      expect(found.dateline).toMatchObject({ places: [], text: '', source: { code: 'AFP' } });
    });

    test('a place of a name that the newsroom has elsewhere is another: the gazetteer offers it', async () => {
      const found = await recognise('PORTLAND, Ore. (AP) —');
      expect(found.dateline.places[0]).toMatchObject({
        entries: [],
        candidates: [
          {
            city: 'Portland',
            region: 'Ore.',
            country: 'US',
            timezone: 'America/Los_Angeles',
            label: 'Portland, Ore.',
            from: 'gazetteer',
          },
        ],
      });
      expect(found.dateline.source).toEqual({ code: 'AP', entries: [] });
      const [rochester] = (await recognise('ROCHESTER, Texas (AP) —')).dateline.places;
      expect(rochester.entries).toEqual([]);
      expect(rochester.candidates[0]).toMatchObject({ region: 'Texas', from: 'line' });
    });

    test('a day without its year has that of the story', async () => {
      const found = await recognise('BEIJING, March 3 (Reuters) -', { referenceDate: '1987-03-05' });
      expect(found.dateline.date).toBe('1987-03-03');
      expect(found.findings).toEqual([]);
    });

    test('a line of nothing but places, or of people, is answered at once', async () => {
      const places = `${Array.from({ length: 140 }, () => 'Oslo').join('/')} (AFP) Oct 8, 2020`;
      const people = `By ${Array.from({ length: 40 }, (_, at) => `Ada Number${'abcdefgh'[at % 8]}`).join(', ')}`;
      for (const text of [places, people, ',/'.repeat(900), 'a'.repeat(2_000)]) {
        const begun = performance.now();
        await recognise(text);
        expect(performance.now() - begun, text.slice(0, 20)).toBeLessThan(2_000);
      }
    });

    test('a sentence is nothing of the kind', async () => {
      const found = await recognise('The crane turned again on Tuesday');
      expect(found).toEqual({ kind: 'neither', dateline: null, byline: null, findings: [] });
    });

    test('a name that changes is found by its new name at once', async () => {
      const id = await place({ city: 'Oldtown', country: 'NO' });
      expect((await recognise('Oldtown')).dateline.places[0].entries).toHaveLength(1);
      await api.write('PUT', `/api/datelines/${id}`, { city: 'Newtown' });
      expect((await recognise('Newtown')).dateline.places[0].entries).toHaveLength(1);
      await api.write('DELETE', `/api/datelines/${id}`);
      expect((await recognise('Newtown'))?.dateline?.places[0].entries ?? []).toEqual([]);
    });
  });

  describe('making places', () => {
    test('one of a candidate has its label, region, country and zone, and is found from then on', async () => {
      const [{ candidates }] = (await recognise('BUFFALO, N.Y. (AP) —')).dateline.places;
      const { from: _, ...data } = candidates[0];
      const made = await admin.send('POST', '/datelines/places', { data });
      expect(made.status, made.text).toBe(201);
      const stored = (await api.get(`/api/datelines/${made.body.data.documentId}`)).body.data;
      expect(stored).toMatchObject({
        label: 'Buffalo, N.Y.',
        city: 'Buffalo',
        region: 'N.Y.',
        country: 'US',
        timezone: 'America/New_York',
      });
      const [found] = (await recognise('BUFFALO, N.Y. (AP) —')).dateline.places;
      expect(found.entries[0].documentId).toBe(made.body.data.documentId);

      const again = await admin.send('POST', '/datelines/places', { data });
      expect(again.status).toBe(200);
      expect(again.body.data.documentId).toBe(made.body.data.documentId);
    });

    test.each([
      ['city', { city: ' ' }],
      ['country', { city: 'Oslo', country: 'Norway' }],
      ['timezone', { city: 'Oslo', timezone: 'Europe/Atlantis' }],
      ['label', { city: 'Oslo', label: 'a\0b' }],
      ['colour', { city: 'Oslo', colour: 'red' }],
    ])('refuses what is wrong and names the field: %s', async (field, data) => {
      const answer = await admin.send('POST', '/datelines/places', { data });
      expect(answer.status).toBe(400);
      expect(answer.body.error.details.errors[0].path).toEqual(['data', field]);
    });
  });

  describe('checking', () => {
    const form = (values: Record<string, unknown>, more: Record<string, unknown> = {}) =>
      admin.send('POST', '/datelines/check', { model: ARTICLE, values, ...more });

    test('a form is shown as it will read, unsaved relations included', async () => {
      const answer = await form({
        datelines: { connect: [{ documentId: ids.rochesterNy }, { documentId: ids.beijing }] },
        source: { connect: [{ documentId: ids.afp }] },
        byline: [{ author: { connect: [{ documentId: ids.claire }] }, location: 'Beijing' }, { name: 'Jan Kowalski' }],
      });
      expect(answer.status, answer.text).toBe(200);
      expect(answer.body.data).toMatchObject({
        style: 'ap',
        dateline: 'ROCHESTER, N.Y./BEIJING (AFP) —',
        byline: 'By Claire Lee in Beijing and Jan Kowalski',
      });
    });

    test('a dateline that the text brings along is named, with what differs from the fields', async () => {
      const openingText = 'MADRID (dpa) - Der König sprach.';
      const both = await form({
        datelines: { connect: [{ documentId: ids.beijing }] },
        source: { connect: [{ documentId: ids.afp }] },
        openingText,
      });
      expect(both.body.data).toMatchObject({ datelineRunsIn: true, bodyDateline: 'MADRID (dpa) -' });
      const codes = ({ body }: typeof both) => body.data.findings.map(({ code }: { code: string }) => code);
      expect(codes(both)).toEqual(expect.arrayContaining(['DATELINE_TWICE', 'PLACE_DIFFERS', 'SOURCE_DIFFERS']));
      expect(codes(await form({ openingText }))).toContain('DATELINE_IN_TEXT');
      const none = await form({ openingText: 'EXPLAINER — What the vote means' });
      expect(none.body.data.bodyDateline).toBeNull();
      expect(codes(none)).not.toContain('DATELINE_IN_TEXT');
    });

    test('a saved story keeps what its form does not change, in its site’s style', async () => {
      const site = await api.write('POST', '/api/sites', { name: 'Wire', datelineStyle: 'smn' });
      const section = await api.write('POST', '/api/sections', { name: 'World', site: site.documentId });
      const story = await api.write('POST', '/api/articles?status=draft', {
        title: 'Ice',
        section: section.documentId,
        datelines: [ids.tromso],
        source: ids.afp,
        byline: [{ author: ids.claire }],
      });
      const saved = await api.get(`/api/articles/${story.documentId}?status=draft&populate=byline`);
      const answer = await form(
        { datelineDate: '2019-04-22', byline: [{ id: saved.body.data.byline[0].id }] },
        { documentId: story.documentId, locale: 'en' }
      );
      expect(answer.body.data).toMatchObject({
        style: 'smn',
        dateline: 'Tromsø, Norway (AFP) April 22, 2019',
        byline: 'By Claire LEE',
      });
      const other = await form(
        {
          datelines: { connect: [{ documentId: ids.beijing }], disconnect: [ids.tromso] },
          datelineDate: '2019-04-22',
        },
        { documentId: story.documentId, locale: 'en' }
      );
      expect(other.body.data.dateline).toBe('Beijing (AFP) April 22, 2019');
      expect(other.body.data.findings.map((finding: { code: string }) => finding.code)).toContain('DATE_IN_OTHER_YEAR');
      const filed = await form(
        { datelineDate: '2019-04-22', filedAt: '2019-04-22T08:00:00.000Z', bylineLabel: 'by Staff Writers' },
        { documentId: story.documentId, locale: 'en' }
      );
      expect(filed.body.data.findings).toEqual([]);
    });

    test('refuses a type that is no story', async () => {
      const answer = await form({}, { model: 'api::author.author' });
      expect(answer.status).toBe(400);
      expect(answer.body.error.details.errors[0].path).toEqual(['model']);
    });
  });

  describe('the content API', () => {
    test('checks plain values', async () => {
      const answer = await api.send('POST', '/api/datelines/check', {
        data: {
          datelines: [{ city: 'Springfield', timezone: 'Mars/Olympus' }],
          datelineDate: '2026-05-02',
          publishedAt: '2026-05-01T12:00:00Z',
          credits: [{ name: 'Claire Lee' }],
        },
      });
      expect(answer.status, answer.text).toBe(200);
      const codes = answer.body.data.findings.map((finding: { code: string }) => finding.code);
      expect(codes).toEqual(expect.arrayContaining(['DATE_AFTER_PUBLICATION', 'REGION_MISSING', 'TIMEZONE_UNKNOWN']));
    });

    test('reads a line', async () => {
      const answer = await api.send('POST', '/api/datelines/parse', {
        text: 'BUFFALO, N.Y., March 3 (Reuters) -',
        referenceDate: '1987-03-05',
      });
      expect(answer.status, answer.text).toBe(200);
      expect(answer.body.data).toMatchObject({
        kind: 'dateline',
        dateline: { style: 'reuters', places: [{ city: 'Buffalo', region: 'US-NY' }], date: '1987-03-03' },
        byline: null,
      });
    });

    test.each([
      ['text', {}],
      ['text', { text: 5 }],
      ['text', { text: 'a\0b' }],
      ['referenceDate', { text: 'x', referenceDate: 'yesterday' }],
      ['colour', { text: 'x', colour: 'red' }],
    ])('refuses what is wrong and names the field: %s', async (field, body) => {
      const answer = await api.send('POST', '/api/datelines/parse', body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.details.errors[0].path).toEqual([field]);
    });

    test('takes an empty day for none', async () => {
      const answer = await api.send('POST', '/api/datelines/check', {
        data: {
          datelines: [{ city: 'Oslo', standsAlone: true }],
          datelineDate: '',
          filedAt: '2026-05-03T12:00:00Z',
          publishedAt: '2026-05-01T12:00:00Z',
          credits: [{ name: 'Claire Lee' }],
        },
      });
      expect(answer.status, answer.text).toBe(200);
      expect(answer.body.data.findings.map((finding: { code: string }) => finding.code)).toEqual([
        'DATE_AFTER_PUBLICATION',
      ]);
    });

    test('reads the head of a whole story, and that at once', async () => {
      const begun = performance.now();
      const text = `BUFFALO, N.Y., March 3 (Reuters) -\n${'Snow.\n'.repeat(14_000)}`;
      const read = await api.send('POST', '/api/datelines/parse', { text });
      expect(read.status, read.text).toBe(200);
      expect(read.body.data).toMatchObject({ kind: 'dateline', datelineText: 'BUFFALO, N.Y., March 3 (Reuters) -' });
      const none = await api.send('POST', '/api/datelines/parse', { text: 'ab\n'.repeat(25_000) });
      expect(none.body.data.kind).toBe('neither');
      expect(performance.now() - begun).toBeLessThan(2_000);
    });

    test('refuses more than 100 KB', async () => {
      const answer = await api.send('POST', '/api/datelines/parse', { text: 'x'.repeat(103_000) });
      expect(answer.status).toBe(413);
    });

    test('asks for a permission of its own, each', async () => {
      const body = { text: 'Seoul (AFP)' };
      expect((await createClient(app).send('POST', '/api/datelines/parse', body)).status).toBe(403);
      const mayParse = createClient(
        app,
        await createToken(app.strapi, 'custom', ['plugin::datelines.recognise.parse'])
      );
      expect((await mayParse.send('POST', '/api/datelines/parse', body)).status).toBe(200);
      expect((await mayParse.send('POST', '/api/datelines/check', { data: {} })).status).toBe(403);
    });
  });

  describe('who may', () => {
    const READ = 'plugin::content-manager.explorer.read';
    /** An administrator of a new role that may read what is given, by content type. */
    async function readerOf(name: string, may: Record<string, { fields: string[]; conditions?: string[] }>) {
      const role = await app.strapi.db.query('admin::role').create({ data: { name, code: `${name}-${client}` } });
      for (const [subject, { fields, conditions = [] }] of Object.entries(may)) {
        const properties = { fields, locales: ['en'] };
        const data = { action: READ, subject, properties, conditions, role: role.id };
        await app.strapi.db.query('admin::permission').create({ data });
      }
      return createClient(app, await logIn(app, role.code));
    }
    test('no one without a log-in', async () => {
      const nobody = createClient(app);
      for (const path of ['recognise', 'places', 'check']) {
        expect((await nobody.send('POST', `/datelines/${path}`, {})).status, path).toBe(401);
      }
      expect((await nobody.get('/datelines/mapping')).status).toBe(401);
    });

    test('an administrator who may read no story is refused', async () => {
      const role = await app.strapi.db
        .query('admin::role')
        .create({ data: { name: 'Guest', code: `guest-${client}` } });
      const guest = createClient(app, await logIn(app, role.code));
      for (const path of ['recognise', 'places', 'check']) {
        expect((await guest.send('POST', `/datelines/${path}`, {})).status, path).toBe(403);
      }
      expect((await guest.get('/datelines/mapping')).status).toBe(403);
    });

    test('one who may read stories alone sees no entries and makes no places', async () => {
      const role = await app.strapi.db
        .query('admin::role')
        .create({ data: { name: 'Reader', code: `reader-${client}` } });
      await app.strapi.db.query('admin::permission').create({
        data: {
          action: 'plugin::content-manager.explorer.read',
          subject: ARTICLE,
          properties: { fields: ['title'], locales: ['en'] },
          conditions: [],
          role: role.id,
        },
      });
      const reader = createClient(app, await logIn(app, role.code));
      const mapping = await reader.get('/datelines/mapping');
      expect(mapping.body.data).toMatchObject({ stories: [{ uid: ARTICLE }], canCreatePlaces: false });
      const found = await recognise('By Claire LEE\nBEIJING (AFP) Apr 22, 2019', {}, reader);
      expect(found.dateline.places[0].entries).toEqual([]);
      expect(found.dateline.source.entries).toEqual([]);
      expect(found.byline.credits[0].authors).toEqual([]);
      const made = await reader.send('POST', '/datelines/places', { data: { city: 'Nowhere' } });
      expect(made.status).toBe(403);
      expect(succeeded(await admin.get(`${manager('datelines')}?_q=Nowhere`), 'list').body.results).toEqual([]);
    });

    test('a form says nothing of fields that its reader may not see', async () => {
      const site = await api.write('POST', '/api/sites', { name: 'Closed', datelineStyle: 'smn' });
      const section = await api.write('POST', '/api/sections', { name: 'Inside', site: site.documentId });
      const story = await api.write('POST', '/api/articles?status=draft', {
        title: 'Thaw',
        section: section.documentId,
        datelines: [ids.tromso],
        source: ids.afp,
        byline: [{ author: ids.claire, location: 'Oslo' }],
      });
      const saved = await api.get(`/api/articles/${story.documentId}?status=draft&populate=byline`);
      const check = async (as: Client) => {
        const values = { datelineDate: '2019-04-22', byline: [{ id: saved.body.data.byline[0].id }] };
        const form = { model: ARTICLE, documentId: story.documentId, locale: 'en', values };
        return succeeded(await as.send('POST', '/datelines/check', form), 'check').body.data;
      };
      const all = {
        [ARTICLE]: { fields: ['title', 'section', 'datelines', 'source', 'byline.author', 'byline.location'] },
        'api::section.section': { fields: ['name', 'site'] },
        'api::site.site': { fields: ['name', 'datelineStyle'] },
        'api::dateline.dateline': { fields: ['city', 'country'] },
        'api::source.source': { fields: ['code'] },
        'api::author.author': { fields: ['name', 'familyName'] },
      };
      expect(await check(await readerOf('sees-all', all))).toMatchObject({
        style: 'smn',
        dateline: 'Tromsø, Norway (AFP) April 22, 2019',
        byline: 'By Claire LEE',
      });
      const bare = await readerOf('sees-title', { ...all, [ARTICLE]: { fields: ['title', 'section'] } });
      expect(await check(bare)).toMatchObject({ style: 'smn', dateline: '', byline: '' });
      const { 'api::site.site': _, ...others } = all;
      const apart = await readerOf('sees-no-site', { ...others, 'api::source.source': { fields: ['name'] } });
      expect(await check(apart)).toMatchObject({
        style: 'ap',
        dateline: 'TROMSØ, Norway —',
        byline: 'By Claire Lee',
      });
    });

    test('a role that sees what people of the same role made finds it', async () => {
      const conditions = ['admin::has-same-role-as-creator'];
      const reader = await readerOf('own-role', {
        [ARTICLE]: { fields: ['title'] },
        'api::dateline.dateline': { fields: ['city', 'country'], conditions },
      });
      const role = await app.strapi.db.query('admin::role').findOne({ where: { code: `own-role-${client}` } });
      const colleague = await app.strapi.db.query('admin::user').create({
        data: { email: `colleague-${client}@wiredesk.example`, firstname: 'Ada', isActive: true, roles: [role.id] },
      });
      const ours = await place({ city: 'Ourtown', country: 'NO' });
      const theirs = await place({ city: 'Theirtown', country: 'NO' });
      const where = { documentId: ours };
      await app.strapi.db.query('api::dateline.dateline').update({ where, data: { createdBy: colleague.id } });

      const entriesOf = async (city: string) =>
        ((await recognise(`${city.toUpperCase()} (AFP) —`, {}, reader)).dateline.places[0].entries as Json[]).map(
          ({ documentId }) => documentId
        );
      expect(await entriesOf('Ourtown')).toEqual([ours]);
      expect(await entriesOf('Theirtown')).toEqual([]);
      const values = { datelines: { connect: [{ documentId: ours }, { documentId: theirs }] } };
      const answer = await reader.send('POST', '/datelines/check', { model: ARTICLE, values });
      expect(answer.body.data.dateline).toBe('OURTOWN, Norway —');
    });

    test('an editor is told which fields mean what', async () => {
      const mapping = await admin.get('/datelines/mapping');
      expect(mapping.body.data).toMatchObject({
        canCreatePlaces: true,
        stories: [{ uid: ARTICLE, fields: { datelines: 'datelines', byline: { field: 'byline' } } }],
      });
    });
  });

  test('GraphQL writes lines in every style', async () => {
    const story = await api.write('POST', '/api/articles', {
      title: `Styles on ${client}`,
      datelines: [ids.beijing],
      source: ids.afp,
      datelineDate: '2019-04-22',
      byline: [{ author: ids.claire }],
    });
    const names = (app.strapi.plugin('datelines').service('styles') as { names(): string[] }).names();
    expect(names.length).toBeGreaterThan(10);
    const fields = names.map(
      (name, at) => `d${at}: datelineText(style: "${name}") b${at}: bylineText(style: "${name}")`
    );
    const answer = await api.graphql(`{ article(documentId: "${story.documentId}") { ${fields.join(' ')} } }`);
    expect(answer.body.errors).toBeUndefined();
    names.forEach((name, at) => {
      expect(answer.body.data.article[`d${at}`], name).toMatch(/Beijing|BEIJING|Pékin|北京|بكين/i);
      expect(answer.body.data.article[`b${at}`], name).toMatch(/Lee/i);
    });
    expect(answer.body.data.article[`d${names.indexOf('smn')}`]).toBe('Beijing (AFP) April 22, 2019');
  });
});
