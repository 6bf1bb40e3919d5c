// Refuses to compare answers that have nothing in them.
import type { Front, Rail, RelatedLink, StoryPage, Teaser } from 'strapi-plugin-story-blocks/shared';
import { type Asks, type CallerName, type Route, STOCK } from './comparisons';
import type { Load } from './load';

type Page = StoryPage['data'];
type FrontData = Front['data'];

const answers =
  <Data>(isFull: (data: Data) => boolean) =>
  (text: string): boolean => {
    const { data }: { data: Data } = JSON.parse(text);
    return isFull(data);
  };

/** Whether what a route answers is worth comparing. */
const CHECKS: Record<Route, (text: string) => boolean> = {
  related: answers<RelatedLink[]>((links) => links.length >= 8),
  teasers: answers<Teaser[]>((teasers) => teasers.length === 5 && teasers.every(({ excerpt }) => excerpt)),
  rails: answers<Rail[]>((rails) => rails.length === 3 && rails.every(({ headlines }) => headlines.length === 5)),
  page: answers<Page>(
    ({ story, blocks }) => story.body.length > 0 && Boolean(story.byline && story.dateline) && blocks.length === 6
  ),
  'page by slug': answers<Page>(({ blocks }) => blocks.length === 6),
  'section front': answers<FrontData>(({ teasers, blocks }) => teasers.length === 20 && blocks.length === 1),
  'section front, page 3': answers<FrontData>(({ teasers }) => teasers.length > 0),
  'topic front': answers<FrontData>(({ teasers }) => teasers.length > 0),
};
const ROUTES = Object.keys(CHECKS) as Route[];

/** @returns Tags of the first address of each route, by caller and route. */
export async function checkContent(
  load: Load,
  asks: Asks,
  callers: readonly CallerName[]
): Promise<Record<string, string | undefined>> {
  const etags: Record<string, string | undefined> = {};
  const fail = (what: string, text: string): never => {
    throw new Error(`${what} answers nothing to compare: ${text.slice(0, 400)}`);
  };
  for (const caller of callers) {
    for (const name of ROUTES) {
      const { next } = asks.route(caller, name);
      for (let at = 0; at < 3; at += 1) {
        const ask = next();
        const { status, headers, text } = await load.answer(ask);
        if (status !== 200 || !CHECKS[name](text)) fail(`${caller} ${ask.path}`, text);
        if (at === 0) etags[`${caller} ${name}`] = headers.etag;
      }
    }
  }
  const [caller] = callers;
  if (caller === undefined) return etags;
  for (const name of STOCK) {
    for (const ask of [asks.stock(caller, name).next()].flat()) {
      const { status, text } = await load.answer(ask);
      const data = status === 200 ? JSON.parse(text).data : null;
      const related = Array.isArray(data) ? data.length : data?.seeAlso?.length;
      if (!related) fail(`stock ${ask.path}`, text);
    }
  }
  for (const [name, { next }] of Object.entries(asks.graphql(caller))) {
    const { text } = await load.answer(next());
    const { data, errors }: { data?: Record<string, object | string | null>; errors?: unknown } = JSON.parse(text);
    const isEmpty = (part: object | string | null) => part === null || Object.keys(part).length === 0;
    if (errors || Object.values(data ?? {}).some(isEmpty)) fail(`GraphQL ${name}`, text);
  }
  return etags;
}
