/** An answer that is kept to be asked for again. */
export interface KeptAnswer {
  etag: string;
  body: unknown;
}

/** Where answers are kept: a `Map`, or anything that has these two. */
export interface KeptAnswers {
  get(key: string): KeptAnswer | undefined;
  set(key: string, answer: KeptAnswer): unknown;
}

export interface ConnectionOptions {
  /** Address of the Strapi application, without `/api`. */
  url: string;
  /** API token; left out, what the public may read. Never put one that may more into a browser. */
  token?: string;
  /** Language of calls that name none. @default the application's own default */
  locale?: string;
  /** @default the global `fetch` at the time of the call */
  fetch?: typeof fetch;
  /** Sent with every call. */
  headers?: Record<string, string>;
  /**
   * Keeps answers with their tags, so that what did not change is confirmed instead of sent again. Nothing is ever taken
   * out: give one that forgets where many different pages are asked for. One per token: answers differ by who asks.
   */
  cache?: KeptAnswers;
}

/** What every call needs to know of the application. */
export type Connection = Readonly<ConnectionOptions>;

/** A connection for the functions that take one: import those alone, and bundlers leave out the rest. */
export const connect = (options: ConnectionOptions): Connection => ({
  ...options,
  url: options.url.replace(/(?<!\/)\/+$/, ''),
});
