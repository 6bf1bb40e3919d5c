import type { Core } from '@strapi/strapi';
import { claimKeys } from '@wiredesk/newsroom';
import { PLUGIN_ID } from '../../shared/src';
import {
  cleanOrders,
  guardAdmin,
  guardAnswers,
  guardDocuments,
  guardFiles,
  guardGraphql,
  guardLibrary,
  guardRelations,
  guardUsers,
  guardWrittenFiles,
} from './access/drafts';
import { assemblyOf } from './assemble';
import { appealBlock } from './blocks/notices/appeal.block';
import { commentsBlock } from './blocks/notices/comments.block';
import { rightsBlock } from './blocks/notices/rights.block';
import { shareBlock } from './blocks/notices/share.block';
import { headlineRailsBlock } from './blocks/rails';
import { relatedLinksBlock } from './blocks/related-links';
import { sectionTeaserBlock } from './blocks/teasers';
import { followRows, followWrites, listenToCards } from './cards';
import { curationFollowsCards } from './curation/follow-cards';
import { guardCaches } from './delivery/guard-caches';
import { refuseUnready } from './desk/story';
import { registerGraphql } from './graphql';
import { holdsFollowCards } from './holds/follow-cards';
import { OWN_KEYS } from './newsroom';
import { standEarly } from './pages/early/stand-early';
import { relatedFollowsCards } from './related';
import { registerIncludes } from './stories';

/** The only place that knows all blocks. */
export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  claimKeys(strapi, PLUGIN_ID, OWN_KEYS);
  const assembly = assemblyOf(strapi);
  const { newsroom, registry, worker } = assembly;

  guardCaches(strapi);
  standEarly(strapi, newsroom.configured.delivery.early);

  registry.register(relatedLinksBlock(strapi));
  registry.register(sectionTeaserBlock);
  registry.register(headlineRailsBlock);
  registry.register(appealBlock);
  registry.register(commentsBlock);
  registry.register(shareBlock);
  registry.register(rightsBlock);

  for (const listener of [holdsFollowCards, curationFollowsCards, relatedFollowsCards]) listenToCards(strapi, listener);

  // Around all that follow: they need what a write gives, whatever its caller may read of it.
  guardDocuments(strapi, newsroom);
  guardWrittenFiles(strapi, newsroom);
  const followed = { strapi, newsroom, wake: worker.wake, now: Date.now };
  followWrites(followed);
  followRows(followed);
  refuseUnready(strapi, newsroom);
  guardGraphql(strapi, newsroom);
  guardUsers(strapi, newsroom);
  guardFiles(strapi, newsroom);
  cleanOrders(strapi, newsroom);
  guardAdmin(strapi, newsroom);
  guardAnswers(strapi, newsroom);
  guardRelations(strapi, newsroom);
  guardLibrary(strapi, newsroom);
  registerIncludes(strapi, newsroom);
  registerGraphql(strapi, assembly);
};
