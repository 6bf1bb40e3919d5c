import type { Core } from '@strapi/strapi';
import { assemblyOf } from './assemble';
import { followRows, followWrites } from './cards';
import { refuseUnready } from './desk/story';
import {
  guardAdmin,
  guardDocuments,
  guardFiles,
  guardGraphql,
  guardLibrary,
  guardUsers,
  guardWrittenFiles,
} from './access/drafts/index';
import { registerGraphql } from './graphql';
import { guardCaches } from './delivery/guard-caches';
import { appealBlock, commentsBlock, rightsBlock, shareBlock } from './blocks/notices/index';
import { headlineRailsBlock } from './blocks/rails/index';
import { relatedLinksBlock } from './related';
import { registerIncludes } from './stories';
import { sectionTeaserBlock } from './blocks/teasers/index';

/** The only place that knows all blocks. */
export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  const assembly = assemblyOf(strapi);
  const { desk, registry, worker } = assembly;

  guardCaches(strapi);

  registry.register(relatedLinksBlock(strapi));
  registry.register(sectionTeaserBlock);
  registry.register(headlineRailsBlock);
  registry.register(appealBlock);
  registry.register(commentsBlock);
  registry.register(shareBlock);
  registry.register(rightsBlock);

  // Around all that follow: they need what a write gives, whatever its caller may read of it.
  guardDocuments(strapi, desk);
  guardWrittenFiles(strapi, desk);
  const followed = { strapi, desk, wake: worker.wake, now: Date.now };
  followWrites(followed);
  followRows(followed);
  refuseUnready(strapi, desk);
  guardGraphql(strapi, desk);
  guardUsers(strapi, desk);
  guardFiles(strapi, desk);
  guardAdmin(strapi, desk);
  guardLibrary(strapi, desk);
  registerIncludes(strapi, desk);
  registerGraphql(strapi, assembly);
};
