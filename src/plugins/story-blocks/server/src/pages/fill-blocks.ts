import { notFound } from '@wiredesk/strapi-kit/server';
import { type Filled, fillLayout, readLayout } from '../blocks';
import type { LayoutName } from '../newsroom';
import { createPage, inStyleOf, servingSite, viewFor } from './create-page';
import { findLayout } from './find-layout';
import type { FillRequest } from './page-request';

/** What blocks are filled for. */
export interface BlocksWanted {
  layout: LayoutName;
  /** Document id of the section whose layout it is; left out, it is the site's. */
  section?: string;
  /** Name or document id of the serving site; left out, the section's, else the configured one. */
  site?: string;
  /** Document ids of stories that stand on the page already. */
  shown?: Iterable<string>;
}

/**
 * Fills the blocks of a page that is no story's own.
 *
 * @throws A 404 where there is no such section or site.
 */
export async function fillBlocks(request: FillRequest, wanted: BlocksWanted): Promise<Filled[]> {
  const plain = await viewFor(request);
  const section = wanted.section === undefined ? null : await plain.concepts.find('section', wanted.section);
  if (wanted.section !== undefined && !section) throw notFound('No such section');
  const site = await servingSite(plain, section, wanted.site);
  if (site === 'unknown') throw notFound('No such site');
  const view = inStyleOf(plain, site);
  const layout = findLayout(wanted.layout, request.newsroom.config, section, site);
  const page = createPage(request, { view, site, story: null, section, exclude: wanted.shown });
  return fillLayout(readLayout(layout.blocks, request, layout.where), page);
}
