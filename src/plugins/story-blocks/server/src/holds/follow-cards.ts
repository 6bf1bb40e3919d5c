import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';
import { TABLES } from '../db';

/** A hold outlives unpublishing, and goes with the story. */
export const holdsFollowCards = {
  async storyDeleted(strapi: Core.Strapi, sql: Sql, type: string, documentId: string): Promise<void> {
    await table(strapi, sql, TABLES.holds).where({ type, document_id: documentId }).delete();
  },
};
