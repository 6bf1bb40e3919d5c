import type { Core } from '@strapi/strapi';
import { entries, forbidden, permissionChecker, WITH_CREATOR } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { FILE, type Newsroom } from '../../newsroom';
import type { Ability } from '../admin-reader';
import { type Handler, wrapHandlers } from './wrap-handlers';

const FOLDER = 'plugin::upload.folder';
const UPDATE = 'plugin::upload.assets.update';

interface PermissionsManager {
  ability: { can(action: string, subject: unknown): boolean };
  toSubject(entity: unknown): unknown;
}
interface Permissions {
  createPermissionsManager(of: { ability: Ability; action: string; model: string }): PermissionsManager;
}
interface Chosen {
  fileIds?: number[];
  folderIds?: number[];
}

/**
 * Keeps files and entries from administrators who may not change them, where routes of the media library do not ask: many
 * files that are deleted or moved at once, a file that is sent into a field of an entry.
 */
export function guardLibrary(strapi: Core.Strapi, newsroom: Newsroom): void {
  async function chosenFiles({ fileIds = [], folderIds = [] }: Chosen): Promise<unknown[]> {
    const folders = (await entries(strapi, FOLDER).findMany({
      where: { id: { $in: folderIds } },
      select: ['path'],
    })) as { path: string }[];
    const within = folders.flatMap(({ path }) => [{ folderPath: path }, { folderPath: { $startsWith: `${path}/` } }]);
    const where = { $or: [{ id: { $in: fileIds } }, ...within] };
    return entries(strapi, FILE).findMany({ where, populate: WITH_CREATOR });
  }

  /** @throws A 403 where one of the files may not be changed. */
  async function askForEach(ctx: Context, chosen: Chosen): Promise<void> {
    const { createPermissionsManager } = strapi.service('admin::permission') as unknown as Permissions;
    const ability = ctx.state.userAbility as Ability;
    const manager = createPermissionsManager({ ability, action: UPDATE, model: FILE });
    const found = await chosenFiles(chosen);
    if (!found.every((file) => manager.ability.can(UPDATE, manager.toSubject(file)))) {
      throw forbidden('You may not change each of these files.');
    }
  }

  const askChosen =
    (handler: Handler): Handler =>
    async (ctx, next) => {
      await askForEach(ctx, ((ctx.request as Context['request']).body ?? {}) as Chosen);
      return handler(ctx, next);
    };
  wrapHandlers(strapi, 'plugin::upload.admin-folder-file', { deleteMany: askChosen, moveMany: askChosen });

  /** A folder that moves takes its files along. */
  const askMoved =
    (handler: Handler): Handler =>
    async (ctx, next) => {
      const { parent } = ((ctx.request as Context['request']).body ?? {}) as { parent?: number | string | null };
      const id = Number(ctx.params.id);
      const folder = (await entries(strapi, FOLDER).findOne({ where: { id }, populate: { parent: true } })) as {
        parent?: { id: number } | null;
      } | null;
      const isMoved = parent !== undefined && Number(parent ?? 0) !== (folder?.parent?.id ?? 0);
      if (folder && isMoved) await askForEach(ctx, { folderIds: [id] });
      return handler(ctx, next);
    };
  wrapHandlers(strapi, 'plugin::upload.admin-folder', { update: askMoved });

  const askEntry =
    (handler: Handler): Handler =>
    async (ctx, next) => {
      const { ref, refId, field } = (ctx.request.body ?? {}) as { ref?: string; refId?: unknown; field?: string };
      if (ref && newsroom.role(ref)) {
        const where = { id: Number(refId) };
        const entry = await entries(strapi, ref).findOne({ where, populate: WITH_CREATOR });
        const { can } = permissionChecker(strapi, ctx.state.userAbility, ref);
        if (!entry || !can.update(entry, field ?? '')) throw forbidden('You may not change that field of the entry.');
      }
      return handler(ctx, next);
    };
  wrapHandlers(strapi, 'plugin::upload.admin-upload', { upload: askEntry });
}
