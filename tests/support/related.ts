import type { Core } from '@strapi/strapi';
import { expect } from 'vitest';
import type { Told } from '../fixtures/related-news';
import { type Client, type Json, settled } from './client';
import { rowsOf } from './database';
import { paragraphs } from './newsroom';
import type { Data, Desk } from './writers';

export interface Upkeep {
  reconcile(): Promise<{ repaired: number }>;
  rebuild(progress: () => void): Promise<unknown>;
  health(): Promise<{ waiting: number; stale: number; ranking: unknown; failed: unknown[]; cards: number }>;
  check(): Promise<{ drift: unknown[]; embargoes: unknown[]; troubles: { total: number; named: unknown[] } }>;
  relateNext(): Promise<number>;
  wake(): void;
}
export const upkeepOf = (strapi: Core.Strapi): Upkeep => strapi.plugin('story-blocks').service('upkeep') as Upkeep;

/** Stories that are not in their language's model yet, or whose links another ranking made. */
const BEHIND = `select c.document_id, c.locale, c.error, m.state, i.model, i.ranked from story_blocks_cards c
  left join story_blocks_index i on i.type = c.type and i.document_id = c.document_id and i.locale = c.locale
  left join story_blocks_models m on m.locale = c.locale and m.state = 'ready' and m.settings <> 'to be trained anew'
  where c.retry_at is not null or i.features is null or m.version is null or i.model < m.version or i.ranked < m.ranking`;

/** Waits until every link is of the archive as it is. */
export async function rested(strapi: Core.Strapi): Promise<void> {
  await settled(strapi);
  let calm = 0;
  let left: unknown[] = [];
  for (let round = 0; round < 3_000; round += 1) {
    left = [
      ...(await rowsOf(strapi, BEHIND)),
      ...(await rowsOf(strapi, "select locale, state from story_blocks_models where state <> 'ready'")),
    ];
    calm = left.length === 0 ? calm + 1 : 0;
    if (calm === 3) return;
    upkeepOf(strapi).wake();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Links did not come to rest: ${JSON.stringify(left.slice(0, 3))}`);
}

/** Has stories linked however little they share: for tests of what links do, told in a few words. */
export async function withoutFloor({ app, admin }: Pick<Desk, 'app' | 'admin'>): Promise<void> {
  const { body } = await admin.get('/story-blocks/settings');
  const { version, saved } = body.data;
  const settings = { ...saved, related: { ...saved?.related, floor: 0 } };
  const answer = await admin.send('PUT', '/story-blocks/settings', { data: { version, settings } });
  expect(answer.status, answer.text).toBe(200);
  await settled(app.strapi);
}

/** Makes links of the archive as it is, from nothing but what is published. */
export async function rebuilt(strapi: Core.Strapi): Promise<void> {
  await upkeepOf(strapi).rebuild(() => {});
  await rested(strapi);
}

const HOUR_MS = 3_600_000;
const FIRST = Date.parse('2025-05-06T00:00:00.000Z');
/** The time at which the story of a number is filed, an hour after the one before. */
export const filedAt = (number: number): string => new Date(FIRST + number * HOUR_MS).toISOString();

export const dataOf = ({ title, text }: Told, number: number, more: Data = {}): Data => ({
  title,
  body: paragraphs(text),
  filedAt: filedAt(number),
  ...more,
});

const withoutNulls = (value: Json): Json =>
  JSON.parse(JSON.stringify(value, (_, one) => (one === null ? undefined : one)));
const SHOWN = 8;

/** A story's links to stories, which are the same by every way to read them. */
export async function readLinks(api: Client, id: string, locale = 'en'): Promise<Json[]> {
  const related = await api.get(`/api/story-blocks/related/${id}?kinds=story&limit=50&locale=${locale}`);
  expect(related.status, related.text).toBe(200);
  const page = (await api.get(`/api/story-blocks/pages/${id}?locale=${locale}`)).body.data;
  const onPage = page.blocks.flatMap(({ links }: Json) => links ?? []).filter(({ kind }: Json) => kind === 'story');
  const links = `relatedLinks(kinds: [story], limit: ${SHOWN}) { documentId title score reasons { type label labels } }`;
  const { body } = await api.graphql(
    `query ($id: ID!, $locale: String, $code: I18NLocaleCode) {
       root: relatedLinks(documentId: $id, locale: $locale, kinds: [story], limit: ${SHOWN}) {
         documentId title score reasons { type label labels }
       }
       article(documentId: $id, locale: $code) { ${links} }
     }`,
    { id, locale, code: locale }
  );
  const known = (all: Json[]) =>
    withoutNulls(
      all.slice(0, SHOWN).map(({ documentId, title, score, reasons }) => ({ documentId, title, score, reasons }))
    );
  const shown = known(related.body.data);
  expect(known(onPage), 'on the page').toEqual(shown);
  expect(known(body.data.root), 'by GraphQL').toEqual(shown);
  expect(known(body.data.article.relatedLinks), 'on a GraphQL story').toEqual(shown);
  return related.body.data;
}

export const idsOf = (links: Json[]): string[] => links.map(({ documentId }) => documentId);
export const titlesOf = (links: Json[]): string[] => links.map(({ title }) => title);
export const typesOf = ({ reasons }: Json): string[] => reasons.map(({ type }: Json) => type);
export const labelsOf = ({ reasons }: Json): string[] =>
  reasons.flatMap(({ type, labels }: Json) => (type === 'names' || type === 'terms' ? labels : []));

/** Holds what every link must: a reason in words of one of the two, and no score above the one before. */
export function expectGrounds(links: Json[], own: Told, told: (documentId: string) => Told | undefined): void {
  for (const [at, link] of links.entries()) {
    expect(link.reasons.length, link.title).toBeGreaterThan(0);
    expect(typesOf(link), `ranked: ${link.title}`).not.toContain('latest');
    expect(link.score).toBeGreaterThan(0);
    expect(link.score).toBeLessThanOrEqual(at > 0 ? links[at - 1].score : 1);
    const other = told(link.documentId);
    const written = `${own.title} ${own.text} ${other?.title} ${other?.text}`;
    for (const label of labelsOf(link)) {
      expect(written).toContain(label);
      for (const { title, text } of [own, other ?? own]) {
        expect(`${title} ${text}`.toLowerCase()).toContain(label.toLowerCase());
      }
    }
  }
}

export interface KeptLink {
  host: string;
  target: string;
  locale: string;
  score: number;
}

/** Every link that is kept, by what is written and not by numbers. */
export const keptReasons = (strapi: Core.Strapi): Promise<(KeptLink & { reasons: string })[]> =>
  rowsOf(
    strapi,
    `select h.title as host, t.title as target, h.locale, l.score, l.reasons from story_blocks_links l
       join story_blocks_index hi on hi.id = l.host_id join story_blocks_index ti on ti.id = l.target_id
       join story_blocks_cards h on h.document_id = hi.document_id and h.locale = hi.locale and h.type = hi.type
       join story_blocks_cards t on t.document_id = ti.document_id and t.locale = ti.locale and t.type = ti.type
       order by h.locale, h.title, t.title`
  );

/** The same without their reasons; scores as far as readers see them, and a little further. */
export const keptLinks = async (strapi: Core.Strapi): Promise<KeptLink[]> =>
  (await keptReasons(strapi)).map(({ reasons: _, score, ...link }) => ({ ...link, score: Number(score.toFixed(6)) }));
