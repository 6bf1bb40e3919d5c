import type { Core } from '@strapi/strapi';
import { refusal } from './fault';
import { orderFault } from './order-steps';
import { attributesIn } from './schemas';

interface QueryParams {
  transform(uid: string, query: { sort?: unknown }): unknown;
}

/** Refuses orders that lead on from a plain field where Strapi reads them, by whatever way they came: GraphQL's, too. */
export function refuseOrders(strapi: Core.Strapi): void {
  const service = strapi.get('query-params') as QueryParams;
  const { transform } = service;
  const attributesOf = attributesIn(strapi);
  service.transform = (uid, query) => {
    const message = orderFault({ sort: query?.sort, uid }, attributesOf);
    if (message !== null) throw refusal({ parameter: 'sort', message });
    return transform(uid, query);
  };
}
