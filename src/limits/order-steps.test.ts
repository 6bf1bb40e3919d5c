import { expect, test } from 'vitest';
import { orderFault } from './order-steps';
import type { Attribute } from './schemas';

const TYPES: Record<string, Record<string, Attribute>> = {
  story: {
    title: { type: 'string' },
    section: { type: 'relation', target: 'section' },
    byline: { type: 'component', component: 'credit' },
    image: { type: 'media' },
  },
  section: { name: { type: 'string' }, parent: { type: 'relation', target: 'section' } },
  credit: { name: { type: 'string' } },
  'plugin::upload.file': { name: { type: 'string' } },
};
const faultOf = (sort: unknown) => orderFault({ sort, uid: 'story' }, (uid) => TYPES[uid]);

test.each<[unknown]>([
  ['title.asc'],
  ['title:asc,title.x:desc'],
  ['id.id'],
  ['documentId.x:desc'],
  ['section.name.x'],
  ['image.name.x'],
  ['byline.name.asc'],
  [['title', 'title.x']],
  [{ title: { x: 'asc' } }],
  [{ section: { name: { x: 'asc' } } }],
  [{ 0: 'title.x' }],
])('%j leads on from a plain field', (sort) => {
  expect(faultOf(sort)).toContain('title:asc');
});

test.each<[unknown]>([
  ['title'],
  ['title:asc, section.parent.name:DESC'],
  [['byline.name', 'image.name:asc']],
  [{ section: { parent: { name: 'asc' } } }],
  [undefined],
  // Strapi refuses these by name.
  ['nothing.x'],
  ['constructor.x'],
  ['section.nothing.x'],
])('%j is left to Strapi', (sort) => {
  expect(faultOf(sort)).toBeNull();
});
