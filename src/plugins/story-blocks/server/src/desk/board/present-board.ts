import type { Core } from '@strapi/strapi';
import { sqlNow } from '@wiredesk/strapi-kit/server';
import { ADMIN_ACTIONS, BOARD_SIZE, type Board } from '../../../../shared/src';
import { type Ability, mayDo, mayManage } from '../../access/admin-reader';
import { allSeeing } from '../../access/caller';
import type { BlockRegistry, Problems } from '../../blocks';
import { type BoardKey, boardVersion, findBoardWishes } from '../../curation/board';
import { findVersion } from '../../curation/versions';
import { isInForce } from '../../curation/wish';
import { sightOf } from '../../drafts';
import type { Newsroom } from '../../newsroom';
import { sectionFront } from '../../pages';
import { presentBlocks } from './present-blocks';
import { presentStories } from './present-stories';
import { presentWishes } from './present-wishes';

export interface BoardPorts {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  registry: BlockRegistry;
  problems: Problems;
  now(): Date;
}

/**
 * A section's front as readers get it now, as far as an administrator may read it, with why each story stands there.
 *
 * @throws A 404 where there is no such section in this language.
 */
export async function presentBoard(ports: BoardPorts, ability: Ability, key: BoardKey): Promise<Board> {
  const { strapi, newsroom, registry, problems } = ports;
  const now = ports.now();
  const { sectionId, locale } = key;
  const sql = await sqlNow(strapi);
  // Read before what it covers: a front that changes meanwhile is refused later, rather than overwritten unseen.
  const version = await findVersion(strapi, sql, boardVersion(key));
  const wishes = (await findBoardWishes(strapi, sql, key)).filter((wish) => isInForce(wish, now.getTime()));
  const filled = await sectionFront.fill(
    // All that readers get; what of it he may see is told apart below.
    { strapi, newsroom, registry, problems, caller: allSeeing(newsroom), locale, now },
    { named: sectionId, page: 1, pageSize: BOARD_SIZE }
  );
  const sight = (ids: string[]) => sightOf(strapi, newsroom, ability, ids);
  const will = await filled.wills.of(sectionId);
  const shown = await sight(filled.cards.map(({ documentId }) => documentId));
  const reading = { strapi, newsroom, ability, locale, now: now.getTime() };
  const siteType = newsroom.config.types.site?.uid;
  return {
    section: { documentId: sectionId, name: filled.subject.name },
    site:
      filled.site && siteType && mayManage(ability, siteType)
        ? { documentId: filled.site.documentId, name: filled.site.name }
        : null,
    locale: locale || null,
    stories: presentStories(filled, will, shown),
    total: filled.total,
    layoutOf: filled.layout.owner?.kind ?? null,
    blocks: await presentBlocks({ strapi, newsroom, registry }, filled, sight, locale),
    pins: await presentWishes(
      reading,
      wishes.filter(({ kind }) => kind === 'pin')
    ),
    sentDown: await presentWishes(
      reading,
      wishes.filter(({ kind }) => kind === 'down')
    ),
    version,
    maySet: mayDo(ability, ADMIN_ACTIONS.board),
  };
}
