import { parse } from '@wiredesk/strapi-kit/server';
import { z } from 'zod';
import { frontQuery, frontSchema } from '../../../../../shared/src';
import type { Caller } from '../../../access/caller';
import { toAnswer } from '../../../blocks';
import { capitalized } from '../../../lib/capitalized';
import { argument, limitArgument, nameQuery } from '../../../lib/query';
import { toPagination } from '../../pagination';
import { siteOf } from '../page-data';
import { type Appearances, type PageField, type PageRoute, pageKind, pageRoute } from '../page-kind';
import { READ_ERRORS } from '../query-errors';
import { FRONT_SIZE, type Front, type FrontAsked, type FrontOf, type FrontSubject, fillFront } from './fill-front';
import { frontText } from './front-text';

interface Words<Kind extends string> {
  /** As the path has it. */
  plural: `${Kind}s`;
  /** The kind's name after `a` or `an`. */
  a: `${'a' | 'an'} ${Kind}`;
}

type Paging = Omit<FrontAsked, 'named' | 'page' | 'pageSize'> & { page?: number; pageSize?: number };
const ask = (named: string, { locale, site, date, page = 1, pageSize = FRONT_SIZE }: Paging): FrontAsked => ({
  named,
  locale,
  site,
  date,
  page,
  pageSize,
});

const routeOf = (kind: string, { plural, a }: Words<string>): PageRoute<FrontAsked> =>
  pageRoute(
    {
      method: 'GET',
      tag: 'Pages',
      handler: `find${capitalized(kind)}Front`,
      path: `/fronts/${plural}/:named`,
      operationId: `get${capitalized(kind)}Front`,
      summary: `The front of ${a}`,
      params: { named: `Document id, slug or name of the ${kind}.` },
      query: frontQuery,
      errors: { ...READ_ERRORS, 404: `No such ${kind}, or no such site.` },
      revalidates: true,
      hasText: true,
    },
    ({ named }, query) => ask(named, query)
  );

const argsSchema = z.object({
  site: argument(nameQuery),
  page: argument(z.int().min(1, 'must be at least 1').max(100_000)),
  pageSize: argument(limitArgument),
  date: argument(frontQuery.shape.date),
});

function fieldOf(kind: string): PageField<FrontAsked> {
  const named = z.object({ [kind]: argument(nameQuery) });
  return {
    name: 'front',
    type: 'StoryFront',
    args: { [kind]: 'String', date: 'String', site: 'String', page: 'Int', pageSize: 'Int' },
    ask(args) {
      const paging = parse(argsSchema, args);
      const name = parse(named, args)[kind];
      return name ? ask(name, paging) : null;
    },
  };
}

function frontData(front: Front, caller: Pick<Caller, 'may'>) {
  const { kind, documentId, name, slug } = front.subject;
  return {
    kind,
    site: siteOf(front, caller),
    subject: caller.may(kind) ? { documentId, name, slug } : null,
    lead: front.lead,
    teasers: front.teasers,
    blocks: front.blocks.map(toAnswer),
  };
}

export type FrontData = ReturnType<typeof frontData>;

/** A front as a kind of page: the newest stories of what it is the front of, a page at a time, and blocks. */
export const frontKind = <Kind extends FrontSubject>(
  of: FrontOf<Kind>,
  words: Words<Kind>,
  appearances: Appearances<FrontAsked, Front>
) =>
  pageKind<FrontAsked, Front<Kind>, FrontData>({
    name: of.kind,
    page: 'front',
    subject: of.kind,
    layout: 'front',
    delivery: 'fronts',
    routes: [routeOf(of.kind, words)],
    graphql: fieldOf(of.kind),
    answer: frontSchema,
    fill: (request, asked) => fillFront(of, request, asked),
    toData: frontData,
    toMeta: ({ asked, total }) => ({ pagination: toPagination(asked, total) }),
    toText: frontText,
    appearances,
  });
