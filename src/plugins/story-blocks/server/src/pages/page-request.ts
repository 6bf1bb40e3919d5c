import type { Core } from '@strapi/strapi';
import type { Caller } from '../access/caller';
import type { BlockRegistry, Problems } from '../blocks';
import type { ReadingOf } from '../cards';
import type { Made } from '../delivery/answers';
import type { Newsroom } from '../newsroom';

/** Who reads, in which language, and when. */
export interface PageRequest {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  caller: Pick<Caller, 'types' | 'may'>;
  /** Language of the page; '' where the application has no i18n. */
  locale: string;
  now: Date;
  /** What concepts are kept between requests, and what the answer depends on; left out, nothing is kept. */
  reading?: ReadingOf;
  /**
   * Gives what is kept under a name, or makes it; nobody may change it. Left out, it is made each time.
   *
   * @param name - Says what was asked for, and of the caller and language what it depends on.
   */
  kept?<Value>(name: unknown[], make: () => Promise<Made<Value>>): Promise<Value>;
}

/** A request for a whole page, whose blocks are filled. */
export interface FillRequest extends PageRequest {
  registry: BlockRegistry;
  problems: Problems;
}
