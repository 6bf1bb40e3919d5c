import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Card, findCards, newestCardsOfEach } from '../../src/plugins/story-blocks/server/src/cards';
import {
  chooseStories,
  readSections,
  type SectionWill,
  type SectionWish,
  sectionStories,
} from '../../src/plugins/story-blocks/server/src/curation/board';
import { createAnswers } from '../../src/plugins/story-blocks/server/src/delivery/answers';
import { listReader, type ReadLists } from '../../src/plugins/story-blocks/server/src/pages/lists/kept-lists';
import { statementsOf } from '../support/statements';
import { bootStrapi, clients, type Running } from '../support/strapi';

const TYPE = 'api::article.article';
const SECTIONS = ['a', 'b', 'c', 'd', 'empty'];

/** Numbers that are the same at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x7fffffff) * below) % below;
  };
}

describe.each(clients)('the stories of several sections, on %s', (client) => {
  let app: Running;
  const cards = new Map<string, Card>();
  beforeAll(async () => {
    app = await bootStrapi({ client, env: { STORY_BLOCKS_WORKER: 'off' } });
    const rows = Array.from({ length: 60 }, (_, at) => {
      const section = SECTIONS[at % 4];
      const data = {
        title: `Story ${at}`,
        slug: `story-${at}`,
        sectionId: section,
        topicIds: [],
        placeIds: [],
        credits: [],
        externalLinks: [],
      };
      return {
        type: TYPE,
        document_id: `story-${String(at).padStart(2, '0')}`,
        locale: 'en',
        slug: data.slug,
        title: data.title,
        section_id: section,
        // Some share an instant.
        sort_at: 1_700_000_000_000 + Math.floor(at / 8) * 1_000,
        data: JSON.stringify(data),
        lead: '[]',
        body: '[]',
        fingerprint: `${at}`,
      };
    });
    await app.strapi.db.connection('story_blocks_cards').insert(rows);
    for (const card of await findCards(
      app.strapi,
      TYPE,
      'en',
      rows.map((row) => row.document_id)
    )) {
      cards.set(card.documentId, card);
    }
  });
  afterAll(() => app?.stop());

  /** The reference: one section after another, each by statements of its own. */
  async function oneByOne(wishes: SectionWish[], wills: Map<string, SectionWill>, shown: Set<string>) {
    const lists: string[][] = [];
    for (const { sectionId, limit } of wishes) {
      const query = { locales: ['en'], types: [TYPE], sectionId, exclude: shown };
      const will = wills.get(sectionId) ?? { pins: [], sentDown: [] };
      const list = await sectionStories(app.strapi, query, will, limit);
      for (const { documentId } of list) shown.add(documentId);
      lists.push(list.map(({ documentId }) => documentId));
    }
    return lists;
  }

  async function together(
    wishes: SectionWish[],
    wills: Map<string, SectionWill>,
    shown: Set<string>,
    read: ReadLists = (lists) => newestCardsOfEach(app.strapi, lists)
  ) {
    const query = { locales: ['en'], types: [TYPE], exclude: shown };
    const parts = await readSections(read, query, wishes, wills);
    return chooseStories(wishes, parts, shown).map((list) => list.map(({ documentId }) => documentId));
  }

  /** As requests read them, of which none changes anything. */
  function keptLists(): ReadLists {
    const answers = createAnswers(2 ** 20);
    return listReader({
      strapi: app.strapi,
      newsroom: { storyLocales: () => ['en'] },
      locale: 'en',
      kept: (name, make) => answers.get(JSON.stringify(name), 0, make),
    });
  }

  test('are the same read together as one by one, whatever is pinned, sent down, shown or asked twice', async () => {
    const all = [...cards.keys()];
    const kept = keptLists();
    for (let seed = 1; seed <= 120; seed += 1) {
      const next = numbers(seed * 7_919);
      const some = (most: number, from = all) => Array.from({ length: next(most + 1) }, () => from[next(from.length)]);
      const wills = new Map(
        SECTIONS.map((sectionId): [string, SectionWill] => [
          sectionId,
          {
            // Also stories of other sections.
            pins: [...new Set(some(4))].map((id) => ({ card: cards.get(id) as Card, until: null })),
            sentDown: [...new Set(some(6))],
          },
        ])
      );
      const wishes = Array.from({ length: 1 + next(7) }, () => ({
        sectionId: SECTIONS[next(SECTIONS.length)],
        limit: 1 + next(18),
      }));
      const shown = some(20);
      const [expected, found] = [new Set(shown), new Set(shown)];
      const reference = await oneByOne(wishes, wills, expected);
      expect(await together(wishes, wills, found), `seed ${seed}`).toEqual(reference);
      // From lists that are kept from one to the next.
      expect(await together(wishes, wills, new Set(shown), kept), `seed ${seed}, kept`).toEqual(reference);
      expect([...found].sort()).toEqual([...expected].sort());
    }
  });

  test('are read by one statement, and by few where thousands are excluded', async () => {
    const wishes = Array.from({ length: 50 }, (_, at) => ({ sectionId: SECTIONS[at] ?? `unknown-${at}`, limit: 5 }));
    const statements = await statementsOf(app.strapi, () => together(wishes, new Map(), new Set()));
    expect(statements).toHaveLength(1);
    const kept = keptLists();
    const first = await statementsOf(app.strapi, () => together(wishes, new Map(), new Set(), kept));
    expect(first).toHaveLength(1);
    // Others are left out now, of the same lists.
    const second = await statementsOf(app.strapi, () => together(wishes, new Map(), new Set(['story-03']), kept));
    expect(second).toHaveLength(0);
    const many = new Set(Array.from({ length: 3_000 }, (_, at) => `gone-${at}`));
    const found = await together(wishes, new Map(), new Set(many));
    expect(found).toEqual(await oneByOne(wishes, new Map(), new Set(many)));
  });
});
