import { asBusy, conflict, parse } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { ERROR_CODES, previewSettingsSchema, saveSettingsSchema } from '../../../../shared/src';
import { type AdminUser, nameOf } from '../../access/admin-name';
import type { Ability } from '../../access/admin-reader';
import { previewSettings } from './preview';
import { createSettingsDesk, type SettingsPorts } from './settings.service';

/** What the Settings page shows and saves. */
export function createSettingsController(ports: SettingsPorts) {
  const desk = createSettingsDesk(ports);
  return {
    async get(ctx: Context) {
      ctx.body = { data: await desk.describe() };
    },

    async save(ctx: Context) {
      const { data } = parse(saveSettingsSchema, ctx.request.body ?? {});
      const by = nameOf(ctx.state.user as AdminUser | undefined);
      const isSaved = await desk.save(data.version, data.settings, by).catch(asBusy);
      const answer = await desk.describe();
      if (!isSaved) {
        const message = 'Somebody else saved the settings meanwhile. Nothing was written; this is what stands now.';
        throw conflict(message, { code: ERROR_CODES.versionConflict, current: answer });
      }
      ctx.body = { data: answer };
    },

    async ranking(ctx: Context) {
      const { done, total } = await ports.related.behind();
      ctx.body = { data: done < total ? { done, total } : null };
    },

    async preview(ctx: Context) {
      const { data } = parse(previewSettingsSchema, ctx.request.body ?? {});
      const ability = ctx.state.userAbility as Ability | undefined;
      ctx.body = { data: await previewSettings(ports, desk.newsroomWith, ability, data) };
    },
  };
}
