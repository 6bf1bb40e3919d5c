import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writesIn } from '../support/table-writes';

const SERVER = path.join(import.meta.dirname, '../../src/plugins/story-blocks/server/src');

/** The room that a table belongs to: nobody else writes it. `db` makes all of them. */
const OWNERS: Record<string, string> = {
  meta: 'db',
  generation: 'db',
  cards: 'cards',
  cardRefs: 'cards',
  concepts: 'cards',
  formerSlugs: 'cards',
  firstPublications: 'cards',
  holds: 'holds',
  pins: 'curation',
  wills: 'curation',
  boards: 'curation',
  boardWishes: 'curation',
  links: 'related',
  index: 'related',
  postings: 'related',
  models: 'related',
  filling: 'upkeep',
  cursors: 'upkeep',
  runs: 'upkeep',
  settings: 'settings',
  troubles: 'troubles',
};

const named = readFileSync(path.join(SERVER, 'db/tables.ts'), 'utf8');
const tables = [...(/TABLES = \{([^}]*)\}/.exec(named)?.[1] ?? '').matchAll(/(\w+):/g)].map(([, name]) => name).sort();

const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!\.test)\.ts$/.test(file)
);
const writes = files.flatMap((file) => writesIn(file, readFileSync(path.join(SERVER, file), 'utf8')));

test('every table has an owner', () => {
  expect(Object.keys(OWNERS).sort()).toEqual(tables);
});

test('the check finds the writes of every table', () => {
  expect([...new Set(writes.map(({ table }) => table))].sort()).toEqual(tables);
});

test('no room writes the table of another', () => {
  const foreign = writes.filter(({ file, table }) => ![OWNERS[table], 'db'].includes(file.split('/')[0]));
  expect(foreign).toEqual([]);
});

test.each([
  ['table(strapi, sql, TABLES.pins).where({ type }).delete();', ['pins']],
  [
    'const rows = () => table(strapi, sql, TABLES.index);\nasync function f() { await rows().update({ a: 1 }); }',
    ['index'],
  ],
  ['for (const name of [TABLES.cards, TABLES.links]) await table(strapi, sql, name).delete();', ['cards']],
  [
    "const cards = table(strapi, sql, TABLES.cards);\nawait whereIn(strapi, cards, 'id', ids).update({ a: 1 });",
    ['cards'],
  ],
  ["const kept = new Map(); kept.delete('a');", []],
])('a write is seen: %s', (text, tables) => {
  expect(writesIn('cards/x.ts', text).map(({ table }) => table)).toEqual(tables);
});
