import { expect, it } from 'vitest';
import { groupOf, summaryOf } from './profile';

it('names packages, the plugins by folder, and the database', () => {
  const group = (url: string, functionName = 'f') => groupOf({ functionName, url });
  expect(group('/app/src/plugins/story-blocks/server/src/delivery/cache.ts')).toBe('story-blocks/delivery');
  expect(group('/app/node_modules/@strapi/core/dist/a.js')).toBe('@strapi/core');
  expect(group('/app/node_modules/knex/lib/a.js')).toBe('knex');
  expect(group('node:_http_outgoing')).toBe('node');
  expect(group('', 'all')).toBe('sqlite');
  expect(group('', '(garbage collector)')).toBe('(garbage collector)');
});

it('gives shares of the time in which it worked', () => {
  const node = (id: number, functionName: string, url: string) => ({ id, callFrame: { functionName, url } });
  const nodes = [node(1, '(idle)', ''), node(2, 'f', '/x/node_modules/knex/a.js'), node(3, 'all', '')];
  expect(summaryOf({ nodes, samples: [1, 2, 2, 3], timeDeltas: [100, 20, 10, 10] })).toEqual([
    { group: 'knex', share: 0.75 },
    { group: 'sqlite', share: 0.25 },
  ]);
});
