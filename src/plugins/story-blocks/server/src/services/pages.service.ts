import type { Core } from '@strapi/strapi';
import { invalid } from '@wiredesk/strapi-kit/server';
import type { LinkKind, Rail, RelatedLink, Teaser } from '../../../shared/src';
import type { Assembly } from '../assemble';
import { toAnswer, toLines } from '../blocks';
import { FRONT_SIZE, fillBlocks, listRails, listRelated, listTeasers, OUR_FRONTS, story, toPagination } from '../pages';
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
  kind: 'section' | 'topic' | 'author';
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
  const { kinds } = assembly;
  const open = (asking: Asking) => readerFor(strapi, assembly, asking);
  return {
    /** Registers a kind of page. Call it in your plugin's `register()`. */
    registerKind: kinds.register,

    /** Fills the blocks of a page of your kind, in its `fill`; `blocks.map(toAnswer)` is what readers get of them. */
    fillBlocks,
    toAnswer,
    toLines,

    /** @throws A 404 where no such story is published; its details name the present slug of one that was renamed. */
    async story({ locale, auth, within, ...asked }: StoryPageQuery) {
      const reader = await open({ locale, auth, within });
      const page = await story.fill(reader, asked);
      return found(reader, story.toData(page, reader.caller));
    },

    /** @throws A 404 where there is no such section, topic, author or site in the language. */
    async front({ kind: name, locale, auth, within, page = 1, pageSize = FRONT_SIZE, ...asked }: FrontQuery) {
      const kind = OUR_FRONTS.find(({ subject }) => subject === name);
      if (!kind) throw invalid(`kind: "${name}" has no fronts`, ['kind']);
      const reader = await open({ locale, auth, within });
      const filled = await kind.fill(reader, { ...asked, page, pageSize });
      const pagination = toPagination(filled.asked, filled.total);
      return { ...found(reader, kind.toData(filled, reader.caller)), pagination };
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

    /** Teasers of a section, or of the newest stories of all. @throws A 404 where there is no such section. */
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
