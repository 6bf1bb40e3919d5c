import type { Core } from '@strapi/strapi';

/** The document service of a content type that is known only from the configuration. */
export interface Documents {
  publish(params: { documentId: string; locale: string | string[] }): Promise<unknown>;
  unpublish(params: { documentId: string; locale: string | string[] }): Promise<unknown>;
}

export const documentsOf = (strapi: Core.Strapi, uid: string): Documents =>
  (strapi.documents as unknown as (uid: string) => Documents)(uid);
