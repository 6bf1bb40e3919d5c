import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootChanged, editNewsroom } from '../support/changed-app';
import { type Client, createClient, createToken, type Json, settled } from '../support/client';
import { paragraphs } from '../support/newsroom';
import { rebuilt, rested } from '../support/related';
import { anyClient, type Running } from '../support/strapi';
import { contentApi, type Writer } from '../support/writers';

describe.each(anyClient)('a language that borrows links of another, on %s', (client) => {
  let app: Running;
  let api: Client;
  let writer: Writer;
  const ids: Record<string, string> = {};

  const write = (title: string, text: string, language: 'en' | 'fr' = 'en') =>
    writer.create(
      'articles',
      { title, body: paragraphs(text), topics: [ids.topic], section: ids.section },
      language,
      true
    );
  const linksOf = async (id: string, locale: string): Promise<Json[]> =>
    (await api.get(`/api/story-blocks/related/${id}?kinds=story&limit=50&locale=${locale}`)).body.data;
  const idsIn = async (id: string, locale: string) =>
    (await linksOf(id, locale)).map((link) => `${link.documentId} ${link.locale}`).sort();

  beforeAll(async () => {
    app = await bootChanged({ client }, (distDir) =>
      editNewsroom(distDir, `newsroom.related = { borrow: { fr: ['en'] } };`)
    );
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    writer = contentApi(api);
    const both = async (plural: 'sites' | 'sections' | 'topics', en: Json, fr: Json) => {
      const id = await writer.create(plural, en, 'en');
      await writer.update(plural, id, fr, 'fr');
      return id;
    };
    const site = { url: 'https://locks.example', urlPattern: '/{locale}/{section}/{slug}' };
    ids.site = await both('sites', { ...site, name: 'Locks' }, { ...site, name: 'Écluses' });
    ids.section = await both(
      'sections',
      { name: 'Canals', slug: 'canals', site: ids.site },
      { name: 'Canaux', slug: 'canaux', site: ids.site }
    );
    ids.topic = await both('topics', { name: 'Locks' }, { name: 'Écluses' });
    ids.gate = await write('Gate of the upper lock jams', 'The upper lock of Moulins is shut since its gate jammed.');
    ids.barge = await write('Barges queue below the lock', 'Forty barges wait below the upper lock of Moulins.');
    ids.host = await write(
      'Lock keepers of Moulins are heard',
      'Keepers of the upper lock of Moulins told of the gate.'
    );
    await settled(app.strapi);
    const told = {
      title: 'Les éclusiers de Moulins entendus',
      body: paragraphs('Les éclusiers ont parlé de la porte.'),
    };
    await writer.update('articles', ids.host, { ...told, topics: [ids.topic], section: ids.section }, 'fr');
    await rested(app.strapi);
  });
  afterAll(() => app?.stop());

  test('has those of the story’s version there, with the reason and the address in that language', async () => {
    expect(await idsIn(ids.host, 'fr')).toEqual([`${ids.gate} en`, `${ids.barge} en`].sort());
    for (const link of await linksOf(ids.host, 'fr')) {
      expect(link.reasons).toContainEqual({ type: 'language', label: 'en' });
      expect(link.url).toMatch(/^https:\/\/locks\.example\/en\/canals\//);
    }
    expect((await linksOf(ids.host, 'en')).every(({ locale }) => locale === 'en')).toBe(true);
  });

  test('has its own before them, and none twice that has come in it since', async () => {
    const told = {
      title: 'La porte de l’écluse bloquée',
      body: paragraphs('La porte bloque l’écluse, disent les éclusiers.'),
    };
    await writer.update('articles', ids.gate, { ...told, topics: [ids.topic], section: ids.section }, 'fr');
    await rebuilt(app.strapi);
    const links = await linksOf(ids.host, 'fr');
    expect(links.map(({ documentId, locale }) => [documentId, locale])).toEqual([
      [ids.gate, 'fr'],
      [ids.barge, 'en'],
    ]);
  });

  test('loses one at once that is killed', async () => {
    await api.write('PUT', `/api/story-blocks/holds/${ids.barge}`, { state: 'canceled' });
    expect(await idsIn(ids.host, 'fr')).toEqual([`${ids.gate} fr`]);
  });
});
