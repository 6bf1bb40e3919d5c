import type { Core } from '@strapi/strapi';
import type { Desk } from '../../newsroom/index';
import type { BlockRegistry, Problems } from '../../blocks/index';
import type { Related } from '../../related';

/** What the desk's answers about related links are made with. */
export interface Parts {
  strapi: Core.Strapi;
  desk: Desk;
  registry: BlockRegistry;
  problems: Problems;
  related: Related;
  now(): Date;
}
