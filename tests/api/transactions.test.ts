import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf, manager } from '../support/admin';
import { type Answer, settled } from '../support/client';
import { cardDifferences, conceptDifferences, contents, heldAndPublished } from '../support/database';
import { foundNewsroom, headline, type Newsroom, nextFiling, storyData, writeStory } from '../support/newsroom';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { answered, contentApi, type Desk, openDesk, type Writer } from '../support/writers';

interface LifecycleEvent {
  action: string;
  model: { uid: string };
}
type Outcome = Pick<Answer, 'status' | 'text'>;
type Operation = () => Promise<Outcome>;

const PLUGIN_TABLES = ['cards', 'card_refs', 'concepts', 'generation', 'holds'] as const;
type PluginTable = (typeof PLUGIN_TABLES)[number];
const BOOM = 'a fault that this test makes';

describe.each(clients)('writes on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'txn');
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());
  afterEach(async () => {
    app.strapi.log.level = 'error';
    expect(await cardDifferences(app.strapi)).toEqual([]);
    expect(await conceptDifferences(app.strapi)).toEqual([]);
    expect(await heldAndPublished(app.strapi)).toEqual([]);
  });

  const draft = (title: string) => writeStory(writer, room, title, {}, false);
  const published = (title: string) => writeStory(writer, room, title);
  const bulk = (action: string, documentIds: string[], locale: string | string[]) =>
    desk.admin.send('POST', manager('articles', `/actions/${action}`), { documentIds, locale });
  const articles = () => documentsOf(app.strapi, 'articles');
  const hold = (id: string, state = 'withheld') =>
    desk.api.send('PUT', `/api/story-blocks/holds/${id}`, { data: { state } });

  /** Everything that changes what readers see, each with the tables of the plugin that it must write. */
  const OPERATIONS: [string, PluginTable[], () => Promise<Operation>][] = [
    [
      'a story created published',
      ['cards', 'card_refs', 'generation'],
      async () => () =>
        desk.api.send('POST', '/api/articles?locale=en', {
          data: storyData(room, 'en', headline(room, 'Made at once'), { filedAt: nextFiling() }),
        }),
    ],
    [
      'a live story given another headline and section',
      ['cards', 'card_refs', 'generation'],
      async () => {
        const id = await published('To be changed');
        const data = { title: headline(room, 'Changed'), section: room.sections.port };
        return () => desk.api.send('PUT', `/api/articles/${id}?locale=en`, { data });
      },
    ],
    [
      'a language added to a live story',
      ['cards', 'card_refs', 'generation'],
      async () => {
        const id = await writer.create(
          'articles',
          storyData(room, 'en', headline(room, 'To be translated')),
          'en',
          true
        );
        return () =>
          desk.api.send('PUT', `/api/articles/${id}?locale=fr`, {
            data: storyData(room, 'fr', headline(room, 'Traduit')),
          });
      },
    ],
    [
      'two stories published in two languages',
      ['cards', 'card_refs', 'generation'],
      async () => {
        const ids = [await draft('One of two'), await draft('Two of two')];
        return () => bulk('bulkPublish', ids, ['en', 'fr']);
      },
    ],
    [
      'two stories unpublished',
      ['cards', 'generation'],
      async () => {
        const ids = [await published('Out, one'), await published('Out, two')];
        return () => bulk('bulkUnpublish', ids, ['en', 'fr']);
      },
    ],
    [
      'two stories deleted',
      ['cards', 'generation'],
      async () => {
        const ids = [await published('Gone, one'), await published('Gone, two')];
        return () => bulk('bulkDelete', ids, 'en');
      },
    ],
    [
      'a story deleted in all languages',
      ['cards', 'generation'],
      async () => {
        const id = await published('Gone for good');
        return () => answered(articles().delete({ documentId: id, locale: '*' }));
      },
    ],
    [
      'a story saved and published by the admin',
      ['cards', 'generation'],
      async () => {
        const id = await published('Saved in the admin');
        return () =>
          desk.admin.send('POST', manager('articles', `/${id}/actions/publish`, 'en'), {
            title: headline(room, 'Saved anew'),
          });
      },
    ],
    [
      'changes discarded and the story unpublished',
      ['cards', 'generation'],
      async () => {
        const id = await published('Taken back');
        return () =>
          desk.admin.send('POST', manager('articles', `/${id}/actions/unpublish`, 'en'), {
            locale: 'en',
            discardDraft: true,
          });
      },
    ],
    [
      'a story copied in all languages',
      [],
      async () => {
        const id = await published('Copied');
        return () => answered(articles().clone({ documentId: id, locale: '*', data: {} }));
      },
    ],
    [
      'a story withheld',
      ['cards', 'generation', 'holds'],
      async () => {
        const id = await published('Withheld');
        return () => hold(id);
      },
    ],
    [
      'a section renamed',
      ['concepts', 'generation'],
      async () => {
        const id = await writer.create('sections', { name: 'Before', site: room.sites.north }, 'en');
        return () => desk.api.send('PUT', `/api/sections/${id}?locale=en`, { data: { name: 'After' } });
      },
    ],
    [
      'a section deleted, with a story in it',
      ['concepts', 'generation'],
      async () => {
        const section = await writer.create('sections', { name: 'Short-lived', site: room.sites.north }, 'en');
        const data = storyData(room, 'en', headline(room, 'Of a short-lived section'), { section });
        await writer.create('articles', data, 'en', true);
        await settled(app.strapi);
        return () => desk.admin.send('DELETE', manager('sections', `/${section}`, '*'));
      },
    ],
    [
      'an author deleted',
      ['concepts', 'generation'],
      async () => {
        const id = await writer.create('authors', { name: 'Short-lived' });
        return () => desk.api.send('DELETE', `/api/authors/${id}`);
      },
    ],
  ];

  describe('that fail leave everything as it was:', () => {
    test.each(OPERATIONS)('%s, whichever row fails', async (_name, _tables, prepare) => {
      const { strapi } = app;
      const operation = await prepare();
      await settled(strapi);
      strapi.log.level = 'none';
      const before = await contents(strapi);
      for (let failing = 1; ; failing += 1) {
        expect(failing, 'rows of one write').toBeLessThan(200);
        let seen = 0;
        const stop = strapi.db.lifecycles.subscribe(((event: LifecycleEvent) => {
          if (!/^after(Create|Update|Delete)/.test(event.action) || !/^(api::|story)/.test(event.model.uid)) return;
          seen += 1;
          if (seen === failing) throw new Error(BOOM);
        }) as never) as unknown as () => void;
        const answer = await operation();
        stop();
        if (seen < failing) {
          expect(answer.status, answer.text).toBeLessThan(300);
          expect(failing, 'rows that were made to fail').toBeGreaterThan(1);
          break;
        }
        expect(answer.status, `row ${failing}`).toBe(500);
        expect(await contents(strapi), `after the failure of row ${failing}`).toEqual(before);
      }
      expect(await contents(strapi)).not.toEqual(before);
    });

    test.each(OPERATIONS)("%s, whichever of the plugin's tables fails", async (_name, tables, prepare) => {
      const { strapi } = app;
      const operation = await prepare();
      await settled(strapi);
      strapi.log.level = 'none';
      const before = await contents(strapi);
      for (const name of tables) {
        const mend = await breakTable(name);
        const answer = await operation();
        await mend();
        expect(answer.status, `${name}: ${answer.text}`).toBe(500);
        expect(await contents(strapi), `after the failure of ${name}`).toEqual(before);
      }
      const answer = await operation();
      expect(answer.status, answer.text).toBeLessThan(300);
    });

    /** Makes every write to a table of the plugin fail. @returns Its cure. */
    async function breakTable(name: PluginTable): Promise<() => Promise<unknown>> {
      const { connection } = app.strapi.db;
      const table = `story_blocks_${name}`;
      if (client === 'sqlite') {
        const events = ['insert', 'update', 'delete'];
        for (const event of events) {
          await connection.raw(
            `create trigger broken_${event} before ${event} on ${table} begin select raise(abort, '${BOOM}'); end`
          );
        }
        return async () => {
          for (const event of events) await connection.raw(`drop trigger broken_${event}`);
        };
      }
      await connection.raw(
        `create or replace function broken() returns trigger language plpgsql as 'begin raise exception ''${BOOM}''; end'`
      );
      await connection.raw(
        `create trigger broken before insert or update or delete on ${table} for each row execute function broken()`
      );
      return () => connection.raw(`drop trigger broken on ${table}`);
    }

    test('a table that is missing stops a publication, and no more once it is back', async () => {
      const { strapi } = app;
      const id = await draft('Published without a table');
      await settled(strapi);
      strapi.log.level = 'none';
      const before = await contents(strapi);
      // A builder of its own for each: it runs again all that it was told before.
      const rename = (from: string, to: string) => strapi.db.connection.schema.renameTable(from, to);
      await rename('story_blocks_card_refs', 'story_blocks_elsewhere');
      const failed = await bulk('bulkPublish', [id], ['en', 'fr']);
      await rename('story_blocks_elsewhere', 'story_blocks_card_refs');
      expect(failed.status).toBe(500);
      expect(await contents(strapi)).toEqual(before);
      expect((await bulk('bulkPublish', [id], ['en', 'fr'])).status).toBe(200);
    });

    test('a held story among several keeps all of them from being published', async () => {
      const [first, held, last] = [await draft('Free, one'), await draft('Held'), await draft('Free, two')];
      await hold(held);
      await settled(app.strapi);
      const before = await contents(app.strapi);
      for (const ids of [
        [first, held, last],
        [held, first, last],
        [first, last, held],
      ]) {
        const answer = await bulk('bulkPublish', ids, ['en', 'fr']);
        expect([answer.status, answer.body?.error?.details?.code]).toEqual([409, 'STORY_HELD']);
        expect(await contents(app.strapi)).toEqual(before);
      }
      expect((await bulk('bulkPublish', [first, last], ['en', 'fr'])).status).toBe(200);
    });
  });

  describe('at the same time', () => {
    /** The answers' statuses, where none is a fault. */
    const statusesOf = async (work: Promise<Outcome>[]) => {
      const answers = await Promise.all(work);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
      return answers.map(({ status }) => status);
    };
    const noDrift = async () => {
      const upkeep = app.strapi.plugin('story-blocks').service('upkeep') as { check(): Promise<{ drift: unknown[] }> };
      expect(await cardDifferences(app.strapi)).toEqual([]);
      expect(
        (await upkeep.check()).drift.filter((drift) => (drift as { uid?: string }).uid === 'api::article.article')
      ).toEqual([]);
    };
    const publish = (id: string, locale: string | string[]) => answered(articles().publish({ documentId: id, locale }));
    const unpublish = (id: string, locale: string | string[]) =>
      answered(articles().unpublish({ documentId: id, locale }));

    test('twenty publications and withdrawals of one story leave cards that agree with what is published', async () => {
      const id = await draft('A quarrel of editors');
      for (let round = 0; round < 3; round += 1) {
        await statusesOf(
          Array.from({ length: 20 }, (_, n) => {
            const locale = n % 2 ? 'fr' : 'en';
            if (n % 5 === 0)
              return desk.api.send('PUT', `/api/articles/${id}?locale=${locale}`, {
                data: { title: headline(room, `Version ${n}`) },
              });
            if (n % 5 === 1) return bulk('bulkPublish', [id], ['en', 'fr']);
            if (n % 5 === 2)
              return desk.admin.send('POST', manager('articles', `/${id}/actions/unpublish`, locale), { locale });
            if (n % 5 === 3) return publish(id, '*');
            return unpublish(id, locale);
          })
        );
        await noDrift();
      }
    });

    test('a hold wins over publications that are under way', async () => {
      for (let round = 0; round < 5; round += 1) {
        const id = await published(`Killed in round ${round}`);
        const answers = await statusesOf([
          ...Array.from({ length: 4 }, (_, n) =>
            desk.api.send('PUT', `/api/articles/${id}?locale=${n % 2 ? 'fr' : 'en'}`, {
              data: { title: headline(room, `Edit ${round}.${n}`) },
            })
          ),
          hold(id, 'canceled'),
          ...Array.from({ length: 4 }, () => bulk('bulkPublish', [id], ['en', 'fr'])),
        ]);
        expect(answers[4]).toBe(200);
        const live = await app.strapi.db.connection('articles').where({ document_id: id }).whereNotNull('published_at');
        expect(live).toEqual([]);
        await noDrift();
      }
    });

    test('stories made with one headline get addresses of their own', async () => {
      const data = storyData(room, 'en', headline(room, 'Same words'), { filedAt: '2026-04-01T12:00:00.000Z' });
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => desk.api.send('POST', '/api/articles?locale=en', { data }))
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      expect(new Set(answers.map(({ body }) => body.data.slug)).size).toBe(8);
      await noDrift();
    });

    test('stories that link to each other are withdrawn and published without getting in each other’s way', async () => {
      const ids = [];
      for (let n = 0; n < 4; n += 1) ids.push(await published(`Linked to each other ${n}`));
      for (let round = 0; round < 5; round += 1) {
        await settled(app.strapi);
        expect(new Set(await statusesOf(ids.map((id) => unpublish(id, '*'))))).toEqual(new Set([200]));
        expect(new Set(await statusesOf(ids.map((id) => publish(id, '*'))))).toEqual(new Set([200]));
      }
      await noDrift();
    });

    test('many at once and one by one, in opposite orders, all come to an end', async () => {
      const ids = [await draft('Bulk, one'), await draft('Bulk, two'), await draft('Bulk, three')];
      for (let round = 0; round < 6; round += 1) {
        await statusesOf([
          bulk('bulkPublish', ids, ['en', 'fr']),
          ...[...ids].reverse().map((id) => publish(id, '*')),
          ...ids.map((id) => desk.api.send('PUT', `/api/articles/${id}?locale=en`, { data: {} })),
        ]);
        await noDrift();
        await statusesOf([
          bulk('bulkUnpublish', ids, ['en', 'fr']),
          ...[...ids].reverse().map((id) => unpublish(id, '*')),
        ]);
        await noDrift();
      }
    });

    test('many at once in one order and many at once in the other all come to an end', async () => {
      const ids = [];
      for (let n = 0; n < 4; n += 1) ids.push(await draft(`Crossing ${n}`));
      const reversed = [...ids].reverse();
      for (let round = 0; round < 6; round += 1) {
        await statusesOf([bulk('bulkPublish', ids, ['en', 'fr']), bulk('bulkPublish', reversed, ['fr', 'en'])]);
        await noDrift();
        await statusesOf([bulk('bulkUnpublish', reversed, ['en', 'fr']), bulk('bulkUnpublish', ids, ['en', 'fr'])]);
        await noDrift();
      }
    });

    test('a section that is renamed and deleted while its stories are published leaves nothing behind', async () => {
      // Strapi tells of an update after the fact, and of one that found nothing more to update by a rejection that
      // nobody awaits: it would end the process.
      const unhandled: unknown[] = [];
      const note = (error: unknown) => unhandled.push(error);
      process.on('unhandledRejection', note);
      for (let round = 0; round < 4; round += 1) {
        const section = await writer.create('sections', { name: `Contested ${round}`, site: room.sites.north }, 'en');
        const author = await writer.create('authors', { name: `Contested ${round}` });
        const ids: string[] = [];
        for (let n = 0; n < 2; n += 1) {
          const more = { section, byline: [{ author }], filedAt: nextFiling() };
          ids.push(
            await writer.create('articles', storyData(room, 'en', headline(room, `Contested ${n}`), more), 'en', true)
          );
        }
        await statusesOf([
          ...ids.map((id) =>
            desk.api.send('PUT', `/api/articles/${id}?locale=en`, {
              data: { title: headline(room, `Contested ${id}`) },
            })
          ),
          desk.api.send('PUT', `/api/sections/${section}?locale=en`, { data: { name: `Contested ${round}, renamed` } }),
          desk.api.send('DELETE', `/api/sections/${section}?locale=*`),
          desk.api.send('PUT', `/api/authors/${author}`, { data: { name: `Contested ${round}, renamed` } }),
          desk.api.send('DELETE', `/api/authors/${author}`),
          bulk('bulkUnpublish', [...ids].reverse(), ['en']),
          ...ids.map((id) => publish(id, 'en')),
        ]);
        await settled(app.strapi);
        await noDrift();
      }
      process.off('unhandledRejection', note);
      expect(unhandled).toEqual([]);
    });
  });
});
