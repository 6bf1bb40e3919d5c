import type { Core } from '@strapi/strapi';
import type { Schemas } from '../../newsroom';

const known = new WeakMap<Core.Strapi, Schemas>();

/** The application's schemas; read once, since Strapi copies all of them each time. Not while it is still loading them. */
export function schemasOf(strapi: Core.Strapi): Schemas {
  const schemas = known.get(strapi) ?? {
    contentTypes: strapi.contentTypes as unknown as Schemas['contentTypes'],
    components: strapi.components as unknown as Schemas['components'],
  };
  known.set(strapi, schemas);
  return schemas;
}
