import type { Core } from '@strapi/strapi';
import { allSeeing } from '../access/caller';
import type { FullCard } from '../cards';
import type { Newsroom } from '../newsroom';
import { openStoryPage } from '../pages';

interface Ports {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  now(): Date;
}

/**
 * A story's page as readers get it, before its blocks are filled. What an administrator may see of it is told apart
 * afterwards.
 *
 * @param locale - Of the page: a type without languages has none of its own.
 */
export const openPage = ({ strapi, newsroom, now }: Ports, card: FullCard, locale: string) =>
  openStoryPage(
    {
      strapi,
      newsroom,
      locale,
      now: now(),
      caller: allSeeing(newsroom),
    },
    card
  );
export type OpenPage = Awaited<ReturnType<typeof openPage>>;
