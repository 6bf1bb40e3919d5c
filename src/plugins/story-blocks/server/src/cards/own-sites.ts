import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { hostOf, readUrlPattern } from '../addresses';
import { TABLES } from '../db';
import type { Newsroom } from '../newsroom';
import type { SiteData } from './concept';

/** What addresses of our own sites are told by. */
export interface OwnSites {
  /** By host, as addresses are compared by it. */
  byHost: ReadonlyMap<string, OwnSite>;
  /** Every pattern of stories' addresses that there is. */
  patterns: readonly string[];
}

/** What stands under one host: more than one site may, or one in several languages. */
export interface OwnSite {
  /** Patterns of stories' addresses, the site's own first. */
  patterns: readonly string[];
  languages: readonly string[];
}

/** Reads all sites, in all their languages: one statement. */
export async function readOwnSites(strapi: Core.Strapi, newsroom: Newsroom): Promise<OwnSites> {
  const rows: { data: string }[] = await table(strapi, await sqlNow(strapi), TABLES.concepts)
    .where({ kind: 'site' })
    .orderBy(['document_id', 'locale'])
    .select('data');
  const sites = rows.flatMap(({ data }) => {
    const { url, urlPattern, language } = JSON.parse(data) as SiteData;
    const host = hostOf(url);
    return host === null ? [] : [{ host, urlPattern: readUrlPattern(urlPattern), language }];
  });
  const everyPattern = [...sites.flatMap(({ urlPattern }) => urlPattern ?? []), newsroom.config.urlPatterns.story];
  const byHost = new Map<string, OwnSite>();
  for (const { host } of sites) {
    const here = sites.filter((site) => site.host === host);
    const own = here.map(({ urlPattern }) => urlPattern ?? newsroom.config.urlPatterns.story);
    byHost.set(host, {
      patterns: [...new Set([...own, ...everyPattern])],
      languages: [...new Set(here.flatMap(({ language }) => language ?? []))],
    });
  }
  return { byHost, patterns: [...new Set(everyPattern)] };
}
