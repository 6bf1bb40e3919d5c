import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient, createToken, type Json } from '../support/client';
import { bootStrapi, clients, type Running } from '../support/strapi';

/** What a plain string column holds on PostgreSQL. */
const PLAIN = 255;

describe.each(clients)('values as long as their fields allow, on %s', (client) => {
  let app: Running;
  beforeAll(async () => {
    app = await bootStrapi({ client });
  });
  afterAll(() => app?.stop());

  test('are stored, in every type and component of the application', async () => {
    const { contentTypes, components } = app.strapi as unknown as Record<string, Record<string, Json>>;
    const models = { ...contentTypes, ...components };
    const own = Object.keys(models).filter((uid) => uid.startsWith('api::') || /^(story|story-blocks)\./.test(uid));
    let tried = 0;
    for (const uid of own) {
      const long = Object.entries<Json>(models[uid].attributes).flatMap(([name, { type, maxLength, regex }]) =>
        // The language is i18n's own.
        ['string', 'email'].includes(type) && !regex && name !== 'locale'
          ? [[name, 'x'.repeat(maxLength ?? PLAIN + 1)]]
          : []
      );
      tried += long.length;
      const stored = await app.strapi.db.query(uid as never).create({ data: Object.fromEntries(long) });
      expect(stored, uid).toMatchObject(Object.fromEntries(long));
    }
    expect(tried).toBeGreaterThan(30);
  });

  test('a long address among the external links reaches readers; a longer one is refused with its field', async () => {
    const api = createClient(app, await createToken(app.strapi, 'full-access'));
    const address = (length: number) => `https://archive.example/${'a'.repeat(length - 24)}`;
    const title = 'H'.repeat(500);
    const data = { title, externalLinks: [{ title: 'T'.repeat(500), url: address(2_000) }] };
    const { documentId } = await api.write('POST', '/api/articles', data);
    const { body } = await api.get(`/api/story-blocks/related/${documentId}?kinds=external`);
    expect(body.data.map(({ url }: Json) => url)).toEqual([address(2_000)]);
    for (const [field, wrong] of [
      ['title', { title: 'H'.repeat(501) }],
      ['externalLinks.0.url', { title, externalLinks: [{ title: 'T', url: address(2_001) }] }],
    ] as const) {
      const answer = await api.send('POST', '/api/articles', { data: wrong });
      expect(answer.status).toBe(400);
      expect(answer.body.error.details.errors.map(({ path }: Json) => path.join('.'))).toEqual([field]);
    }
  });
});
