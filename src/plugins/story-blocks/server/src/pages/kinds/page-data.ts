import type { Caller } from '../../access/caller';
import type { Concept } from '../../cards';

type May = Pick<Caller, 'may'>;
interface Served {
  site: Concept<'site'> | null;
}

/** The site that serves a page, for callers who may read sites. */
export const siteOf = ({ site }: Served, caller: May) =>
  site && caller.may('site') ? { name: site.name, tagline: site.data.tagline, url: site.data.url } : null;

/** The first lines of a text edition. */
export const masthead = ({ site }: Served, caller: May): string[] =>
  site?.data.tagline && caller.may('site') ? [`. ${site.data.tagline} .`] : [];
