import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootStrapi, clients, type Running } from '../support/strapi';

describe.each(clients)('on %s', (client) => {
  let app: Running;
  beforeAll(async () => {
    app = await bootStrapi({ client });
  });
  afterAll(() => app?.stop());

  test('all plugins are loaded', () => {
    for (const name of ['story-blocks', 'story-slugs', 'datelines', 'graphql', 'i18n']) {
      expect(app.strapi.plugins[name], name).toBeDefined();
    }
  });

  test('answers', async () => {
    expect((await fetch(`${app.url}/_health`)).status).toBe(204);
  });
});
