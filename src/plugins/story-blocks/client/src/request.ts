import type { Connection } from './connection';
import { StoryBlocksError } from './error';

/** The tag of an answer at hand, or none. */
export type Tag = string | undefined;

export interface CallOptions<Sent extends Tag = Tag> {
  signal?: AbortSignal;
  /** The `etag` of an answer at hand: where it is still good, the call gives `{ notModified: true }`. */
  ifNoneMatch?: Sent;
}

/** An answer that has not changed since the one whose tag was sent. */
export interface NotModified {
  notModified: true;
  data?: undefined;
  meta?: undefined;
  etag: string | null;
}

/** What the server sent, with its tag; null where it sent none, or the browser may not see it. */
export type Answer<Body> = Body & { notModified: false; etag: string | null };

/** {@link NotModified} is among the answers only of a call that may send a tag. */
export type Given<Body, Sent extends Tag> = [Sent] extends [undefined] ? Answer<Body> : Answer<Body> | NotModified;

export type Query = Record<string, string | number | readonly string[] | undefined>;

export interface Request extends CallOptions {
  method?: 'PUT' | 'DELETE';
  /** Below `/api`, one part each. */
  path: readonly string[];
  query?: Query;
  body?: unknown;
  /** Ask for the text edition. */
  text?: boolean;
}

/** Path and query below the application's address. Lists are written with commas; what is undefined is left out. */
export function pathOf(path: readonly string[], query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value));
  const search = params.toString();
  return `/api/${path.map(encodeURIComponent).join('/')}${search && `?${search}`}`;
}

async function refusal(response: Response, path: string): Promise<StoryBlocksError> {
  try {
    const { error } = await response.json();
    return new StoryBlocksError(error.message, response.status, path, error.details ?? {});
  } catch {
    // A proxy's page, not Strapi's envelope.
    return new StoryBlocksError(`${response.status} ${response.statusText}`.trim(), response.status, path);
  }
}

/** Calls the application. @throws StoryBlocksError for an answer that says no. */
export async function send<Body, Sent extends Tag = undefined>(
  { url, token, fetch: own, headers, cache }: Connection,
  { method, path: parts, query, body, text, signal, ifNoneMatch }: Request
): Promise<Given<Body, Sent>> {
  const path = pathOf(parts, query);
  const key = `${text ? 'text' : 'json'} ${url}${path}`;
  const kept = method || ifNoneMatch ? undefined : cache?.get(key);
  const tag = ifNoneMatch ?? kept?.etag;
  const response = await (own ?? globalThis.fetch)(`${url}${path}`, {
    method: method ?? 'GET',
    headers: {
      Accept: text ? 'text/plain' : 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(tag ? { 'If-None-Match': tag } : {}),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  });
  const etag = response.headers.get('ETag') ?? (response.status === 304 ? (tag ?? null) : null);
  if (response.status === 304) {
    if (!kept) return { notModified: true, etag } as Given<Body, Sent>;
    return { ...(kept.body as Body), notModified: false, etag } as Given<Body, Sent>;
  }
  if (!response.ok) throw await refusal(response, path);
  // Errors have no text edition: an answer to `text` that is not refused is text.
  const answer = text ? { data: await response.text() } : await response.json();
  if (etag && !method) cache?.set(key, { etag, body: answer });
  return { ...answer, notModified: false, etag } as Given<Body, Sent>;
}
