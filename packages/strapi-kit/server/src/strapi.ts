import type { Core, UID } from '@strapi/strapi';

/** What Strapi's query engine is asked. */
export interface EntryQuery {
  select?: readonly string[];
  where?: object;
  populate?: object;
  orderBy?: object;
  limit?: number;
  offset?: number;
}

/** The query engine of one content type. */
export interface Entries {
  findMany<Row = Record<string, unknown>>(query: EntryQuery): Promise<Row[]>;
  findOne<Row = Record<string, unknown>>(query: EntryQuery): Promise<Row | null>;
  count(query: Pick<EntryQuery, 'where'>): Promise<number>;
}

/** The entries of a content type. Strapi's types know the uids of one application; a plugin reads them from its mapping. */
export const entries = (strapi: Core.Strapi, uid: string): Entries =>
  strapi.db.query(uid as UID.Schema) as unknown as Entries;

/** Stands around every action of the document service. @typeParam Context - What is read of its context. */
export const aroundDocuments = <Context>(
  strapi: Core.Strapi,
  middleware: (context: Context, next: () => Promise<unknown>) => Promise<unknown>
): void => {
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
};

/** What is done as rows of content types are written, by the lifecycle's name. */
export interface RowSubscriber<Event> {
  models: readonly string[];
  on: Partial<Record<Lifecycle, (event: Event) => unknown>>;
}
type Lifecycle = `${'before' | 'after'}${'Create' | 'Update' | 'Delete'}${'' | 'Many'}`;

/** Follows rows by the lifecycles of Strapi's database, whatever writes them. @typeParam Event - What is read of an event. */
export function onRows<Event>(strapi: Core.Strapi, { models, on }: RowSubscriber<Event>): void {
  type Subscriber = Parameters<typeof strapi.db.lifecycles.subscribe>[0];
  strapi.db.lifecycles.subscribe({ models: [...models], ...on } as unknown as Subscriber);
}

/** Whether a caller of the content API holds actions, all of them. @param auth - `ctx.state.auth`. */
export async function holdsActions(strapi: Core.Strapi, auth: unknown, actions: readonly string[]): Promise<boolean> {
  type Verify = Parameters<typeof strapi.auth.verify>;
  try {
    await strapi.auth.verify(auth as Verify[0], { scope: [...actions] } as Verify[1]);
    return true;
  } catch {
    // Strapi says no by throwing.
    return false;
  }
}
