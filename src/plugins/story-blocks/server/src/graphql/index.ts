import type { Core } from '@strapi/strapi';
import type { Assembly } from '../assemble';

export function registerGraphql(_strapi: Core.Strapi, _assembly: Assembly): void {}
