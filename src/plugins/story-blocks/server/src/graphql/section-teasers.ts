import type { Core } from '@strapi/strapi';
import { notFound } from '@wiredesk/strapi-kit/server';
import DataLoader from 'dataloader';
import type { Teaser } from '../../../shared/src';
import type { Assembly } from '../assemble';
import { listTeasersOf } from '../pages';
import { type GraphqlContext, requestFor } from './context';

type TeasersLoader = DataLoader<string, Teaser[]>;

/** What is asked of each of several sections alike. */
interface Asked {
  locale: string | null | undefined;
  limit: number | undefined;
  exclude: string[] | undefined;
}

const perRequest = new WeakMap<object, Map<string, TeasersLoader>>();

/** Teasers of sections by document id: all that one request asks alike are read together. */
export function sectionTeasers(
  strapi: Core.Strapi,
  assembly: Assembly,
  context: GraphqlContext,
  { locale, ...query }: Asked
): TeasersLoader {
  const all = perRequest.get(context.koaContext) ?? new Map<string, TeasersLoader>();
  perRequest.set(context.koaContext, all);
  const key = JSON.stringify([locale, query.limit, query.exclude]);
  const loader =
    all.get(key) ??
    new DataLoader<string, Teaser[]>(async (sections) => {
      const request = await requestFor(strapi, assembly, context, locale);
      const found = await listTeasersOf(request, { ...query, sections });
      return sections.map((id) => found.get(id) ?? notFound(`No such section: ${id}`));
    });
  all.set(key, loader);
  return loader;
}
