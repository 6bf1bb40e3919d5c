import type { Core } from '@strapi/strapi';
import type { Running } from './strapi';

export interface Answer<Body = Json> {
  status: number;
  headers: Headers;
  body: Body;
  text: string;
}
// Tests read answers of every shape; each test asserts the parts it needs.
// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what the tests are there to check
export type Json = any;

export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: 'POST' | 'PUT' | 'DELETE' | 'PATCH', path: string, body?: unknown): Promise<Answer>;
  /** `send` that fails the test unless it succeeds, and gives `data`. */
  write(method: 'POST' | 'PUT' | 'DELETE', path: string, data?: unknown): Promise<Json>;
  graphql(query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

/** Speaks HTTP to a running application, with a bearer token or none. */
export function createClient({ url }: Pick<Running, 'url'>, token?: string): Client {
  const call = async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {}
  ): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    let parsed: Json = null;
    try {
      parsed = JSON.parse(text);
    } catch {
      // A text edition, or an empty answer.
    }
    return { status: response.status, headers: response.headers, body: parsed, text };
  };
  return {
    get: (path, headers) => call('GET', path, undefined, headers),
    send: (method, path, body) => call(method, path, body),
    async write(method, path, data) {
      const answer = await call(method, path, data === undefined ? undefined : { data });
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
      return answer.body?.data;
    },
    graphql: (query, variables) => call('POST', '/graphql', { query, variables }),
  };
}

interface TokenService {
  create(token: Record<string, unknown>): Promise<{ accessKey: string }>;
}

/** Makes an API token: `full-access`, `read-only`, or `custom` with the given actions. */
export async function createToken(
  strapi: Core.Strapi,
  type: 'full-access' | 'read-only' | 'custom',
  permissions?: string[]
): Promise<string> {
  const service = strapi.service('admin::api-token') as unknown as TokenService;
  const name = `${type} ${Math.random().toString(36).slice(2)}`;
  const token = await service.create({
    name,
    description: '',
    type,
    lifespan: null,
    ...(permissions ? { permissions } : {}),
  });
  return token.accessKey;
}

/** Lets everyone do the given actions. */
export async function allowPublic(strapi: Core.Strapi, actions: string[]): Promise<void> {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  for (const action of actions) {
    await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
  }
}

/** Waits until the worker has nothing left to do: a minute at least, on a machine with other tests. */
export async function settled(strapi: Core.Strapi, rounds = 3_000): Promise<void> {
  const upkeep = strapi.plugin('story-blocks').service('upkeep') as { wake(): void };
  for (let round = 0; round < rounds; round += 1) {
    const row = await strapi.db
      .connection('story_blocks_cards')
      .where((waiting) => waiting.whereNotNull('retry_at').orWhereNotNull('stale_at'))
      .count({ count: '*' })
      .first();
    if (Number(row?.count) === 0) return;
    upkeep.wake();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The worker did not come to rest.');
}

/** Longer than a language without anything to do is left alone, and its links may then be made anew. */
const QUIET_MS = 8_000;

/** Waits until nothing that readers get has changed for a while. */
export async function untouched(strapi: Core.Strapi): Promise<void> {
  await settled(strapi);
  const read = async () => {
    const row = await strapi.db.connection('story_blocks_generation').sum({ value: 'value' }).first();
    return Number(row?.value);
  };
  for (let [last, since] = [await read(), Date.now()]; Date.now() - since < QUIET_MS; ) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const now = await read();
    if (now !== last) [last, since] = [now, Date.now()];
  }
}
