import { asBusy, conflict, notFound, parse, resolveLocale } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { z } from 'zod';
import { boardBodySchema, ERROR_CODES } from '../../../../shared/src';
import type { Ability } from '../../access/admin-reader';
import { storyAccess } from '../../access/story-access';
import { type BoardKey, changeBoard, decideBoard } from '../../curation/board';
import { localeQuery, nameInPath } from '../../lib/query';
import { listSections, maySeeSection } from './list-sections';
import { type BoardPorts, presentBoard } from './present-board';

const boardQuery = z.looseObject({ locale: localeQuery });

/** Fronts of sections, for the desk: what readers get, why, and what editors want of it. */
export function createBoardController(ports: BoardPorts) {
  const { strapi, newsroom, now } = ports;
  const abilityOf = (ctx: Context) => ctx.state.userAbility as Ability;

  async function keyOf(ctx: Context): Promise<BoardKey> {
    const { locale: asked } = parse(boardQuery, ctx.query);
    const sectionId = nameInPath(ctx.params.section);
    const locale = await resolveLocale(strapi, asked);
    if (!(await maySeeSection(strapi, newsroom, abilityOf(ctx), sectionId, locale))) {
      throw notFound('No such section in this language, or you may not read it in the content manager');
    }
    return { sectionId, locale };
  }

  return {
    async list(ctx: Context) {
      ctx.body = { data: await listSections(strapi, newsroom, abilityOf(ctx)) };
    },
    async find(ctx: Context) {
      ctx.body = { data: await presentBoard(ports, abilityOf(ctx), await keyOf(ctx)) };
    },
    async set(ctx: Context) {
      const key = await keyOf(ctx);
      const { data: asked } = parse(boardBodySchema, ctx.request.body ?? {});
      const named = [...asked.pins.map(({ documentId }) => documentId), ...asked.sentDown];
      const changed = await changeBoard(strapi, key, asked.version ?? null, async (before) => {
        const access = await storyAccess(strapi, newsroom, abilityOf(ctx), named);
        const typeOf = (id: string) => (access.mayName(id, key.locale) ? access.typeOf(id) : undefined);
        return decideBoard(asked, { before, typeOf, now: now().getTime() });
      }).catch(asBusy);
      const data = await presentBoard(ports, abilityOf(ctx), key);
      if (!changed) {
        const message = 'This front was changed meanwhile. Nothing was written; this is what stands now.';
        throw conflict(message, { code: ERROR_CODES.versionConflict, board: data, version: data.version });
      }
      ctx.body = { data };
    },
  };
}
