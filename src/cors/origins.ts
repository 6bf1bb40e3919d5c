/** Whose pages may read the public API. */
export type Origins = '*' | string[];

/**
 * Reads a list of origins, separated by commas: `*` is every page, an empty list none but the application's own.
 *
 * @throws Where an entry is no origin, such as `https://www.example.com/`: a browser would never send it, so that the
 * page it was meant for would be refused without a word.
 */
export function readOrigins(text: string): Origins {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  for (const entry of entries) {
    if (entry !== '*' && !isOrigin(entry)) {
      throw new Error(
        `CORS_ORIGINS: "${entry}" is no origin. Write * for every page, or scheme and host as browsers send them, such as https://www.example.com`
      );
    }
  }
  return entries.includes('*') ? '*' : entries;
}

function isOrigin(text: string): boolean {
  // A star in a host is a letter to URL: no browser sends one.
  if (!/^https?:\/\/[^*]+$/.test(text) || !URL.canParse(text)) return false;
  return new URL(text).origin === text;
}

/** Where the routes stand that readers' browsers may ask from other pages. */
export interface PublicRoutes {
  /** Prefix of the content API, such as `/api`. */
  api: string;
  /** Address of GraphQL. */
  graphql: string;
}

/**
 * Whose pages may read the answer of a path. The content API, GraphQL and uploaded files are for the given ones.
 * Everything else is the admin's (its pages, its routes and those of plugins), and is for its own origin alone, which
 * needs no leave.
 */
export function originsFor(path: string, origins: Origins, { api, graphql }: PublicRoutes): string[] {
  // Strapi's router takes addresses in any case.
  const asked = `${path.toLowerCase()}/`;
  const isPublic = [api, graphql, '/uploads'].some((route) => asked.startsWith(`${route.toLowerCase()}/`));
  if (!isPublic) return [];
  return origins === '*' ? ['*'] : origins;
}
