export type Entry = { key: string } & Record<string, unknown>;

export interface News {
  sites: Entry[];
  topics: Entry[];
  sections: Entry[];
  authors: Entry[];
  places: Entry[];
  sources: Entry[];
  stories: Entry[];
  /** Names that places got later, by the place's key. */
  names: Record<string, { locale: string; city: string; region?: string }[]>;
  /** By the site's key, then by language. */
  layouts: Record<string, Record<string, unknown>>;
}

export function newsDigest(): string;
export function readNews(): News;
