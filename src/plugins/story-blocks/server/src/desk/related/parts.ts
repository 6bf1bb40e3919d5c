import type { Core } from '@strapi/strapi';
import type { BlockRegistry, Problems } from '../../blocks';
import type { Newsroom } from '../../newsroom';
import type { Related } from '../../related';

/** What the desk's answers about related links are made with. */
export interface Parts {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  registry: BlockRegistry;
  problems: Problems;
  related: Related;
  now(): Date;
}
