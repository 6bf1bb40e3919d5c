import type { Core } from '@strapi/strapi';
import type { Newsroom } from '../newsroom';

/** What drafts are read with. */
export interface Parts {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  now(): Date;
}
