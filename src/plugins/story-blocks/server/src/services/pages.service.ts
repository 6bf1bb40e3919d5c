import type { Core } from '@strapi/strapi';
import type { LinkKind, Rail, RelatedLink, Teaser } from '../../../shared/src';
import type { Assembly } from '../assemble';
import {
  FRONT_SIZE,
  type FrontKind,
  front,
  listRails,
  listRelated,
  listTeasers,
  storyPage,
  toFrontData,
  toPagination,
  toStoryPageData,
} from '../pages';
import { type Asking, type Found, found, readerFor } from './asking';

export interface StoryPageQuery extends Asking {
  documentId?: string;
  slug?: string;
  /** The uid of a story type, where several are mapped. */
  type?: string;
  /** Name or document id of the site that serves it; left out, its home. */
  site?: string;
}

export interface FrontQuery extends Asking {
  kind: FrontKind;
  /** Document id, slug or name. */
  named: string;
  site?: string;
  /** A local day of the site, YYYY-MM-DD. */
  date?: string;
  page?: number;
  pageSize?: number;
}

/** Whole pages and their parts for other plugins, as REST and GraphQL give them. Errors are those of the routes. */
export function createPagesService(strapi: Core.Strapi, assembly: Assembly) {
  const open = (asking: Asking) => readerFor(strapi, assembly, asking);
  return {
    /** @throws A 404 where no such story is published; its details name the present slug of one that was renamed. */
    async story({ documentId, slug, type, site, ...asking }: StoryPageQuery) {
      const reader = await open(asking);
      const page = await storyPage({ ...reader, documentId, slug, type, site });
      return found(reader, toStoryPageData(page, reader.caller));
    },

    /** @throws A 404 where there is no such section, topic, author or site in the language. */
    async front({ kind, named, site, date, page = 1, pageSize = FRONT_SIZE, ...asking }: FrontQuery) {
      const reader = await open(asking);
      const filled = await front({ ...reader, kind, named, site, date, page, pageSize });
      const data = toFrontData(filled, reader.caller);
      return { ...found(reader, data), pagination: toPagination({ page, pageSize }, filled.total) };
    },

    /** @throws A 404 where no such story is published. */
    async related({
      documentId,
      limit,
      kinds,
      type,
      ...asking
    }: Asking & { documentId: string; limit?: number; kinds?: LinkKind[]; type?: string }): Promise<
      Found<RelatedLink[]>
    > {
      const reader = await open(asking);
      return found(reader, await listRelated(reader, { documentId, limit, kinds, type }));
    },

    /** Of a section, or of the newest of all. @throws A 404 where there is no such section. */
    async teasers({
      section,
      limit,
      exclude,
      ...asking
    }: Asking & { section?: string; limit?: number; exclude?: string[] }): Promise<Found<Teaser[]>> {
      const reader = await open(asking);
      return found(reader, await listTeasers(reader, { section, limit, exclude }));
    },

    /** @throws A 404 where there is no such section. */
    async rails({
      sections,
      limit,
      ...asking
    }: Asking & { sections: string[]; limit?: number }): Promise<Found<Rail[]>> {
      const reader = await open(asking);
      return found(reader, await listRails(reader, { sections, limit }));
    },
  };
}
export type PagesService = ReturnType<typeof createPagesService>;
